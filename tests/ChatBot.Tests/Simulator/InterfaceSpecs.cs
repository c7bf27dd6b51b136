using System.Text.Json.Nodes;
using ChatBot.Simulator;
using static ChatBot.Simulator.Durations;

namespace ChatBot.Tests.Simulator;

/// <summary>Every interface answers with the fields, the spelling and the units of the documentation.</summary>
public class InterfaceSpecs
{
    private const string Old = """{"queryParam":{"ccId":1,"vdn":1}}""";
    private const string Page = """{"ccId":1,"vdn":1,"limit":100,"offset":0}""";

    [Theory]
    [InlineData("agentgroup/agentbyconfigedskill", """{"queryParam":{"ccId":1,"vdn":1,"skillId":3}}""",
        """
        {"result":"0","resultDatas":[
        {"workno":20011,"name":"Ana","status":8,"ctiStatus":8,"groupid":1,"mediatype":5,"vdnid":1,"phonenumber":"820011","currentstatetime":420,"logindate":1772445600000},
        {"workno":20012,"name":"王芳","status":7,"ctiStatus":5,"groupid":1,"mediatype":5,"vdnid":1,"phonenumber":"820012","currentstatetime":90,"logindate":1772445600000}]}
        """)]
    [InlineData("agentgroup/agentbyworkno", """{"queryParam":{"ccId":1,"vdn":1,"agentId":20013}}""",
        """{"result":"0","resultDatas":{"workno":20013,"name":"Ben","status":2,"citStatus":0,"mediatype":0,"vdnid":1,"phonenumber":null,"currentstatetime":3600,"logindate":4294967295000}}""")]
    [InlineData("agentgroup/agentrestinfo", Old,
        """
        {"result":"0","resultDatas":{"allowrestnum":1,"onrestnum":1,"waitrestnum":1,"agentsrestdetails":[
        {"agentname":"Ana","workno":20011,"cantrestreason":0,"begintime":1772452380000,"restduration":600},
        {"agentname":"王芳","workno":20012,"cantrestreason":1,"begintime":1772452500000,"restduration":900},
        {"agentname":"Mia","workno":20014,"cantrestreason":0,"begintime":1772452770000,"restduration":600}]}}
        """)]
    [InlineData("querymonitor/systemstate", Old,
        """{"result":"0","resultDesc":{"busyagent":0,"talkingnum":1,"Idleagent":1,"totalloginagent":3}}""")]
    [InlineData("realindex/skill/stateinfo", """{"queryParam":{"ccId":1,"vdn":1,"skillIds":[3]}}""",
        """
        {"result":"0","resultDatas":[{"skillId":3,"agentLoginNums":2,"agentTalkingNums":1,"agentIdleNums":0,"agentAvailableNums":0,"agentSetbusyNums":0,
        "agentRestNums":1,"agentMaxIdleTimeIn5":0,"agentWorkNums":0,"agentStudyNums":0,"agentOccupyNums":0,"agentPreOccupyNums":0,"totalCallNums":1,
        "processingCallNums":1,"maxCallWaitTimesIn5":95,"callWaitNums":2,"evenCallTimeIn5":0,"evenWaitTimeIn5":0}]}
        """)]
    public async Task Answers_in_the_old_style(string path, string body, string answer)
    {
        await using var centre = await OpenAsync();

        AssertSame(answer, await centre.Caller.AskAsync(path, body));
    }

    [Theory]
    [InlineData("skill/agentbyconfigedskill", """{"ccId":1,"vdn":1,"skillId":3}""",
        """
        [{"workNo":20011,"name":"Ana","status":8,"ctiStatus":8,"groupId":1,"mediaType":5,"vdnId":1,"phoneNumber":"820011","currentStateTime":420,"loginDate":1772445600000},
        {"workNo":20012,"name":"王芳","status":7,"ctiStatus":5,"groupId":1,"mediaType":5,"vdnId":1,"phoneNumber":"820012","currentStateTime":90,"loginDate":1772445600000}]
        """)]
    [InlineData("agent/agentbyworkno", """{"ccId":1,"vdn":1,"agentId":20013}""",
        """{"workNo":20013,"name":"Ben","status":2,"citStatus":0,"mediaType":0,"vdnId":1,"phoneNumber":null,"currentStateTime":3600,"loginDate":4294967295000}""")]
    [InlineData("vdn/totalagentabstractex3", Page,
        """
        [{"agentId":20011,"currentState":8,"currentStateTime":420,"locationId":65535},{"agentId":20012,"currentState":5,"currentStateTime":90,"locationId":65535},
        {"agentId":20013,"currentState":0,"currentStateTime":3600,"locationId":65535},{"agentId":20014,"currentState":1,"currentStateTime":30,"locationId":65535}]
        """, 4)]
    [InlineData("vdn/queryagentreststate", Page,
        """
        {"allowRestAgentNum":1,"onRestAgentNum":1,"waitRestAgentNum":1,"details":[
        {"agentId":20011,"name":"Ana","vdnId":1,"ccId":1,"cantRestCause":0,"beginTime":1772452380000,"applyRestLength":600,"reqRestDura":420},
        {"agentId":20012,"name":"王芳","vdnId":1,"ccId":1,"cantRestCause":1,"beginTime":1772452500000,"applyRestLength":900},
        {"agentId":20014,"name":"Mia","vdnId":1,"ccId":1,"cantRestCause":0,"beginTime":1772452770000,"applyRestLength":600}]}
        """, 4)]
    [InlineData("agentgroup/agentrestinfos", """{"ccId":1,"vdn":1}""",
        """
        {"allowRestNum":1,"onRestNum":1,"waitRestNum":1,"agentsRestDetails":[
        {"agentName":"Ana","workNo":20011,"cantRestReason":0,"beginTime":1772452380000,"restDuration":600},
        {"agentName":"王芳","workNo":20012,"cantRestReason":1,"beginTime":1772452500000,"restDuration":900},
        {"agentName":"Mia","workNo":20014,"cantRestReason":0,"beginTime":1772452770000,"restDuration":600}]}
        """, 4)]
    [InlineData("vdn/totalagentstate", """{"ccId":1,"vdn":1}""",
        """[{"agentId":20011,"state":8},{"agentId":20012,"state":5},{"agentId":20013,"state":0},{"agentId":20014,"state":1}]""")]
    [InlineData("configures/skills", """{"queryParam":{"ccId":1,"vdn":1}}""",
        """
        [{"id":1,"mediaType":5,"name":"Sales/销售"},{"id":2,"mediaType":5,"name":"Support/技术支持"},{"id":3,"mediaType":5,"name":"Billing/账单"},
        {"id":4,"mediaType":5,"name":"Complaints/投诉"},{"id":5,"mediaType":5,"name":"VIP/贵宾"}]
        """)]
    [InlineData("skill/totalskillstatusex3", """{"ccId":1,"vdn":1,"skillIds":[3,77]}""",
        """[{"skillId":3,"queueSize":2,"queueTime":95,"loggedOnAgents":2,"availAgents":0,"skillDescrip":"Billing/账单","callId":"3-1772452705000","maxQueueSize":100}]""")]
    [InlineData("skill/stateinfo", """{"ccId":1,"vdn":1,"skillIds":[3]}""",
        """
        [{"skillId":3,"agentLoginNums":2,"agentTalkingNums":1,"agentIdleNums":0,"agentAvailableNums":0,"agentSetBusyNums":0,
        "agentRestNums":1,"agentMaxIdleTimeIn5":0,"agentWorkNums":0,"agentStudyNums":0,"agentOccupyNums":0,"agentPreOccupyNums":0,"totalCallNums":1,
        "processingCallNums":1,"maxCallWaitTimesIn5":95,"callWaitNums":2,"evenCallTimeIn5":0,"evenWaitTimeIn5":0,"allCallCount":0,"cnnedIn20sCallCount":0}]
        """)]
    [InlineData("agentgroup/agentstatusinfobyagentids", """{"ccId":1,"vdn":1,"agentIds":[20013,20011,999]}""",
        """
        [{"agentId":20013,"locationId":65535,"currentState":0,"currentStateTime":3600,"currentStateReason":65535,"prevState":0,"prevStateTime":4294967295,
        "logonTime":4294967295000,"agentRelease":0,"currentPrivateCallNum":0},
        {"agentId":20011,"locationId":65535,"currentState":8,"currentStateTime":420,"currentStateReason":1,"prevState":0,"prevStateTime":4294967295,
        "logonTime":1772445600000,"agentRelease":0,"currentPrivateCallNum":0}]
        """)]
    public async Task Answers_in_the_new_style_and_says_it_twice(string path, string body, string payload, int? count = null)
    {
        await using var centre = await OpenAsync();

        var answer = await centre.Caller.AskAsync(path, body);

        AssertSame($$"""{"result":"0","resultCode":"0100000","resultDatas":{{payload}},"resultDesc":{{payload}}{{(count is null ? "" : $",\"count\":{count}")}}}""", answer);
    }

    [Fact]
    public async Task Names_everybody_with_rights_in_a_string()
    {
        await using var centre = await OpenAsync();

        var rows = (await centre.Caller.AskAsync("vdn/queryagentstaticconfinfo", Page))["resultDesc"]!.AsArray();

        Assert.Equal(["Ana", "王芳", "Ben", "Mia"], rows.Select(row => (string)row!["name"]!));
        Assert.All(rows, row => Assert.Equal((-1, 1, 24), ((int)row!["groupId"]!, (int)row["realFlag"]!, ((string)row["rights"]!).Split(',').Length)));
    }

    [Theory]
    [InlineData("vdn/totalagentabstractex3", 100)]
    [InlineData("vdn/queryagentstaticconfinfo", 100)]
    public async Task Pages_show_everybody_once_and_count_the_vdn(string path, int limit)
    {
        await using var centre = await Centre.OpenAsync(new() { AgentsPerVdn = 250 });
        var seen = new List<int>();
        for (var offset = 0; offset < 250; offset += limit)
        {
            var page = await centre.Caller.AskAsync(path, $$"""{"ccId":1,"vdn":1,"limit":{{limit}},"offset":{{offset}}}""");
            Assert.Equal(250, (int)page["count"]!);
            seen.AddRange(page["resultDesc"]!.AsArray().Select(row => (int)row!["agentId"]!));
        }

        Assert.Equal(Enumerable.Range(20001, 250), seen);
    }

    [Fact]
    public async Task A_page_of_rests_has_the_rows_of_its_agents_and_the_counts_of_all()
    {
        await using var centre = await OpenAsync();

        var page = (await centre.Caller.AskAsync("vdn/queryagentreststate", """{"ccId":1,"vdn":1,"limit":2,"offset":2}"""))["resultDesc"]!;

        Assert.Equal(1, (int)page["onRestAgentNum"]!);
        Assert.Equal([20014], page["details"]!.AsArray().Select(row => (int)row!["agentId"]!));
    }

    [Theory]
    [InlineData("agentgroup/agentbyworkno", """{"queryParam":{"ccId":1,"vdn":1,"agentId":20011}}""", "citStatus", 8)]
    [InlineData("agentgroup/agentbyworkno", """{"queryParam":{"ccId":1,"vdn":1,"agentId":20013}}""", "status", 2)]
    public async Task The_code_of_the_single_agent_is_misspelt_as_documented(string path, string body, string field, int value)
    {
        await using var centre = await OpenAsync();

        Assert.Equal(value, (int)(await centre.Caller.AskAsync(path, body))["resultDatas"]![field]!);
    }

    internal static async Task<Centre> OpenAsync()
    {
        var centre = await Centre.OpenAsync();
        var vdn = centre.Itself.Vdn(1);
        vdn.Skill(3).Has("Ana", workNo: 20011, resting: Minutes(7), asked: Minutes(10));
        vdn.Skill(3).Has("王芳", talking: Seconds(90), waiting: Minutes(5), cause: WaitCause.AgentBusy, asked: Minutes(15));
        vdn.Skill(3).Has("Ben", signedOut: Hours(1));
        vdn.Skill(2).Has("Mia", idle: Seconds(30), approved: Seconds(30));
        vdn.Skill(3).HasCallsWaiting(Seconds(20), Seconds(95));
        return centre;
    }

    private static void AssertSame(string expected, JsonNode answer)
    {
        var wanted = JsonNode.Parse(expected)!;
        if (!JsonNode.DeepEquals(wanted, answer)) Assert.Equal(wanted.ToJsonString(), answer.ToJsonString());
    }
}
