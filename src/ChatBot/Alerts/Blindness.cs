using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>Which places a conversation has rules at, and how each is seen. Pure.</summary>
internal static class Blindness
{
    /// <summary>The whole VDN first: while it is blind its queues are not told of.</summary>
    /// <param name="rules">Of one conversation in one VDN; not empty.</param>
    public static IEnumerable<(Scope Place, Sighting Seen, IReadOnlyList<Watched> Rules)> Places(IReadOnlyList<Watched> rules)
    {
        var scopes = rules.GroupBy(r => r.Scope).ToList();
        Scope whole = new(rules[0].Scope.Vdn);

        // 1 Nothing can be seen: that is the VDN's, unless only one queue of it is looked at.
        var isDark = rules.All(r => r.Failed > 0) && scopes.Count > 1;
        if (isDark)
            yield return (whole, new(rules.Min(r => r.Failed), rules.Max(r => r.LastLive), rules.All(StandsStill)), rules);
        else if (scopes.All(s => s.Key != whole))
            yield return (whole, new(0, rules.Max(r => r.LastLive)), rules);

        // 2 Each place by what cannot be seen of it.
        foreach (var scope in scopes.Where(s => !isDark || s.Key != whole).OrderBy(s => s.Key.Skill ?? 0))
        {
            var failing = scope.Where(r => r.Failed > 0).ToList();
            yield return failing.Count == 0
                ? (scope.Key, new(0, scope.Max(r => r.LastLive)), [.. scope])
                : (scope.Key, new(failing.Max(r => r.Failed), failing.Min(r => r.LastLive), failing.All(StandsStill)), [.. scope]);
        }
    }

    private static bool StandsStill(Watched rule) => rule.Seen?.StandsStillSince is not null;
}
