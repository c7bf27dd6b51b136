using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>The decisions of one poll. One rule or place that fails stops no other.</summary>
internal sealed partial class Round(WatchedOfVdn watched, WatchTools tools, DateTimeOffset now)
{
    private readonly DateTime _wallClock = TimeZoneInfo.ConvertTime(now, tools.Zone).DateTime;

    public void DecideAll() => Decide(null);

    /// <summary>Only of those, by the same readings.</summary>
    public void DecideAgain(IReadOnlyCollection<Watched> lost) => Decide(lost);

    private void Decide(IReadOnlyCollection<Watched>? only)
    {
        bool Concerns(Watched one) => only?.Contains(one) != false;
        // A rule made during the poll waits for the next one.
        var seen = watched.Rules.Where(r => r.Seen is not null).ToList();

        // 1 What is watched no longer.
        foreach (var orphan in watched.Orphans.Where(o => o.IsOpen)) orphan.Decide(Decision.Withdraw(orphan, now));

        // 2 Whether the places can be seen, the whole VDN before its queues.
        var looked = new HashSet<Watched>();
        foreach (var rules in seen.GroupBy(r => r.Conversation))
        {
            foreach (var (scope, sighting, its) in Blindness.Places([.. rules]))
            {
                var place = watched.Place(rules.Key, scope);
                looked.Add(place);
                if (Concerns(place)) Safely(place, () => DecideSight(place, sighting, its));
            }
        }

        foreach (var place in watched.Places.Where(p => p.IsOpen && !looked.Contains(p))) place.Decide(Decision.Withdraw(place, now));

        // 3 The rules, those of the whole VDN before those of its queues, which they mute.
        foreach (var rule in seen.Where(Concerns).OrderBy(r => r.Rule!.Skill is not null).ThenBy(r => r.Rule!.Number))
            Safely(rule, () => DecideRule(rule));
    }

    private void DecideSight(Watched place, Sighting seen, IReadOnlyList<Watched> rules)
    {
        var whole = place.Scope.Skill is null ? null : watched.Place(place.Conversation, new(place.Scope.Vdn));
        var around = new Circumstances(now, rules.Any(r => IsOnDuty(r.Rule!)), whole is { IsOpen: true } ? 0 : null);
        var verdict = Sight.Decide(seen, place.Known, tools.Sight, around);
        Apply(place, verdict, rules.Where(r => r.Failed > 0).MaxBy(r => r.Failed)?.Seen ?? rules[0].Seen!, []);
    }

    private void DecideRule(Watched one)
    {
        var rule = one.Rule!;
        var isBlind = watched.Place(one.Conversation, rule.Scope).IsOpen || watched.Place(one.Conversation, new(rule.Vdn)).IsOpen;
        var around = new Circumstances(now, IsOnDuty(rule), watched.Rules.FirstOrDefault(r => r.IsOpen && Mutes(r.Rule!, rule))?.Rule!.Number, isBlind);
        var verdict = Judge.Decide(rule, one.Seen!, one.Known, tools.Judge, around);
        Apply(one, verdict, one.Seen!, [.. watched.Rules.Select(r => r.Rule!).Where(r => Mutes(rule, r)).Select(r => r.Number).Order()]);
    }

    private void Apply(Watched one, Verdict verdict, Observation seen, IReadOnlyList<int> mutes)
    {
        if (Decision.Of(one, verdict, seen, mutes, now) is { } change) one.Decide(AlertTrace.Signed(change));
        else one.Keep(verdict.Next, new(now, verdict.Kind, verdict.Reason, seen.Value));
    }

    /// <summary>The same thing of the whole VDN and of a queue of it; who may not speak now keeps nobody else quiet.</summary>
    private bool Mutes(Rule vdn, Rule queue) => vdn.Skill is null && queue.Skill is not null && vdn.Conversation == queue.Conversation
        && vdn.Metric == queue.Metric && vdn.Comparison.IsUpward() == queue.Comparison.IsUpward() && IsOnDuty(vdn);

    private bool IsOnDuty(Rule rule) => rule.Active?.Contains(_wallClock) ?? true;

    private void Safely(Watched one, Action decide)
    {
        try
        {
            decide();
        }
        catch (Exception e)
        {
            tools.Health.Failed(Trouble.Deciding);
            CannotDecide(tools.Log, one.Rule?.Number, one.Scope, e);
        }
    }

    [LoggerMessage(3007, LogLevel.Error, "Alert {Rule} at {Scope} could not be decided; it is decided again at the next poll")]
    private static partial void CannotDecide(ILogger log, int? rule, Scope scope, Exception e);
}
