using ChatBot.Monitoring.Wire;
using Microsoft.Extensions.Options;

namespace ChatBot.Monitoring;

/// <summary>The floor as CC-CMS 8.14 and later tells it.</summary>
internal sealed class CurrentFloor(ICurrentApi api, IOptions<MonitoringSettings> options, ServerClock clock, TimeProvider time)
    : IFloorSource
{
    public bool TellsWholeVdn => true;

    public async Task<AgentsRead> AgentsAsync(Scope scope, CancellationToken stop)
    {
        if (scope.Skill is { } skill)
            return FromWire.Agents((await api.AgentsOfSkill(Sampled(Ask(scope.Vdn) with { SkillId = skill }), scope.Vdn, stop)).Granted().Rows);
        var (rows, missing) = await PagesAsync(1000, page => api.AgentsOfVdn(Page(scope.Vdn, 1000, page), scope.Vdn, stop), r => r.Number());
        var read = FromWire.Agents(rows);
        return read with { Lost = read.Lost + missing };
    }

    public async Task<Agent?> AgentAsync(int vdn, int workNo, CancellationToken stop)
    {
        var answer = (await api.Agent(Ask(vdn) with { AgentId = workNo }, vdn, stop)).Granted();
        return FromWire.OneAgent(answer.Rows, workNo);
    }

    public async Task<RestRead> RestAsync(int vdn, CancellationToken stop)
    {
        // "count" is the number of agents in the VDN, so pages are walked by agents, not by rest rows.
        var pages = new List<RestOverview>();
        for (var page = 0; page < MostPages; page++)
        {
            var answer = (await api.Rest(Page(vdn, 1000, page), vdn, stop)).Granted();
            pages.AddRange(answer.Rows);
            if (pages.Sum(p => p.People().Count) > MostRows) throw TooMany();
            if ((page + 1) * 1000L >= (answer.Count ?? 0)) break;
        }

        var read = RestPages.Join(pages);
        // A rest's begin and the time rested make the server's "now".
        clock.SawData(read.Lines.Where(l => l.Rested > TimeSpan.Zero).Select(l => l.Begin + l.Rested).OfType<DateTimeOffset>(), time.GetUtcNow());
        return read;
    }

    public Task<HeadCounts> CountsAsync(int vdn, CancellationToken stop) =>
        throw new InvalidOperationException("Current counts its own list of the VDN.");

    public async Task<QueueBoard> QueuesAsync(int vdn, IReadOnlyList<int> skills, CancellationToken stop)
    {
        var queues = new List<QueueState>();
        try
        {
            foreach (var some in skills.Chunk(1000))
                queues.AddRange((await api.Queues(Ask(vdn) with { SkillIds = some }, vdn, stop)).Granted().Rows.Select(Length).OfType<QueueState>());
            return new QueueBoard([.. queues.DistinctBy(q => q.Skill)], []);
        }
        catch (UpstreamFault fault) when (fault.Fault == MonitoringFault.PlatformRefused)
        {
            // Queue length needs a newer CTI platform; the statistics may still be told.
            queues.Clear();
            foreach (var some in skills.Chunk(1000))
                queues.AddRange((await api.Statistics(Sampled(Ask(vdn) with { SkillIds = some }), vdn, stop)).Granted().Rows
                    .Select(ClassicFloor.Statistics).OfType<QueueState>());
            return new QueueBoard([.. queues.DistinctBy(q => q.Skill)], [new FloorNote.LongestOf5Min()]);
        }
    }

    public async Task<IReadOnlyDictionary<int, string?>> SkillNamesAsync(int vdn, CancellationToken stop) =>
        (await api.SkillNames(Sampled(Ask(vdn)), vdn, stop)).Granted().Rows
            .Where(r => r.Number() is not null).DistinctBy(r => r.Number()).ToDictionary(r => r.Number()!.Value, r => r.Called());

    public async Task<IReadOnlyDictionary<int, string>> RosterAsync(int vdn, CancellationToken stop)
    {
        var (rows, _) = await PagesAsync(100, page => api.Roster(Page(vdn, 100, page), vdn, stop), r => r.Number());
        return rows.Where(r => r.Number() is not null && r.Called() is not null).ToDictionary(r => r.Number()!.Value, r => r.Called()!);
    }

    private const int MostPages = 600;

    // There are fewer work numbers than that in the largest edition.
    private const int MostRows = 1_000_000;

    private static UpstreamFault TooMany() => new(MonitoringFault.NotUnderstood, null, $"more than {MostRows} rows");

    /// <summary>All pages of a list whose <c>count</c> is the length of the whole; people who slip from one page to the
    /// next while we read are counted once.</summary>
    private static async Task<(List<T> Rows, int Missing)> PagesAsync<T>(
        int limit, Func<int, Task<Answer<T>>> page, Func<T, int?> key) where T : class
    {
        var rows = new Dictionary<int, T>();
        long? expected = null;
        for (var n = 0; n < MostPages; n++)
        {
            var answer = (await page(n)).Granted();
            expected = answer.Count ?? expected;
            foreach (var row in answer.Rows)
                if (key(row) is { } number) rows[number] = row;
            if (rows.Count > MostRows) throw TooMany();
            if (answer.Rows.Count == 0 || (n + 1L) * limit >= (expected ?? long.MaxValue)) break;
            if (expected is null && answer.Rows.Count < limit) break;
        }

        return ([.. rows.Values], (int)Math.Clamp((expected ?? rows.Count) - rows.Count, 0, 1_000_000));
    }

    private static QueueState? Length(QueueRow row)
    {
        if (row.Number() is not { } id) return null;
        var waiting = Plausible.Calls(row.QueueSize);
        return new QueueState(id, waiting, waiting is 0 ? null : Plausible.Seconds(row.QueueTime), LongestWaitIn5Min: null,
            SignedIn: Plausible.Count(row.LoggedOnAgents), Free: Plausible.Count(row.AvailAgents));
    }

    private Query Ask(int vdn) => new() { CcId = options.Value.CallCentre, Vdn = vdn };

    private Query Page(int vdn, int limit, int page) => Ask(vdn) with { Limit = limit, Offset = limit * page };

    private Query Sampled(Query query) => options.Value.BodyForm == BodyForm.Samples ? query.Wrapped() : query;
}
