using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ChatBot.Monitoring;

/// <summary>The agents of a scope with their names, whichever edition and however many calls it takes.</summary>
internal sealed class FloorLists(FloorParts parts, NameBook names, IOptions<MonitoringSettings> options)
{
    private const int AtATime = 4;
    private const int MostSingleQueries = 20;

    // The first list of a VDN waits this long for its names; then numbers are shown until the names have come.
    private static readonly TimeSpan NamesWait = TimeSpan.FromSeconds(2);

    public async Task<Reading<AgentList>> OfAsync(Scope scope, CancellationToken stop)
    {
        if (scope.Skill is null && !parts.TellsWholeVdn) return await UnionAsync(scope.Vdn, stop);
        var reading = await parts.AgentsAsync(scope, stop);
        var people = scope.Skill is null ? await NamedAsync(scope.Vdn, reading.Value.People, stop) : reading.Value.People;
        return new Reading<AgentList>(new AgentList(people, [.. Lost(reading.Value)]), reading.ReadAt, reading.Failure);
    }

    /// <summary>The states of people in the rest overview that no list told: one query each, few at a time, not many.</summary>
    /// <param name="enough">Ends it with those found by then.</param>
    public async Task<IReadOnlyDictionary<int, Agent>> OneByOneAsync(int vdn, IEnumerable<int> workNos, CancellationToken enough)
    {
        var found = new ConcurrentDictionary<int, Agent>();
        var asking = Parallel.ForEachAsync(workNos.Take(MostSingleQueries), Few(enough), async (workNo, s) =>
        {
            try
            {
                if ((await parts.AgentAsync(vdn, workNo, s)).Value is { } agent) found[workNo] = agent;
            }
            catch (MonitoringException)
            {
                // This one stays undecided by state; the cause and the counts may still tell.
            }
        });
        await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (asking.IsFaulted) await asking;
        return found;
    }

    private async Task<Reading<AgentList>> UnionAsync(int vdn, CancellationToken stop)
    {
        int[] skills = [.. options.Value.SkillsOf(vdn).Select(s => s.Id).Order()];
        if (skills.Length == 0) throw new EditionException(EditionGap.AgentsOfVdn);
        var read = new ConcurrentDictionary<int, Reading<AgentsRead>>();
        var failed = new ConcurrentDictionary<int, MonitoringFailure>();
        await Parallel.ForEachAsync(skills, Few(stop), async (skill, s) =>
        {
            try { read[skill] = await parts.AgentsAsync(new Scope(vdn, skill), s); }
            catch (MonitoringException e) { failed[skill] = e.Failure; }
        });

        if (read.IsEmpty) throw new MonitoringException(failed.Values.MinBy(f => f.Since)!);
        List<FloorNote> notes = [new FloorNote.OnlyQueues(skills)];
        if (!failed.IsEmpty) notes.Add(new FloorNote.QueuesNotRead([.. failed.Keys.Order()], failed.Values.MinBy(f => f.Since)!));
        notes.AddRange(read.Values.SelectMany(r => Lost(r.Value)).Distinct());
        // Somebody in two queues is shown as the newest reading has them.
        var people = read.Values.OrderByDescending(r => r.ReadAt).SelectMany(r => r.Value.People).DistinctBy(a => a.WorkNo).ToList();
        return new Reading<AgentList>(new AgentList(people, notes),
            read.Values.Min(r => r.ReadAt), read.Values.Select(r => r.Failure).FirstOrDefault(f => f is not null));
    }

    private async Task<IReadOnlyList<Agent>> NamedAsync(int vdn, IReadOnlyList<Agent> people, CancellationToken stop)
    {
        var roster = await names.RosterAsync(vdn, NamesWait, stop);
        return roster.Count == 0 ? people
            : [.. people.Select(a => roster.TryGetValue(a.WorkNo, out var name) ? a with { Name = name } : a)];
    }

    private static IEnumerable<FloorNote> Lost(AgentsRead read)
    {
        if (read.Lost > 0) yield return new FloorNote.PartlyRead(read.People.Count, read.People.Count + read.Lost);
        foreach (var note in read.Still.Notes()) yield return note;
    }

    private static ParallelOptions Few(CancellationToken stop) => new() { MaxDegreeOfParallelism = AtATime, CancellationToken = stop };
}
