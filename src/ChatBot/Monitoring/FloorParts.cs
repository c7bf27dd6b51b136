using Microsoft.Extensions.Options;

namespace ChatBot.Monitoring;

/// <summary>The single questions that readings are made of, each shared by all who need it.</summary>
internal sealed class FloorParts(IFloorSource source, SharedReadings shared, IOptions<MonitoringSettings> options, TimeProvider time)
{
    // A failed question is not repeated for each asker, but soon enough for somebody who presses Refresh.
    private static readonly TimeSpan FailureLasts = TimeSpan.FromSeconds(1);

    // The roster may have a hundred pages; nobody waits for all of it.
    private static readonly SharedReadingTimes Slow = new(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));

    private readonly SharedReadingTimes _live = new(options.Value.MaxAge, FailureLasts, options.Value.Timeout);

    public bool TellsWholeVdn => source.TellsWholeVdn;

    public Task<Reading<AgentsRead>> AgentsAsync(Scope scope, CancellationToken stop) => Agents(scope).GetAsync(stop);

    private SharedReading<AgentsRead> Agents(Scope scope) => shared.Of(("agents", scope), _live, async s =>
    {
        var read = await source.AgentsAsync(scope, s);
        return Agents(scope).LastGood is not { } last ? read : read with
        {
            Still = Stillness.Of(Stillness.Times(read), Stillness.Times(last.Value), last.Value.Still, last.ReadAt, time.GetUtcNow()),
        };
    });

    public Task<Reading<Agent?>> AgentAsync(int vdn, int workNo, CancellationToken stop) =>
        shared.Of(("agent", vdn, workNo), _live, s => source.AgentAsync(vdn, workNo, s), failure => failure.MayMeanUnknownNumber).GetAsync(stop);

    public Task<Reading<RestRead>> RestAsync(int vdn, CancellationToken stop) => Rest(vdn).GetAsync(stop);

    private SharedReading<RestRead> Rest(int vdn) => shared.Of(("rest", vdn), _live, async s =>
    {
        var read = await source.RestAsync(vdn, s);
        return Rest(vdn).LastGood is not { } last ? read : read with
        {
            Still = Stillness.Of(Stillness.Times(read), Stillness.Times(last.Value), last.Value.Still, last.ReadAt, time.GetUtcNow()),
        };
    });

    public Task<Reading<HeadCounts>> CountsAsync(int vdn, CancellationToken stop) =>
        shared.Of(("counts", vdn), _live, s => source.CountsAsync(vdn, s)).GetAsync(stop);

    public Task<Reading<QueueBoard>> QueuesAsync(int vdn, IReadOnlyList<int> skills, CancellationToken stop) =>
        shared.Of(("queues", vdn, string.Join(',', skills)), _live, s => source.QueuesAsync(vdn, skills, s)).GetAsync(stop);

    public SharedReading<IReadOnlyDictionary<int, string?>> SkillNames(int vdn) =>
        shared.Of(("skills", vdn), _live, s => source.SkillNamesAsync(vdn, s));

    public SharedReading<IReadOnlyDictionary<int, string>> Roster(int vdn) =>
        shared.Of(("roster", vdn), Slow, s => source.TellsWholeVdn ? source.RosterAsync(vdn, s) : ConfiguredRosterAsync(vdn, s));

    /// <summary>Classic's names: of whoever is signed in to a configured queue.</summary>
    private async Task<IReadOnlyDictionary<int, string>> ConfiguredRosterAsync(int vdn, CancellationToken stop)
    {
        var names = new Dictionary<int, string>();
        foreach (var skill in options.Value.SkillsOf(vdn))
        {
            foreach (var agent in (await AgentsAsync(new Scope(vdn, skill.Id), stop)).Value.People) names[agent.WorkNo] = agent.Name;
        }

        return names;
    }
}
