using System.Text.Json.Nodes;
using ChatBot.Simulator;
using static ChatBot.Simulator.Durations;

namespace ChatBot.Tests.Simulator;

/// <summary>Each quirk shows on the wire, and only when it is switched on.</summary>
public class QuirkSpecs
{
    private const string List = "skill/agentbyconfigedskill";
    private const string One = "agent/agentbyworkno";
    private const string Rest = "agentgroup/agentrestinfo";
    private const string Skill3 = """{"ccId":1,"vdn":1,"skillId":3}""";
    private const string Ana = """{"ccId":1,"vdn":1,"agentId":20011}""";
    private const string Old = """{"queryParam":{"ccId":1,"vdn":1}}""";

    public static TheoryData<string, Action<Quirks>, string, string, string> Table => new()
    {
        { "swapped spelling in lists", quirks => quirks.SwapCtiSpelling = true, List, Skill3, "\"citStatus\":8" },
        { "swapped spelling of one", quirks => quirks.SwapCtiSpelling = true, One, Ana, "\"ctiStatus\":8" },
        { "lower case", quirks => quirks.FieldCase = FieldCase.Lower, List, Skill3, "\"currentstatetime\":420" },
        { "upper case", quirks => quirks.FieldCase = FieldCase.Upper, List, Skill3, "\"WORKNO\":20011" },
        { "Pascal case", quirks => quirks.FieldCase = FieldCase.Pascal, List, Skill3, "\"WorkNo\":20011" },
        { "numbers as strings", quirks => quirks.NumbersAsStrings = true, List, Skill3, "\"currentStateTime\":\"420\"" },
        { "null datas", quirks => quirks.ResultDatas = Nothing.Null, List, Skill3, "\"resultDatas\":null,\"resultDesc\":[{" },
        { "no datas", quirks => quirks.ResultDatas = Nothing.Absent, List, Skill3, "\"resultCode\":\"0100000\",\"resultDesc\":[{" },
        { "null description", quirks => quirks.ResultDesc = Nothing.Null, List, Skill3, "}],\"resultDesc\":null}" },
        { "error mark", quirks => quirks.StatusError = true, List, Skill3, "\"status\":2,\"ctiStatus\":8" },
        { "signed out in a list", quirks => quirks.SignedOutInLists = true, List, Skill3, "\"loginDate\":4294967295000" },
        { "dummy begin", quirks => quirks.DummyBeginTimes = true, Rest, Old, "\"begintime\":2345" },
        { "media type 0", quirks => quirks.MediaTypeZero = true, List, Skill3, "\"mediaType\":0" },
        { "no phones", quirks => quirks.NoPhoneNumbers = true, One, Ana, "\"phoneNumber\":null" },
        { "counts off", quirks => quirks.CountsOff = 3, Rest, Old, "\"onrestnum\":4" },
        { "counts of a page", quirks => quirks.CountsOfThePage = true, "vdn/queryagentreststate", """{"ccId":1,"vdn":1,"limit":1,"offset":3}""", "\"onRestAgentNum\":0" },
        { "pages on an old platform", quirks => quirks.OldPlatform = true, "agentgroup/agentrestinfos", """{"ccId":1,"vdn":1,"limit":1,"offset":3}""", "[{\"agentName\":\"Mia\"" },
        { "head counts where the table says", quirks => quirks.HeadCountsInDatas = true, "querymonitor/systemstate", Old, "\"resultDatas\":{\"busyagent\"" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_quirk_shows_when_it_is_switched_on(string what, Action<Quirks> on, string path, string body, string shows)
    {
        Assert.NotEmpty(what);
        await using var centre = await InterfaceSpecs.OpenAsync();
        Assert.DoesNotContain(shows, await TextAsync(centre, path, body), StringComparison.Ordinal);

        on(centre.Itself.Quirks);

        Assert.Contains(shows, await TextAsync(centre, path, body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Nothing.Failure, "{\"resultCode\":\"0100001\",\"resultDesc\":\"座席 999 不存在\"}")]
    [InlineData(Nothing.Null, "{\"result\":\"0\",\"resultCode\":\"0100000\",\"resultDatas\":null,\"resultDesc\":null}")]
    [InlineData(Nothing.EmptyObject, "{\"result\":\"0\",\"resultCode\":\"0100000\",\"resultDatas\":{},\"resultDesc\":{}}")]
    [InlineData(Nothing.EmptyArray, "{\"result\":\"0\",\"resultCode\":\"0100000\",\"resultDatas\":[],\"resultDesc\":[]}")]
    [InlineData(Nothing.Absent, "{\"result\":\"0\",\"resultCode\":\"0100000\"}")]
    public async Task An_unknown_agent_is_answered_as_told(Nothing how, string answer)
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Quirks.UnknownAgent = how;

        Assert.Equal(answer, await TextAsync(centre, One, """{"ccId":1,"vdn":1,"agentId":999}"""));
    }

    [Theory]
    [InlineData(Nothing.EmptyArray, "[]")]
    [InlineData(Nothing.Null, "null")]
    [InlineData(Nothing.EmptyObject, "{}")]
    public async Task An_empty_queue_is_answered_as_told(Nothing how, string payload)
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Quirks.EmptyList = how;

        Assert.Contains($"\"resultDesc\":{payload}}}", await TextAsync(centre, List, Skill3), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Cti.Adjusting, 0)]
    [InlineData(11, 0)]
    [InlineData(-1, 0)]
    [InlineData(Cti.Answering, 7)]
    public async Task Codes_without_a_status_travel_as_they_are(int code, int status)
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Vdn(1).Skill(3).Has("Ana", cti: code, since: Minutes(3));

        var row = (await centre.Caller.AskAsync(List, Skill3))["resultDesc"]![0]!;

        Assert.Equal((code, status, 180), ((int)row["ctiStatus"]!, (int)row["status"]!, (int)row["currentStateTime"]!));
    }

    [Fact]
    public async Task Hostile_names_arrive_as_they_are()
    {
        await using var centre = await Centre.OpenAsync();
        foreach (var name in HostileNames.All) centre.Itself.Vdn(1).Skill(3).Has(name);

        var rows = (await centre.Caller.AskAsync(List, Skill3))["resultDesc"]!.AsArray();

        Assert.Equal(HostileNames.All, rows.Select(row => (string)row!["name"]!));
    }

    [Fact]
    public async Task One_agent_may_work_several_queues_and_only_time_passes_by_itself()
    {
        await using var centre = await Centre.OpenAsync();
        var ana = centre.Itself.Vdn(1).Skill(3).Has("Ana", busy: Minutes(1)).In(4);
        centre.Time.Advance(Minutes(30));

        foreach (var skill in new[] { 3, 4 })
        {
            var answer = await centre.Caller.AskAsync(List, $$"""{"ccId":1,"vdn":1,"skillId":{{skill}}}""");
            Assert.Equal((ana.WorkNo, 31 * 60), ((int)answer["resultDesc"]![0]!["workNo"]!, (int)answer["resultDesc"]![0]!["currentStateTime"]!));
        }

        ana.Is(resting: Minutes(0));
        var one = (await centre.Caller.AskAsync("agentgroup/agentstatusinfobyagentids", $$"""{"ccId":1,"vdn":1,"agentIds":[{{ana.WorkNo}}]}"""))["resultDesc"]![0]!;
        Assert.Equal((Cti.Busy, 31 * 60), ((int)one["prevState"]!, (int)one["prevStateTime"]!));
    }

    private static async Task<string> TextAsync(Centre centre, string path, string body)
    {
        using var response = await centre.Caller.SendAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.NotNull(JsonNode.Parse(text));
        return text;
    }
}
