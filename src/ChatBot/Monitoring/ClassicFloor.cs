using ChatBot.Monitoring.Wire;
using Microsoft.Extensions.Options;

namespace ChatBot.Monitoring;

/// <summary>The floor as CC-CMS 8.13 and before tells it.</summary>
internal sealed class ClassicFloor(IClassicApi api, IOptions<MonitoringSettings> options) : IFloorSource
{
    public bool TellsWholeVdn => false;

    public async Task<AgentsRead> AgentsAsync(Scope scope, CancellationToken stop)
    {
        if (scope.Skill is not { } skill) throw new EditionException(EditionGap.AgentsOfVdn);
        return FromWire.Agents((await api.AgentsOfSkill(Ask(scope.Vdn, q => q with { SkillId = skill }), scope.Vdn, stop)).Granted().Rows);
    }

    public async Task<Agent?> AgentAsync(int vdn, int workNo, CancellationToken stop)
    {
        var answer = (await api.Agent(Ask(vdn, q => q with { AgentId = workNo }), vdn, stop)).Granted();
        return FromWire.OneAgent(answer.Rows, workNo);
    }

    public async Task<RestRead> RestAsync(int vdn, CancellationToken stop) =>
        RestPages.Join((await api.Rest(Ask(vdn, q => q), vdn, stop)).Granted().Rows);

    public async Task<HeadCounts> CountsAsync(int vdn, CancellationToken stop)
    {
        var row = (await api.Counts(Ask(vdn, q => q), vdn, stop)).Granted().Rows.FirstOrDefault() ?? new CountsRow();
        if ((row.TotalLoginAgent ?? row.IdleAgent ?? row.TalkingNum ?? row.BusyAgent) is null)
            throw new UpstreamFault(MonitoringFault.NotUnderstood, null, "an answer without counts");
        return new HeadCounts(
            SignedIn: Plausible.Count(row.TotalLoginAgent), Idle: Plausible.Count(row.IdleAgent),
            Talking: Plausible.Count(row.TalkingNum), WrapUp: null, Busy: Plausible.Count(row.BusyAgent),
            Resting: null, Learning: null, Unknown: null, Notes: []);
    }

    public async Task<QueueBoard> QueuesAsync(int vdn, IReadOnlyList<int> skills, CancellationToken stop)
    {
        var queues = new List<QueueState>();
        foreach (var some in skills.Chunk(1000))
            queues.AddRange((await api.Queues(Ask(vdn, q => q with { SkillIds = some }), vdn, stop)).Granted().Rows
                .Select(Statistics).OfType<QueueState>());
        return new QueueBoard([.. queues.DistinctBy(q => q.Skill)], [new FloorNote.LongestOf5Min()]);
    }

    public Task<IReadOnlyDictionary<int, string?>> SkillNamesAsync(int vdn, CancellationToken stop) =>
        throw new EditionException(EditionGap.SkillNames);

    public Task<IReadOnlyDictionary<int, string>> RosterAsync(int vdn, CancellationToken stop) =>
        throw new EditionException(EditionGap.AgentsOfVdn);

    /// <summary>A queue by its statistics, which know the longest wait of five minutes only.</summary>
    public static QueueState? Statistics(QueueRow row) => row.Number() is { } id
        ? new QueueState(id, Plausible.Calls(row.CallWaitNums), LongestWait: null,
            LongestWaitIn5Min: Plausible.Seconds(row.MaxCallWaitTimesIn5),
            SignedIn: Plausible.Count(row.AgentLoginNums), Free: Plausible.Count(row.AgentAvailableNums))
        : null;

    private Query Ask(int vdn, Func<Query, Query> more) => more(new Query { CcId = options.Value.CallCentre, Vdn = vdn }).Wrapped();
}
