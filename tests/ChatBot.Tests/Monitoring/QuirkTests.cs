using ChatBot.Monitoring;

namespace ChatBot.Tests.Monitoring;

/// <summary>What the contact centre's pages and samples do, as it would arrive: read tolerantly, meant strictly.</summary>
public class QuirkTests
{
    private const string ClassicList = "/agentgroup/agentbyconfigedskill";
    private const string ClassicOne = "/agentgroup/agentbyworkno";
    private const string ClassicRest = "/agentgroup/agentrestinfo";
    private static readonly Scope Skill3 = new(1, 3);

    private static async Task<AgentList> List(string answer)
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(ClassicList, answer);
        return (await floor.Reader.AgentsAsync(Skill3, default)).Value;
    }

    private static async Task<Agent?> One(string answer)
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(ClassicOne, answer).Has(ClassicRest, Payloads.ClassicRest(0, 0, 0));
        return (await floor.Reader.AgentAsync(1, 101, default)).Value.Agent;
    }

    [Fact]
    public async Task Reads_an_agent_as_the_page_prints_it()
    {
        var agent = Assert.Single((await List(Payloads.ClassicAgents(Payloads.ClassicAgent(101, 8, 420, "Ana")))).People);

        Assert.Equal(new Agent(101, "Ana", AgentState.Resting, 8, TimeSpan.FromMinutes(7), new DateTimeOffset(2026, 3, 2, 7, 0, 0, TimeSpan.Zero)) { Phone = "•••• 00" }, agent);
    }

    [Theory]
    [InlineData("""{"workno":101,"name":"Ana","citStatus":7}""")]
    [InlineData("""{"workNo":101,"name":"Ana","ctiStatus":7}""")]
    [InlineData("""{"WORKNO":"101","NAME":"Ana","CTISTATUS":"7"}""")]
    [InlineData("""{"agentId":101,"agentName":"Ana","currentState":7.0}""")]
    [InlineData("""{"workno":101,"name":"Ana","status":"3"}""")]
    [InlineData("""{"workno":101,"name":"Ana","ctiStatus":7,"status":4,"phonenumber":null,"mediatype":0,"new":{"a":[1]}}""")]
    public async Task Spelling_case_and_numbers_as_text_do_not_matter(string row)
    {
        var list = Assert.Single((await List(Payloads.Classic($"[{row}]"))).People);
        var one = await One(Payloads.Classic(row));

        Assert.Equal((101, "Ana", AgentState.Busy), (list.WorkNo, list.Name, list.State));
        Assert.Equal((101, "Ana", AgentState.Busy), (one!.WorkNo, one.Name, one.State));
    }

    [Theory]
    [InlineData(1, AgentState.Idle)]
    [InlineData(2, AgentState.Talking)]
    [InlineData(3, AgentState.Talking)]
    [InlineData(4, AgentState.Talking)]
    [InlineData(5, AgentState.Talking)]
    [InlineData(6, AgentState.WrapUp)]
    [InlineData(7, AgentState.Busy)]
    [InlineData(8, AgentState.Resting)]
    [InlineData(9, AgentState.Learning)]
    [InlineData(10, AgentState.WrapUp)]
    [InlineData(11, AgentState.Unknown)]
    [InlineData(4711, AgentState.Unknown)]
    public async Task The_cti_code_is_the_truth_and_unknown_codes_are_kept(int cti, AgentState state)
    {
        var agent = Assert.Single((await List(Payloads.ClassicAgents(Payloads.ClassicAgent(101, cti, status: 3)))).People);

        Assert.Equal((state, cti), (agent.State, agent.Cti));
    }

    [Fact]
    public async Task Status_2_is_an_error_in_a_list_and_signed_out_in_the_single_query()
    {
        const string Row = """{"workno":101,"name":"Ana","status":2}""";

        Assert.Equal(AgentState.Unknown, Assert.Single((await List(Payloads.Classic($"[{Row}]"))).People).State);
        Assert.Equal(AgentState.SignedOut, (await One(Payloads.Classic(Row)))!.State);
    }

    [Fact]
    public async Task Status_2_does_not_hide_what_the_cti_code_says()
    {
        Assert.Equal(AgentState.Talking, Assert.Single((await List(Payloads.ClassicAgents(Payloads.ClassicAgent(101, 5, status: 2)))).People).State);
    }

    [Fact]
    public async Task Signed_out_agents_are_left_out_of_lists()
    {
        var list = await List(Payloads.ClassicAgents(Payloads.ClassicAgent(101, 0), Payloads.ClassicAgent(102, 1)));

        Assert.Equal([102], list.People.Select(a => a.WorkNo));
    }

    [Theory]
    [InlineData("4294967295000", "4294967295")]
    [InlineData("4294967296000", "4294967299")]
    [InlineData("4102444800000", "-1")]
    [InlineData("2345", "\"\"")]
    [InlineData("null", "null")]
    [InlineData("\"n/a\"", "{}")]
    [InlineData("9223372036854775807", "9223372036854775807")]
    [InlineData("1e300", "1e300")]
    [InlineData("4294967295000", "4294967290")] // a sentinel that was counted from, or a difference that ran under zero
    [InlineData("2147483647000000", "2147483647")]
    [InlineData("0", "1772434800")] // a moment where a duration belongs
    public async Task Sentinels_and_dummies_are_neither_dates_nor_durations(string login, string seconds)
    {
        var agent = Assert.Single((await List(Payloads.Classic(
            $$"""[{"workno":101,"name":"Ana","ctiStatus":8,"logindate":{{login}},"currentstatetime":{{seconds}}}]"""))).People);

        Assert.Null(agent.SignedIn);
        Assert.Null(agent.InState);
    }

    [Fact]
    public async Task An_answer_about_somebody_else_is_not_understood()
    {
        var wrong = await Assert.ThrowsAsync<MonitoringException>(() => One(Payloads.Classic(Payloads.ClassicAgent(103, 8))));

        Assert.Equal((MonitoringFault.NotUnderstood, "asked about one agent, told about another"), (wrong.Failure.Fault, wrong.Failure.Text));
    }

    [Fact]
    public async Task A_signed_out_agent_has_no_time_of_sign_in()
    {
        var agent = await One(Payloads.Classic("""{"workno":101,"name":"Ana","citStatus":0,"status":2,"logindate":4294967295000,"currentstatetime":436879,"phonenumber":null}"""));

        Assert.Equal((AgentState.SignedOut, null), (agent!.State, agent.SignedIn));
    }

    [Theory]
    [InlineData("""{"result":"0","resultDatas":[]}""")]
    [InlineData("""{"result":"0","resultDatas":null}""")]
    [InlineData("""{"result":"0","resultDatas":{}}""")]
    [InlineData("""{"result":"0"}""")]
    [InlineData("""{"result":0,"resultDatas":""}""")]
    [InlineData("""{"resultCode":"0100000","resultDesc":"success"}""")]
    [InlineData("""{"result":"0","resultDatas":[null,7,"x",{}]}""")]
    public async Task Nobody_is_told_in_many_ways(string answer)
    {
        Assert.Empty((await List(answer)).People);
        Assert.Null(await One(answer));
    }

    [Theory]
    [InlineData("""{"result":"0","resultDesc":[ROW]}""")]
    [InlineData("""{"result":"0","resultDatas":null,"resultDesc":[ROW]}""")]
    [InlineData("""{"result":"0","resultDatas":[],"resultDesc":[ROW]}""")]
    [InlineData("""{"resultDatas":[ROW],"resultDesc":[ROW],"result":"0","resultCode":"0100000","count":9}""")]
    [InlineData("""{"Result":"0","ResultDatas":ROW}""")]
    [InlineData("""{"returnCode":"0","description":"ok","data":[ROW]}""")]
    public async Task Data_is_found_in_either_container(string answer)
    {
        Assert.Equal(101, Assert.Single((await List(answer.Replace("ROW", Payloads.ClassicAgent(101, 1)))).People).WorkNo);
    }

    [Theory]
    [InlineData("""{"resultCode":"0100002","resultDesc":"参数非法"}""", "0100002", "参数非法")]
    [InlineData("""{"result":"0100999"}""", "0100999", null)]
    [InlineData("""{"result":"0","resultCode":"0101003","resultDesc":"no\u0000 \u202Epermission\n"}""", "0101003", "no permission")]
    [InlineData("""{"result":-1,"resultDatas":null}""", "-1", null)]
    public async Task A_refusal_keeps_the_code_with_its_zero_and_the_platforms_words(string answer, string code, string? text)
    {
        var refused = await Assert.ThrowsAsync<MonitoringException>(() => List(answer));

        Assert.Equal(new MonitoringFailure(MonitoringFault.PlatformRefused, Floor.Start, code, text), refused.Failure);
    }

    [Fact]
    public async Task Long_words_of_the_platform_are_cut()
    {
        var refused = await Assert.ThrowsAsync<MonitoringException>(() => List($$"""{"resultCode":"0100001","resultDesc":"{{new string('x', 5000)}}"}"""));

        Assert.Equal(200, refused.Failure.Text!.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<html><head><title>Welcome</title></head></html>")]
    [InlineData("""{"result":"0","resultDatas":[{"workno":101,"na""")]
    [InlineData("""{"resultCode":0100000}""")]
    [InlineData("""[{"workno":101}]""")]
    [InlineData("""{"status":"up"}""")]
    [InlineData("null")]
    [InlineData("OK")]
    // The sample that the rest page prints: braces round an array, members in it, commas missing.
    [InlineData("""{"result":"0","resultDatas":{"allowrestnum":0,"agentsrestdetails": {[ "agentname": "z1", "workno":55001 "cantrestreason":1 ]}}}""")]
    public async Task What_is_not_the_documented_json_is_a_failure_with_a_name(string answer)
    {
        var failed = await Assert.ThrowsAsync<MonitoringException>(() => List(answer));

        Assert.Equal(MonitoringFault.NotUnderstood, failed.Failure.Fault);
        Assert.NotNull(failed.Failure.Text);
    }

    [Fact]
    public async Task Classic_head_counts_come_in_the_other_container_with_one_capital()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has("/querymonitor/systemstate", """{"result":"0","resultDesc":{"busyagent":1,"talkingnum":2,"Idleagent":3,"totalloginagent":7}}""");

        var counts = (await floor.Reader.CountsAsync(new Scope(1), default)).Value;

        Assert.Equal(new HeadCounts(7, 3, 2, null, 1, null, null, null, counts.Notes), counts);
    }

    [Fact]
    public async Task Names_are_one_line_without_control_characters_and_the_number_stands_for_none()
    {
        var list = await List(Payloads.Classic("""[{"workno":101,"name":"An\u0000a\r\n\u202Eb","ctiStatus":1},{"workno":102,"name":"  ","ctiStatus":1},{"workno":103,"name":20011,"ctiStatus":1}]"""));

        Assert.Equal(["An a b", "102", "20011"], list.People.Select(a => a.Name));
    }

    [Fact]
    public async Task A_row_without_a_work_number_is_told_and_the_rest_is_shown()
    {
        var list = await List(Payloads.ClassicAgents(Payloads.ClassicAgent(101, 1), """{"name":"who"}"""));

        Assert.Equal(101, Assert.Single(list.People).WorkNo);
        Assert.Equal([new FloorNote.PartlyRead(1, 2)], list.Notes);
    }

    [Fact]
    public async Task An_unknown_work_number_refused_as_invalid_is_nobody()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(ClassicOne, """{"resultCode":"0100002","resultDesc":"invalid"}""").Has(ClassicRest, Payloads.ClassicRest(0, 0, 0));

        Assert.Null((await floor.Reader.AgentAsync(1, 101, default)).Value.Agent);
    }
}
