using ChatBot.Monitoring;

namespace ChatBot.Tests.Monitoring;

/// <summary>What an edition cannot tell, what is missing, and what stands in for it.</summary>
public class PartsTests
{
    private const string List = "/agentgroup/agentbyconfigedskill";
    private static readonly (string, string?)[] TwoQueues = [("Skills:0:Id", "3"), ("Skills:1:Id", "4"), ("Skills:1:Name", "VIP")];

    [Fact]
    public async Task Classic_without_queues_in_the_settings_says_what_it_cannot_tell()
    {
        await using var floor = await Floor.Of(Edition.Classic);

        Assert.Equal(EditionGap.AgentsOfVdn, (await Assert.ThrowsAsync<EditionException>(() => floor.Reader.AgentsAsync(new Scope(1), default))).Gap);
        Assert.Equal(EditionGap.QueuesOfVdn, (await Assert.ThrowsAsync<EditionException>(() => floor.Reader.QueuesAsync(new Scope(1), default))).Gap);
        Assert.Equal(EditionGap.SkillNames, (await Assert.ThrowsAsync<EditionException>(() => floor.Reader.SkillsAsync(1, default))).Gap);
        Assert.Empty(floor.Stub.Calls);
    }

    [Fact]
    public async Task One_queue_of_the_union_that_fails_is_told_and_the_rest_is_shown()
    {
        await using var floor = await Floor.Of(Edition.Classic, TwoQueues);
        floor.Stub.Has(List, async context =>
        {
            var four = StubCentre.BodyOf(context).Contains("\"skillId\":4", StringComparison.Ordinal);
            await StubCentre.Write(four ? """{"resultCode":"0101003","resultDesc":"no permission"}""" : Payloads.ClassicAgents(Payloads.ClassicAgent(101, 1)))(context);
        });
        await floor.Reader.AgentsAsync(new Scope(1, 3), default);

        var union = (await floor.Reader.AgentsAsync(new Scope(1), default)).Value;

        Assert.Equal([101], union.People.Select(a => a.WorkNo));
        Assert.Equal([3, 4], Assert.Single(union.Notes.OfType<FloorNote.OnlyQueues>()).Skills);
        var notRead = Assert.Single(union.Notes.OfType<FloorNote.QueuesNotRead>());
        Assert.Equal("4 0101003", $"{string.Join(',', notRead.Skills)} {notRead.Failure.Code}");
    }

    [Fact]
    public async Task Classic_asks_one_by_one_who_rests_when_no_queue_tells_it()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has("/agentgroup/agentrestinfo", Payloads.ClassicRest(1, 1, 1, Payloads.ClassicRestRow(101, 60), Payloads.ClassicRestRow(102, 60, cause: 2), Payloads.ClassicRestRow(103, 60)));
        floor.Stub.Has("/agentgroup/agentbyworkno", async context => await StubCentre.Write(Payloads.Classic(
            StubCentre.BodyOf(context).Contains("101", StringComparison.Ordinal) ? Payloads.ClassicAgent(101, 8, 60) : Payloads.ClassicAgent(103, 7)))(context));
        await floor.Reader.AgentAsync(1, 101, default);
        await floor.Reader.AgentAsync(1, 103, default);

        var picture = (await floor.Reader.RestAsync(new Scope(1), default)).Value;

        Assert.Equal([RestPhase.Resting, RestPhase.Waiting, RestPhase.Approved], picture.People.Select(p => p.Phase));
        Assert.Empty(picture.Notes);
        Assert.Equal(2, floor.Stub.CallsOf("/agentgroup/agentbyworkno"));
    }

    [Fact]
    public async Task What_stays_open_is_waiting_or_approved()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, Payloads.ClassicAgents(Payloads.ClassicAgent(101, 1), Payloads.ClassicAgent(102, 1)));
        floor.Stub.Has("/agentgroup/agentrestinfo", Payloads.ClassicRest(1, 0, 1, Payloads.ClassicRestRow(101, 60), Payloads.ClassicRestRow(102, 60)));

        var picture = (await floor.Reader.RestAsync(new Scope(1, 3), default)).Value;

        Assert.Equal((0, 0, 0, 2), (picture.Resting, picture.Waiting, picture.Approved, picture.WaitingOrApproved));
        Assert.All(picture.People, p => Assert.Null(p.Cause));
    }

    [Fact]
    public async Task Somebody_resting_by_state_without_a_rest_row_rests_nevertheless()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, Payloads.ClassicAgents(Payloads.ClassicAgent(101, 8, 42))).Has("/agentgroup/agentrestinfo", Payloads.ClassicRest(0, 0, 0));

        var rest = Assert.Single((await floor.Reader.RestAsync(new Scope(1, 3), default)).Value.People);

        Assert.Equal(new Rest(101, "A101", RestPhase.Resting, TimeSpan.FromSeconds(42), null, null), rest);
    }

    [Fact]
    public async Task A_dummy_begin_is_no_duration_but_the_state_knows_how_long_somebody_rests()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, Payloads.ClassicAgents(Payloads.ClassicAgent(101, 8, 42), Payloads.ClassicAgent(102, 1)));
        floor.Stub.Has("/agentgroup/agentrestinfo", Payloads.ClassicRest(0, 1, 1,
            """{"agentname":"z1","workno":101,"cantrestreason":0,"begintime":2345,"restduration":600}""",
            """{"agentname":"z2","workno":102,"cantrestreason":9,"begintime":2345,"restduration":4294967295}"""));

        var people = (await floor.Reader.RestAsync(new Scope(1, 3), default)).Value.People;

        Assert.Equal(new Rest(101, "z1", RestPhase.Resting, TimeSpan.FromSeconds(42), TimeSpan.FromMinutes(10), null), people[0]);
        Assert.Equal(new Rest(102, "z2", RestPhase.Waiting, null, null, (RestCause)9), people[1]);
    }

    [Theory]
    [InlineData("1501125758000", 600, null, 600)]          // the sample's 2017 is no rest of nine years
    [InlineData("4102444799000", 600, null, 600)]          // nor has anybody begun in 2099
    [InlineData("4294967295000", 65535000, null, null)]
    [InlineData("1772438399000", 0, 1, null)]              // begun a second ago, asked for nothing
    [InlineData("1772438410000", 4294967295, 0, null)]     // ten seconds ahead is a clock
    [InlineData("1772439300000", 600, null, 600)]          // a quarter of an hour is not known
    public async Task A_begin_and_a_length_that_cannot_be_are_unknown(string begin, long asked, int? since, int? length)
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, Payloads.ClassicAgents(Payloads.ClassicAgent(101, 1)));
        floor.Stub.Has("/agentgroup/agentrestinfo", Payloads.ClassicRest(0, 0, 1,
            $$"""{"agentname":"z1","workno":101,"cantrestreason":2,"begintime":{{begin}},"restduration":{{asked}}}"""));

        var rest = Assert.Single((await floor.Reader.RestAsync(new Scope(1, 3), default)).Value.People);

        Assert.Equal((since, length), ((int?)rest.For?.TotalSeconds, (int?)rest.Asked?.TotalSeconds));
    }

    [Fact]
    public async Task Half_a_list_says_how_much_of_it_came()
    {
        await using var floor = await Floor.Of(Edition.Current);
        floor.Stub.Has("/vdn/totalagentabstractex3", StubCentre.Write(Payloads.Current("""[{"agentId":101,"currentState":1,"currentStateTime":5,"locationId":65535}]""", 5)));
        floor.Stub.Has("/vdn/queryagentstaticconfinfo", Payloads.Current("""[{"agentId":101,"name":"Ana","groupId":-1,"rights":"0,1","realFlag":1}]""", 1));

        var list = (await floor.Reader.AgentsAsync(new Scope(1), default)).Value;

        Assert.Equal((101, "Ana", AgentState.Idle), (list.People[0].WorkNo, list.People[0].Name, list.People[0].State));
        Assert.Equal([new FloorNote.PartlyRead(1, 5)], list.Notes);
    }

    [Fact]
    public async Task Names_never_fail()
    {
        await using var floor = await Floor.Of(Edition.Current, TwoQueues);
        floor.Stub.Has("/vdn/queryagentstaticconfinfo", StubCentre.Status(403)).Has("/configures/skills", StubCentre.Status(403));

        var names = await floor.Reader.NamesAsync(1, default);

        Assert.Equal([3, 4], names.Skills.Select(s => s.Id));
        Assert.Empty(names.Agents);
    }

    [Fact]
    public async Task Names_that_do_not_come_are_not_waited_for_longer_than_a_second()
    {
        await using var floor = await Floor.Of(Edition.Current);
        var never = new TaskCompletionSource();
        floor.Stub.Has("/vdn/queryagentstaticconfinfo", _ => never.Task).Has("/configures/skills", Payloads.Current("[]"));

        var wait = floor.Time.NextWait(TimeSpan.FromSeconds(1));
        var names = floor.Reader.NamesAsync(1, default).AsTask();
        await wait;
        while (!names.IsCompleted)
        {
            floor.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Empty((await names).Agents);
        never.SetResult();
    }

    [Fact]
    public async Task The_statistics_stand_in_where_the_queue_length_is_refused()
    {
        await using var floor = await Floor.Of(Edition.Current, ("BodyForm", "Samples"));
        floor.Stub.Has("/skill/totalskillstatusex3", """{"resultCode":"0100003","resultDesc":"V3R6"}""");
        floor.Stub.Has("/skill/stateinfo", Payloads.Current("""[{"skillId":"3","callWaitNums":"4","maxCallWaitTimesIn5":75,"agentLoginNums":9,"agentAvailableNums":2}]"""));

        var board = (await floor.Reader.QueuesAsync(new Scope(1, 3), default)).Value;

        Assert.Equal([new QueueState(3, 4, null, TimeSpan.FromSeconds(75), 9, 2)], board.Queues);
        Assert.Equal([new FloorNote.LongestOf5Min()], board.Notes);
        Assert.Equal("""{"queryParam":{"ccId":1,"vdn":1,"skillIds":[3]}}""", floor.Stub.Calls.Last().Body);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(600, 600)]
    [InlineData(-600, -600)]
    [InlineData(90000, 0)]
    public void The_date_header_tells_the_clock_where_no_data_does(int ahead, int believed)
    {
        var time = new WatchedTime(Floor.Start);
        var clock = new ServerClock(time);

        clock.SawDate(Floor.Start.AddSeconds(ahead));

        Assert.Equal(believed, clock.Ahead.TotalSeconds, 1.0);
        clock.SawData([Floor.Start.AddSeconds(30), Floor.Start.AddSeconds(31), Floor.Start.AddDays(9)], Floor.Start);
        Assert.Equal(31, clock.Ahead.TotalSeconds);
    }
}
