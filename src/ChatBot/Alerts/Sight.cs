namespace ChatBot.Alerts;

/// <summary>Decides when it is told that a place cannot be seen, and when it can be again. Pure.</summary>
public static class Sight
{
    /// <summary>One poll of a place.</summary>
    /// <param name="known">Of its open "I can't see" incident, or of the last one; else <see cref="Known.Nothing"/>.</param>
    /// <param name="circumstances">On duty when one of the rules there is; muted when the place's VDN is blind (its rule number
    /// does not matter).</param>
    public static Verdict Decide(Sighting seen, Known known, SightTimes times, Circumstances circumstances)
    {
        known = known.At(circumstances.Now);
        var open = known.Phase is Phase.Raised or Phase.CalmHolding;
        var dark = circumstances.Now - seen.LastLive;

        // 1 The first live reading ends it; after each return there must be more of them in a row.
        if (seen.FailedPolls == 0)
        {
            var live = known.Phase == Phase.CalmHolding ? known.Readings + 1 : 1;
            Reason reason = new(Because.ReadingAgain, Readings: live > 1 ? live : null);
            if (!open) return new(VerdictKind.Stay, reason, known.In(Phase.Calm));
            return live >= LiveReadingsAfter(known.Returns)
                ? new(VerdictKind.Resolve, reason, known.Ended(circumstances.Now)) { Quiet = Telling.HushAtEnd(known, circumstances) }
                : Telling.GoesOn(new(VerdictKind.CalmHolding, reason, known.In(Phase.CalmHolding) with { Readings = live }), times.Repeat, circumstances);
        }

        // 2 It goes on.
        Reason why = new(seen.StandsStill ? Because.FiguresStandStill : Because.NoReading, null, seen.FailedPolls, dark);
        known = known.In(open ? Phase.Raised : known.Phase) with { Readings = seen.FailedPolls };
        if (open) return Telling.GoesOn(new(VerdictKind.Stay, why, known), times.Repeat, circumstances);

        // 3 Too often, or for too long; a single failure after a gap (a machine that slept) proves no long time.
        var blind = seen.FailedPolls >= times.BlindPolls || (seen.FailedPolls > 1 && dark >= times.BlindAfter);
        if (!blind) return new(VerdictKind.Stay, why, known);
        if (Telling.Hush(circumstances) is { } hush) return new(VerdictKind.Stay, hush, known);
        var next = known.Raise(circumstances.Now, times.CoolDown, out var back);
        return new(VerdictKind.Raise, back ? why with { Because = Because.BackWithinCoolDown } : why, next)
        {
            Quiet = next.SnoozedUntil is not null,
        };
    }

    /// <summary>Twice as many after each return: figures that come and go are not told of every minute.</summary>
    private static int LiveReadingsAfter(int returns) => 1 << Math.Min(returns, 4);
}

/// <summary>What is known of a place's readings.</summary>
/// <param name="FailedPolls">In a row; 0 when the last one gave live figures.</param>
/// <param name="LastLive">When the last live figures were read, or watching began; null when neither is known.</param>
/// <param name="StandsStill">The contact centre answers, with figures that do not move.</param>
public sealed record Sighting(int FailedPolls, DateTimeOffset? LastLive, bool StandsStill = false);

/// <param name="BlindPolls">Failed polls in a row before it is told, or</param>
/// <param name="BlindAfter">so long without a live figure, and more than one failed poll.</param>
public sealed record SightTimes(int BlindPolls, TimeSpan BlindAfter, TimeSpan Repeat, TimeSpan CoolDown);
