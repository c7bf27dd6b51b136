namespace ChatBot.Alerts;

/// <summary>What a verdict changes: the incident, its history, and what is to be said. Pure.</summary>
internal static class Decision
{
    private const int MostLines = 200;

    /// <param name="mutes">Numbers of the rules that are quiet while this incident is open.</param>
    /// <returns>Null when nothing has to be stored.</returns>
    public static Change? Of(Watched watched, Verdict verdict, Observation seen, IReadOnlyList<int> mutes, DateTimeOffset now)
    {
        HistoryLine line = new(now, verdict.Kind, verdict.Reason, seen.Value);
        if (verdict.Kind == VerdictKind.Raise) return Raise(watched, verdict, seen, mutes, line);
        if (watched.Incident is not { Open: true } before) return null;

        // 1 The new figures.
        var after = before with
        {
            Rule = watched.Rule,
            Known = verdict.Next,
            Last = before.IsBlindness && seen.Value is not null ? before.Last : Latest(before.Last, seen),
            Trend = WithLast(before.Trend, seen),
            Mutes = mutes,
        };
        if (verdict.Kind is VerdictKind.Resolve or VerdictKind.SignedOut)
        {
            after = after with
            {
                EndedAt = now,
                Ending = verdict.Kind == VerdictKind.SignedOut ? Ending.SignedOut : after.IsBlindness ? Ending.SeeingAgain : Ending.Recovered,
            };
        }

        // 2 Is it worth storing, and do people have to see it at once?
        var isState = verdict.Kind >= VerdictKind.Raise || before.Known.Blind != after.Known.Blind || !SameRule(before.Rule, after.Rule)
            || !before.Mutes.SequenceEqual(mutes) || (before.IsBlindness && before.Known.Phase != after.Known.Phase);
        var isFigure = seen.Value is not null && !after.IsBlindness;
        if (!isState && !isFigure && before.Last.Failure == after.Last.Failure && before.Last.StandsStillSince == after.Last.StandsStillSince) return null;
        return Changed(watched, after, isState, [line], verdict.Aloud ? [Say(after, PostKind.Reply, verdict, now)] : []);
    }

    /// <summary>The rule is gone or paused, or a blind place holds no rule any more.</summary>
    public static Change Withdraw(Watched watched, DateTimeOffset now) => Changed(
        watched, watched.Incident! with { EndedAt = now, Ending = Ending.RuleWithdrawn }, isState: true,
        [new(now, VerdictKind.Stay, null, watched.Known.Value, "withdraw")], []);

    private static Change Raise(Watched watched, Verdict verdict, Observation seen, IReadOnlyList<int> mutes, HistoryLine line)
    {
        IReadOnlyList<HistoryLine> lines = [.. watched.Before, line];
        var isBack = verdict.Reason.Because == Because.BackWithinCoolDown;
        var incident = isBack && watched.Incident is { Open: false } last
            ? last with { EndedAt = null, Ending = null, Reopened = last.Reopened + 1 }
            : new() { Conversation = watched.Conversation, Scope = watched.Scope, RaisedAt = line.At, Known = verdict.Next, Last = seen };
        var isNew = incident.Version == 0;
        incident = incident with
        {
            Rule = watched.Rule,
            Known = verdict.Next,
            Last = seen,
            Trend = WithLast([.. incident.Trend, .. watched.Before.Select(b => b.Value).OfType<int>()], seen),
            Mutes = mutes,
        };
        return Changed(watched, incident, isState: true, lines, isNew ? [Say(incident, PostKind.Card, verdict, line.At)]
            : verdict.Aloud ? [Say(incident, PostKind.Reply, verdict, line.At)] : []);
    }

    /// <summary>On top of what could not be stored yet, if it is the same incident: that becomes one change.</summary>
    private static Change Changed(Watched watched, Incident after, bool isState, IReadOnlyList<HistoryLine> lines, IReadOnlyList<Post> posts)
    {
        var pending = after.Version > 0 && watched.Unsaved.Count > 0 ? watched.Unsaved[^1] : null;
        var version = pending?.Incident.Version ?? after.Version + 1;
        return new(
            after with { Version = version, StateVersion = isState ? version : after.StateVersion },
            [.. (pending?.History ?? []).Concat(lines).TakeLast(MostLines)],
            [.. pending?.Posts ?? [], .. posts]);
    }

    private static Post Say(Incident incident, PostKind kind, Verdict verdict, DateTimeOffset now) => new()
    {
        Conversation = incident.Conversation,
        Kind = kind,
        Incidents = [incident.Number],
        Says = verdict.Kind,
        Reason = verdict.Reason,
        Critical = incident.Severity == Severity.Critical,
        MadeAt = now,
    };

    /// <summary>Without a live figure the last people stay, and why there is none is added.</summary>
    private static Observation Latest(Observation before, Observation seen) => seen.Value is not null ? seen
        : before with { Value = null, Failure = seen.Failure, StandsStillSince = seen.StandsStillSince };

    private static IReadOnlyList<int> WithLast(IReadOnlyList<int> trend, Observation seen) =>
        seen.Value is { } value ? [.. trend.Append(value).TakeLast(Incident.MostTrend)] : trend;

    private static bool SameRule(Rule? one, Rule? other) => one is null || other is null ? one == other
        : one with { Mentions = [], Active = null } == other with { Mentions = [], Active = null };
}
