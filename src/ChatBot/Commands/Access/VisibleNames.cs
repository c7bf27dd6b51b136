using System.Collections.Concurrent;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Access;

/// <summary>The names that somebody who may see a part of a VDN can ask by and is offered: of their queues, and of who is signed in
/// to one. Kept by rights, so that those with the same share them, and their index in the language.</summary>
public sealed class VisibleNames(FloorReader floor, TimeProvider time)
{
    // Who signs in to a queue can be asked for by name after so long; by number at once.
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private const int Most = 500;

    private readonly ConcurrentDictionary<(int Vdn, string Rights), Page> _pages = new();

    private sealed record Page(Names Of, Names Names, DateTimeOffset At);

    internal async ValueTask<Names> OfAsync(int vdn, Rights rights, VisibleFloor view, CancellationToken stop)
    {
        var all = await floor.NamesAsync(vdn, stop);
        if (!rights.SeesSomeOf(new(vdn))) return new(all.Vdn, [], []);
        var now = time.GetUtcNow();
        if (_pages.TryGetValue((vdn, rights.Key), out var page) && page.Of == all && now - page.At < Lasts) return page.Names;
        var people = await PeopleAsync(vdn, view, stop);
        var names = new Names(all.Vdn, [.. all.Skills.Where(s => rights.Sees(new(s.Vdn, s.Id)))], [.. all.Agents.Where(a => people.Contains(a.WorkNo))]);
        if (_pages.Count >= Most) _pages.Clear();
        _pages[(vdn, rights.Key)] = new(all, names, now);
        return names;
    }

    private async Task<HashSet<int>> PeopleAsync(int vdn, VisibleFloor view, CancellationToken stop)
    {
        try
        {
            var list = await view.AgentsAsync(new(vdn), stop).WaitAsync(LongestWait, time, stop);
            return [.. list.Value.People.Select(a => a.WorkNo)];
        }
        catch (Exception e) when (e is MonitoringException or EditionException or NotYoursException or TimeoutException)
        {
            return [];
        }
    }
}
