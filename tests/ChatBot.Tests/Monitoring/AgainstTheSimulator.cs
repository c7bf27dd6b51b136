using ChatBot.Monitoring;
using ChatBot.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static System.TimeSpan;
using FloorReader = ChatBot.Monitoring.FloorReader;

namespace ChatBot.Tests.Monitoring;

/// <summary>The same questions and the same answers in both editions, against the simulated contact centre.</summary>
public class AgainstTheSimulator
{
    private static readonly Scope Vdn = new(1);
    private static readonly Scope Skill3 = new(1, 3);

    private sealed record House(SimulatedCentre Centre, IHost Host, WatchedTime Time) : IAsyncDisposable
    {
        public FloorReader Reader => Host.Services.GetRequiredService<FloorReader>();

        public async ValueTask DisposeAsync()
        {
            await Task.Run(Host.Dispose).WhileTimePassesOn(Time);
            await Centre.DisposeAsync();
        }
    }

    private static async Task<House> Open(Edition edition)
    {
        var time = new WatchedTime(Monitoring.Floor.Start);
        var centre = await SimulatedCentre.StartAsync(new CentreSettings { AccessKey = "ak", SecretKey = "not-a-real-secret", SignatureWindow = FromHours(4) }, time);
        centre.Vdn(1).Skill(3).Named("Billing");
        var host = Monitoring.Floor.Host(centre.Address.ToString(), edition, time,
            ("Skills:0:Id", "3"), ("Skills:0:Name", "Billing"), ("Skills:0:NameZh", "账单"));
        return new House(centre, host, time);
    }

    private static void Fill(SimulatedCentre centre)
    {
        var skill = centre.Vdn(1).Skill(3);
        skill.Has("Ana", 101, resting: FromMinutes(7), asked: FromMinutes(10));
        skill.Has("Ben", 102, resting: FromMinutes(12), asked: FromMinutes(10));
        skill.Has("Cho", 103, waiting: FromMinutes(4), cause: WaitCause.SkillQuota);
        skill.Has("Dai", 104, talking: FromMinutes(2), signedIn: FromHours(3));
        skill.Has("Eva", 105, cti: 11, since: FromMinutes(1));
        skill.Has("Fan", 106, signedOut: FromMinutes(30));
        skill.HasCallsWaiting(FromSeconds(30), FromSeconds(90));
    }

    [Theory, InlineData(Edition.Current), InlineData(Edition.Classic)]
    public async Task Rest_of_a_queue_and_of_its_vdn_is_the_same_in_both_editions(Edition edition)
    {
        await using var house = await Open(edition);
        Fill(house.Centre);

        foreach (var scope in new[] { Skill3, Vdn })
        {
            var picture = (await house.Reader.RestAsync(scope, default)).Value;

            Assert.Equal((2, 1, 0, 0), (picture.Resting, picture.Waiting, picture.Approved, picture.WaitingOrApproved));
            Assert.Equal([
                new Rest(101, "Ana", RestPhase.Resting, FromMinutes(7), FromMinutes(10), null),
                new Rest(102, "Ben", RestPhase.Resting, FromMinutes(12), FromMinutes(10), null),
                new Rest(103, "Cho", RestPhase.Waiting, FromMinutes(4), FromMinutes(10), RestCause.SkillQuotaFull),
            ], picture.People.OrderBy(p => p.WorkNo));
            Assert.Equal([false, true, false], picture.People.OrderBy(p => p.WorkNo).Select(p => p.Overdue));
        }
    }

    [Theory, InlineData(Edition.Current), InlineData(Edition.Classic)]
    public async Task Agents_of_a_queue_and_of_its_vdn_are_the_same_in_both_editions(Edition edition)
    {
        await using var house = await Open(edition);
        Fill(house.Centre);

        var queue = (await house.Reader.AgentsAsync(Skill3, default)).Value;
        var whole = (await house.Reader.AgentsAsync(Vdn, default)).Value;

        Assert.Equal(["Ana Resting 8", "Ben Resting 8", "Cho Idle 1", "Dai Talking 5", "Eva Unknown 11"],
            queue.People.OrderBy(a => a.WorkNo).Select(a => $"{a.Name} {a.State} {a.Cti}"));
        Assert.Equal(FromMinutes(2), queue.People.Single(a => a.Name == "Dai").InState);
        Assert.Equal(Monitoring.Floor.Start.AddHours(-3), queue.People.Single(a => a.Name == "Dai").SignedIn);
        Assert.Equal(queue.People.OrderBy(a => a.WorkNo).Select(a => (a.Name, a.State, a.InState)), whole.People.OrderBy(a => a.WorkNo).Select(a => (a.Name, a.State, a.InState)));
        Assert.Equal(edition == Edition.Classic ? 1 : 0, whole.Notes.OfType<FloorNote.OnlyQueues>().Count());
    }

    [Theory, InlineData(Edition.Current), InlineData(Edition.Classic)]
    public async Task One_agent_is_told_with_their_rest(Edition edition)
    {
        await using var house = await Open(edition);
        Fill(house.Centre);

        var ana = (await house.Reader.AgentAsync(1, 101, default)).Value;
        var dai = (await house.Reader.AgentAsync(1, 104, default)).Value;
        var fan = (await house.Reader.AgentAsync(1, 106, default)).Value;
        var nobody = (await house.Reader.AgentAsync(1, 999, default)).Value;

        Assert.Equal((AgentState.Resting, FromMinutes(3)), (ana.Agent!.State, ana.Rest!.Left));
        Assert.Equal((AgentState.Talking, null), (dai.Agent!.State, dai.Rest));
        Assert.Equal((AgentState.SignedOut, null), (fan.Agent!.State, fan.Agent.SignedIn));
        Assert.Null(nobody.Agent);
    }

    [Theory, InlineData(Nothing.Failure), InlineData(Nothing.Null), InlineData(Nothing.EmptyObject), InlineData(Nothing.EmptyArray), InlineData(Nothing.Absent)]
    public async Task An_unknown_agent_is_nobody_however_it_is_told(Nothing told)
    {
        foreach (var edition in Enum.GetValues<Edition>())
        {
            await using var house = await Open(edition);
            house.Centre.Quirks.UnknownAgent = told;

            Assert.Null((await house.Reader.AgentAsync(1, 999, default)).Value.Agent);
        }
    }

    [Theory, InlineData(Edition.Current), InlineData(Edition.Classic)]
    public async Task Counts_queues_and_names_are_told_as_far_as_the_edition_knows(Edition edition)
    {
        await using var house = await Open(edition);
        Fill(house.Centre);

        var counts = (await house.Reader.CountsAsync(Skill3, default)).Value;
        var whole = (await house.Reader.CountsAsync(Vdn, default)).Value;
        var queue = Assert.Single((await house.Reader.QueuesAsync(Skill3, default)).Value.Queues);
        var names = await house.Reader.NamesAsync(1, default);

        Assert.Equal((5, 1, 1, 2, 1), (counts.SignedIn, counts.Idle, counts.Talking, counts.Resting, counts.Unknown));
        Assert.Equal((5, 1, 1), (whole.SignedIn, whole.Idle, whole.Talking));
        Assert.Equal((3, 2, edition == Edition.Current ? FromSeconds(90) : null), (queue.Skill, queue.Waiting, queue.LongestWait));
        Assert.Equal(("Billing", "账单"), (names.Skill(1, 3)!.English, names.Skill(1, 3)!.Chinese));
        Assert.Contains(new AgentName(1, 101, "Ana"), names.Agents);
    }

    [Theory]
    [InlineData(Edition.Current, 20)]
    [InlineData(Edition.Current, -200)]
    [InlineData(Edition.Classic, 20)]
    [InlineData(Edition.Classic, -200)]
    public async Task Durations_are_right_when_the_clocks_differ(Edition edition, int minutes)
    {
        await using var house = await Open(edition);
        Fill(house.Centre);
        house.Centre.Trouble.ClockSkew = FromMinutes(minutes);
        var picture = (await house.Reader.RestAsync(Skill3, default)).Value;

        Assert.Equal([7, 12, 4], picture.People.OrderBy(p => p.WorkNo).Select(p => p.For!.Value.TotalMinutes));
        Assert.Equal(Monitoring.Floor.Start.AddHours(-3), (await house.Reader.AgentsAsync(Skill3, default)).Value.People.Single(a => a.WorkNo == 104).SignedIn);
    }

    [Theory, InlineData(Edition.Current), InlineData(Edition.Classic)]
    public async Task Counts_that_disagree_with_the_rows_are_told(Edition edition)
    {
        await using var house = await Open(edition);
        Fill(house.Centre);
        house.Centre.Quirks.CountsOff = 1;

        var picture = (await house.Reader.RestAsync(Vdn, default)).Value;

        Assert.Contains(new FloorNote.CountsDiffer(RestPhase.Resting, 2, 3), picture.Notes);
        Assert.Equal((3, 2), (picture.Resting, picture.People.Count(p => p.Phase == RestPhase.Resting)));
    }

    [Theory, InlineData(Edition.Current), InlineData(Edition.Classic)]
    public async Task Every_way_to_spell_an_answer_is_read(Edition edition)
    {
        foreach (var spelling in Enum.GetValues<FieldCase>())
        {
            await using var house = await Open(edition);
            Fill(house.Centre);
            var quirks = house.Centre.Quirks;
            (quirks.FieldCase, quirks.NumbersAsStrings, quirks.SwapCtiSpelling, quirks.SignedOutInLists) = (spelling, true, true, true);

            var picture = (await house.Reader.RestAsync(Skill3, default)).Value;

            Assert.Equal((2, 1, 3), (picture.Resting, picture.Waiting, picture.People.Count));
            Assert.Equal(5, (await house.Reader.CountsAsync(Vdn, default)).Value.SignedIn);
        }
    }

    [Fact]
    public async Task A_large_vdn_is_read_in_pages_with_its_names()
    {
        await using var house = await Open(Edition.Current);
        for (var i = 0; i < 2345; i++) house.Centre.Vdn(1).Skill(3).Has($"Agent {i}", 1000 + i, busy: FromMinutes(1));

        var list = (await house.Reader.AgentsAsync(Vdn, default)).Value;

        Assert.Equal(2345, list.People.Count);
        Assert.Empty(list.Notes);
        Assert.Equal("Agent 2344", list.People.Single(a => a.WorkNo == 3344).Name);
    }

    [Fact]
    public async Task On_an_old_platform_the_statistics_stand_in_for_nothing_and_the_refusal_is_told()
    {
        await using var house = await Open(Edition.Current);
        house.Centre.Quirks.OldPlatform = true;

        var refused = await Assert.ThrowsAsync<MonitoringException>(() => house.Reader.QueuesAsync(Skill3, default));

        Assert.Equal((MonitoringFault.PlatformRefused, "0100003"), (refused.Failure.Fault, refused.Failure.Code));
    }

    [Fact]
    public async Task A_centre_that_wants_the_empty_line_is_understood()
    {
        var time = new WatchedTime(Monitoring.Floor.Start);
        await using var centre = await SimulatedCentre.StartAsync(new CentreSettings { AccessKey = "ak", SecretKey = "not-a-real-secret" }, time);
        centre.Quirks.EmptyQueryLine = ChatBot.Simulator.EmptyQueryLine.Present;
        using var host = Monitoring.Floor.Host(centre.Address.ToString(), Edition.Current, time, ("Signature:EmptyQueryLine", "Auto"), ("BodyForm", "Samples"));

        var results = await host.Services.GetRequiredService<MonitoringCheck>().RunAsync(default);

        Assert.All(results, r => Assert.True(r.Ok, r.Detail));
        Assert.Equal(2, centre.CallCount);
    }
}
