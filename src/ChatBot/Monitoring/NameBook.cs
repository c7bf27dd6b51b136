using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace ChatBot.Monitoring;

/// <summary>What agents and queues are called. Known names are given at once and renewed behind the scenes when they are
/// older than ten minutes; only who asks first waits, and not for long.</summary>
internal sealed class NameBook(FloorParts parts, IOptions<MonitoringSettings> options, TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<int, Page> _pages = new();

    private sealed record Page(object? Roster, object? Skills, Names Names);

    public async ValueTask<Names> NamesAsync(int vdn, CancellationToken stop)
    {
        var roster = KnownAsync(parts.Roster(vdn), LongestWait, stop);
        var skills = parts.TellsWholeVdn ? KnownAsync(parts.SkillNames(vdn), LongestWait, stop) : default;
        var (people, queues) = (await roster, await skills);
        // The same names are the same object, so that the language may keep its index of them.
        if (_pages.TryGetValue(vdn, out var page) && page.Roster == people && page.Skills == queues) return page.Names;
        var names = new Names(options.Value.Vdn, Skills(vdn, queues), [.. (people ?? NoNames).Select(p => new AgentName(vdn, p.Key, p.Value))]);
        _pages[vdn] = new Page(people, queues, names);
        return names;
    }

    /// <summary>Names by work number; empty when none came within <paramref name="wait"/>.</summary>
    public async ValueTask<IReadOnlyDictionary<int, string>> RosterAsync(int vdn, TimeSpan wait, CancellationToken stop) =>
        await KnownAsync(parts.Roster(vdn), wait, stop) ?? NoNames;

    /// <summary>The queues of the settings and of the platform, by number.</summary>
    public IReadOnlyList<SkillName> Skills(int vdn, IReadOnlyDictionary<int, string?>? platform)
    {
        var configured = options.Value.SkillsOf(vdn).ToDictionary(s => s.Id);
        return [.. configured.Keys.Union(platform?.Keys ?? []).Order().Select(id =>
        {
            var theirs = platform?.GetValueOrDefault(id);
            return configured.GetValueOrDefault(id)?.Named(vdn, theirs) ?? new SkillName(vdn, id, null, null, [], theirs, Configured: false);
        })];
    }

    private async ValueTask<T?> KnownAsync<T>(SharedReading<T> reading, TimeSpan wait, CancellationToken stop) where T : class
    {
        var good = reading.LastGood;
        if (good is not null && time.GetUtcNow() - good.ReadAt < Lasts) return good.Value;
        var asking = reading.GetAsync(CancellationToken.None);
        if (good is not null) return good.Value;
        try
        {
            return (await asking.WaitAsync(wait, time, stop)).Value;
        }
        catch (Exception e) when (e is MonitoringException or EditionException or TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }

    private static readonly Dictionary<int, string> NoNames = [];
}
