using ChatBot.Monitoring;
using Microsoft.AspNetCore.Http;

namespace ChatBot.Tests.Monitoring;

/// <summary>One upstream call for all who ask, and the last good reading when it fails.</summary>
public class SharingTests
{
    private const string List = "/agentgroup/agentbyconfigedskill";
    private const string Rest = "/agentgroup/agentrestinfo";
    private static readonly Scope Skill3 = new(1, 3);

    [Fact]
    public async Task Two_hundred_askers_at_once_are_one_call_a_part()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, Payloads.ClassicAgents(Payloads.ClassicAgent(101, 8, 420))).Has(Rest, Payloads.ClassicRest(0, 1, 0, Payloads.ClassicRestRow(101, 420)));

        var readings = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => i % 2 == 0
            ? floor.Reader.RestAsync(Skill3, default).ContinueWith(r => r.Result.Value.People.Count, TaskScheduler.Default)
            : floor.Reader.AgentsAsync(Skill3, default).ContinueWith(r => r.Result.Value.People.Count, TaskScheduler.Default))));

        Assert.All(readings, people => Assert.Equal(1, people));
        Assert.Equal((1, 1), (floor.Stub.CallsOf(List), floor.Stub.CallsOf(Rest)));
    }

    [Fact]
    public async Task A_reading_is_given_for_three_seconds_and_says_its_age()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, Payloads.ClassicAgents());
        await floor.Reader.AgentsAsync(Skill3, default);

        floor.Time.Advance(TimeSpan.FromSeconds(2.9));
        var same = await floor.Reader.AgentsAsync(Skill3, default);
        floor.Time.Advance(TimeSpan.FromSeconds(0.1));
        var fresh = await floor.Reader.AgentsAsync(Skill3, default);

        Assert.Equal((Floor.Start, Floor.Start.AddSeconds(3)), (same.ReadAt, fresh.ReadAt));
        Assert.Equal(2, floor.Stub.CallsOf(List));
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_the_call_for_the_others()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        var (arrived, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        floor.Stub.Has(List, async context =>
        {
            arrived.TrySetResult();
            await answer.Task;
            await context.Response.WriteAsync(Payloads.ClassicAgents());
        });
        using var impatient = new CancellationTokenSource();

        var first = floor.Reader.AgentsAsync(Skill3, impatient.Token);
        await arrived.Task;
        var second = floor.Reader.AgentsAsync(Skill3, default);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();

        Assert.Empty((await second).Value.People);
        Assert.Equal(1, floor.Stub.CallsOf(List));
    }

    [Fact]
    public async Task After_a_failure_the_last_good_reading_is_given_with_its_age_and_the_failure_since_it_began()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, StubCentre.Write(Payloads.ClassicAgents(Payloads.ClassicAgent(101, 1))), StubCentre.Status(403), StubCentre.Status(401), StubCentre.Write(Payloads.ClassicAgents()));
        await floor.Reader.AgentsAsync(Skill3, default);

        floor.Time.Advance(TimeSpan.FromSeconds(10));
        var old = await floor.Reader.AgentsAsync(Skill3, default);
        floor.Time.Advance(TimeSpan.FromSeconds(10));
        var older = await floor.Reader.AgentsAsync(Skill3, default);
        floor.Time.Advance(TimeSpan.FromSeconds(10));
        var fresh = await floor.Reader.AgentsAsync(Skill3, default);

        Assert.Equal((101, Floor.Start), (Assert.Single(old.Value.People).WorkNo, old.ReadAt));
        Assert.Equal((MonitoringFault.GatewayRefused, Floor.Start.AddSeconds(10)), (old.Failure!.Fault, old.Failure.Since));
        Assert.Equal((MonitoringFault.SignatureRefused, Floor.Start.AddSeconds(10)), (older.Failure!.Fault, older.Failure.Since));
        Assert.Null(fresh.Failure);
        var health = floor.Reader.Health;
        Assert.Equal((4, 2, Floor.Start.AddSeconds(30), Floor.Start.AddSeconds(20)), (health.Calls, health.Failures, health.LastGood, health.LastFailureAt));
    }

    [Fact]
    public async Task Rest_of_a_queue_and_of_its_vdn_share_the_rest_call()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, Payloads.ClassicAgents()).Has(Rest, Payloads.ClassicRest(0, 0, 0));

        await floor.Reader.RestAsync(Skill3, default);
        await floor.Reader.RestAsync(new Scope(1), default);
        await floor.Reader.CountsAsync(Skill3, default);

        Assert.Equal((1, 1), (floor.Stub.CallsOf(List), floor.Stub.CallsOf(Rest)));
    }

    [Fact]
    public async Task Readings_do_not_pile_up_for_ever()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, Payloads.ClassicAgents());

        for (var skill = 1; skill <= SharedReadings.Most + 50; skill++) await floor.Reader.AgentsAsync(new Scope(1, skill), default);

        Assert.InRange(floor.Shared.Count, 1, SharedReadings.Most);
    }
}
