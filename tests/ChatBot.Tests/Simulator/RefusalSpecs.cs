namespace ChatBot.Tests.Simulator;

/// <summary>What the platform itself refuses: HTTP 200, a code of its table and a text in Chinese.</summary>
public class RefusalSpecs
{
    [Theory]
    [InlineData("skill/agentbyconfigedskill", """{"vdn":1,"skillId":3}""", "ccId")]
    [InlineData("skill/agentbyconfigedskill", """{"ccId":0,"vdn":1,"skillId":3}""", "1~65535")]
    [InlineData("skill/agentbyconfigedskill", """{"ccId":2,"vdn":1,"skillId":3}""", "不存在")]
    [InlineData("skill/agentbyconfigedskill", """{"ccId":1,"vdn":5001,"skillId":3}""", "1~5000")]
    [InlineData("skill/agentbyconfigedskill", """{"ccId":1,"vdn":2,"skillId":3}""", "不存在")]
    [InlineData("skill/agentbyconfigedskill", """{"ccId":1,"vdn":1,"skillId":10001}""", "1~10000")]
    [InlineData("skill/agentbyconfigedskill", """{"ccId":1,"vdn":1,"skillId":"3"}""", "整数")]
    [InlineData("skill/agentbyconfigedskill", """{"ccId":1,"vdn":1,"skillId":99}""", "不存在")]
    [InlineData("skill/agentbyconfigedskill", "[]", "JSON对象")]
    [InlineData("skill/agentbyconfigedskill", """{"queryParam":7}""", "JSON对象")]
    [InlineData("skill/agentbyconfigedskill", "{", "JSON")]
    [InlineData("agent/agentbyworkno", """{"queryParam":{"ccId":1,"vdn":1,"agentId":101}}""", "ccId")]
    [InlineData("agent/agentbyworkno", """{"ccId":1,"vdn":1,"agentId":60000}""", "70000~999999")]
    [InlineData("vdn/totalagentabstractex3", """{"ccId":1,"vdn":1,"offset":0}""", "limit")]
    [InlineData("vdn/totalagentabstractex3", """{"ccId":1,"vdn":1,"limit":1001,"offset":0}""", "1~1000")]
    [InlineData("vdn/totalagentabstractex3", """{"ccId":1,"vdn":1,"limit":10,"offset":-1}""", "offset")]
    [InlineData("vdn/queryagentstaticconfinfo", """{"ccId":1,"vdn":1,"limit":101,"offset":0}""", "1~100")]
    [InlineData("agentgroup/agentrestinfos", """{"ccId":1,"vdn":1,"limit":10}""", "offset")]
    [InlineData("skill/stateinfo", """{"ccId":1,"vdn":1,"skillIds":[]}""", "非空")]
    [InlineData("skill/stateinfo", """{"ccId":1,"vdn":1,"skillIds":["1"]}""", "整数")]
    public async Task Refuses_parameters_outside_their_documented_ranges(string path, string body, string told)
    {
        await using var centre = await Centre.OpenAsync();

        var answer = await centre.Caller.AskAsync(path, body);

        Assert.Equal("0100002", (string?)answer["resultCode"]);
        Assert.Contains(told, (string?)answer["resultDesc"], StringComparison.Ordinal);
        Assert.Null(answer["resultDatas"]);
    }

    [Theory]
    [InlineData(1000, "resultDatas")]
    [InlineData(1001, "resultDesc")]
    public async Task A_list_of_ids_is_as_long_as_documented(int ids, string field)
    {
        await using var centre = await Centre.OpenAsync();

        var answer = await centre.Caller.AskAsync("skill/stateinfo",
            $$"""{"ccId":1,"vdn":1,"skillIds":[{{string.Join(',', Enumerable.Range(1, ids))}}]}""");

        Assert.Equal(ids <= 1000, answer["resultDatas"] is not null);
        Assert.NotNull(answer[field]);
    }

    [Theory]
    [InlineData("""{"ccId":1,"vdn":1,"skillId":3}""")]
    [InlineData("""{"queryParam":{"ccId":1,"vdn":1,"skillId":2001}}""")]
    public async Task The_old_style_fails_in_its_own_form_or_in_the_new_one(string body)
    {
        await using var centre = await Centre.OpenAsync();
        Assert.Equal("0100002", (string?)(await centre.Caller.AskAsync("agentgroup/agentbyconfigedskill", body))["result"]);

        centre.Itself.Quirks.ClassicFailsLikeCurrent = true;
        var answer = await centre.Caller.AskAsync("agentgroup/agentbyconfigedskill", body);
        Assert.Equal("0100002", (string?)answer["resultCode"]);
        Assert.Null(answer["result"]);
    }

    [Theory]
    [InlineData("vdn/totalagentstate")]
    [InlineData("skill/totalskillstatusex3")]
    [InlineData("skill/stateinfo")]
    public async Task An_old_platform_lacks_some_interfaces(string path)
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Quirks.OldPlatform = true;

        Assert.Equal("0100003", (string?)(await centre.Caller.AskAsync(path, """{"ccId":1,"vdn":1,"skillIds":[1]}"""))["resultCode"]);
    }

    [Fact]
    public async Task A_body_too_long_is_not_read_to_its_end()
    {
        await using var centre = await Centre.OpenAsync();

        Assert.Equal(413, await Announced.StatusAsync(centre.Itself.Address, Caller.Root + "configures/skills", 2_000_000));
    }
}
