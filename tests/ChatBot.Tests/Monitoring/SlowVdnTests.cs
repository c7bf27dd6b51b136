using ChatBot.Monitoring;

namespace ChatBot.Tests.Monitoring;

/// <summary>A VDN that does not answer is nobody else's trouble.</summary>
public class SlowVdnTests
{
    private const string List = "/agentgroup/agentbyconfigedskill";

    /// <summary>VDN 1 never answers, the others do; so many questions to VDN 1 are under way.</summary>
    private static async Task<(Floor Floor, Task[] Stuck)> Half(int stuck)
    {
        var floor = await Floor.Of(Edition.Classic);
        var arrived = new SemaphoreSlim(0);
        floor.Stub.Has(List, async context =>
        {
            if (!StubCentre.BodyOf(context).Contains("\"vdn\":1,", StringComparison.Ordinal))
            {
                await StubCentre.Write(Payloads.ClassicAgents(Payloads.ClassicAgent(101, 1)))(context);
                return;
            }

            arrived.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        var asking = Enumerable.Range(1, stuck).Select(skill => floor.Reader.AgentsAsync(new Scope(1, skill), default)).ToArray<Task>();
        for (var i = 0; i < stuck; i++) await arrived.WaitAsync().WaitAsync(Supervisor.Patience);
        return (floor, asking);
    }

    [Theory, InlineData(1), InlineData(40)]
    public async Task The_others_answer_at_once(int stuck)
    {
        var (floor, _) = await Half(stuck);
        await using var end = floor;

        var quick = await floor.Reader.AgentsAsync(new Scope(2, 3), default).WaitAsync(Supervisor.Patience);

        Assert.Equal(101, Assert.Single(quick.Value.People).WorkNo);
    }

    [Fact]
    public async Task Its_time_outs_open_no_circuit_for_the_others()
    {
        var (floor, stuck) = await Half(8);
        await using var end = floor;
        var all = Task.WhenAll(stuck);
        for (var i = 0; i < 8; i++)
        {
            // An attempt has four seconds, the whole eight.
            floor.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<MonitoringException>(() => all.WhileTimePassesOn(floor.Time));
        Assert.Empty((await floor.Reader.AgentsAsync(new Scope(2, 3), default)).Value.Notes);
    }

    [Fact]
    public async Task Who_stops_asking_leaves_nothing_behind_that_holds_up_the_end()
    {
        var (floor, stuck) = await Half(3);
        using var impatient = new CancellationTokenSource();
        var fourth = floor.Reader.AgentsAsync(new Scope(1, 1), impatient.Token);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fourth);
        Assert.All(stuck, s => Assert.False(s.IsCompleted));
        await floor.DisposeAsync();
        await Assert.ThrowsAsync<MonitoringException>(() => Task.WhenAll(stuck));
    }
}
