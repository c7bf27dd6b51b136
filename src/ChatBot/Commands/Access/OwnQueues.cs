using System.Collections.Concurrent;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Access;

/// <summary>Somebody's own skill queues of a VDN that is not all theirs.</summary>
internal sealed class OwnQueues(FloorReader floor, Rights rights)
{
    private const int AtATime = 4;

    /// <summary>Of many more, each its own upstream call, nobody wants to wait for the sum; and a sum of some of them would be wrong.</summary>
    public const int Most = 100;

    /// <summary>Their queues, and how many of the known ones are not.</summary>
    /// <exception cref="NotYoursException">None is theirs.</exception>
    public async Task<(IReadOnlyList<int> Own, int Others)> OfAsync(int vdn, CancellationToken stop)
    {
        if (!rights.SeesSomeOf(new(vdn))) throw new NotYoursException(new(vdn));
        var known = await KnownAsync(vdn, stop);
        // Where nobody can tell which there are, those that the settings name one by one are.
        int[] own = known.Count > 0
            ? [.. known.Where(id => rights.Sees(new(vdn, id)))]
            : [.. rights.See.Where(p => !p.IsWhole && p.IsOf(vdn)).SelectMany(p => Enumerable.Range(p.First!.Value, p.Last!.Value - p.First.Value + 1)).Distinct().Order()];
        return own.Length > 0 ? (own, known.Count == 0 ? 0 : known.Count - own.Length) : throw new NotYoursException(new(vdn));
    }

    /// <summary>Reads each of them, the newest reading first.</summary>
    /// <param name="value">The sum of the readings, with these notes besides their own.</param>
    public async Task<Reading<T>> ReadAsync<T>(
        int vdn, Func<Scope, CancellationToken, Task<Reading<T>>> read, Func<IReadOnlyList<T>, IReadOnlyList<FloorNote>, T> value, CancellationToken stop)
    {
        var (own, others) = await OfAsync(vdn, stop);
        if (own.Count > Most) throw new NotYoursException(new(vdn)) { TooMany = own.Count };
        var good = new ConcurrentBag<Reading<T>>();
        var failed = new ConcurrentDictionary<int, MonitoringFailure>();
        await Parallel.ForEachAsync(own, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop }, async (skill, s) =>
        {
            try { good.Add(await read(new(vdn, skill), s)); }
            catch (MonitoringException e) { failed[skill] = e.Failure; }
        });

        if (good.IsEmpty) throw new MonitoringException(failed.Values.MinBy(f => f.Since)!);
        List<FloorNote> notes = [new FloorNote.NotYours(others)];
        if (!failed.IsEmpty) notes.Add(new FloorNote.QueuesNotRead([.. failed.Keys.Order()], failed.Values.MinBy(f => f.Since)!));
        var newest = good.OrderByDescending(r => r.ReadAt).ToList();
        return new(value([.. newest.Select(r => r.Value)], notes), newest[^1].ReadAt, newest.Select(r => r.Failure).FirstOrDefault(f => f is not null));
    }

    /// <summary>What a reading of the whole VDN says besides, as far as it is theirs.</summary>
    public IReadOnlyList<FloorNote> Notes(int vdn, int others, IEnumerable<FloorNote> notes) =>
    [
        .. notes.Select(note => note switch
        {
            FloorNote.OnlyQueues n => new FloorNote.OnlyQueues(Own(n.Skills, vdn)),
            FloorNote.QueuesNotRead n => n with { Skills = Own(n.Skills, vdn) },
            _ => note,
        }).Where(note => note is not (FloorNote.OnlyQueues { Skills.Count: 0 } or FloorNote.QueuesNotRead { Skills.Count: 0 })),
        new FloorNote.NotYours(others),
    ];

    private IReadOnlyList<int> Own(IEnumerable<int> skills, int vdn) => [.. skills.Where(id => rights.Sees(new(vdn, id)))];

    private async Task<IReadOnlyList<int>> KnownAsync(int vdn, CancellationToken stop)
    {
        try
        {
            return [.. (await floor.SkillsAsync(vdn, stop)).Value.Skills.Select(s => s.Id)];
        }
        catch (Exception e) when (e is MonitoringException or EditionException)
        {
            return [];
        }
    }
}
