namespace ChatBot.Alerts;

/// <summary>What surrounds a reading.</summary>
/// <param name="OnDuty">Within the rule's active hours.</param>
/// <param name="MutedBy">An open incident of a rule for the whole VDN with the same metric in the same conversation mutes a
/// queue's rule; its rule number.</param>
/// <param name="Blind">It was told that there are no live figures here.</param>
public sealed record Circumstances(DateTimeOffset Now, bool OnDuty = true, int? MutedBy = null, bool Blind = false);

/// <summary>Decides what a reading means. Pure: no clock, no I/O; the same input gives the same verdict. It counts readings, and
/// time only as far as readings cover it: no gap and no clock that jumps can raise or end anything.</summary>
public static class Judge
{
    public static Verdict Decide(Rule rule, Observation seen, Known known, JudgeTimes times, Circumstances circumstances)
    {
        // 1 No live figure is not calm: everything stays.
        if (seen.Value is not { } value)
        {
            return new(circumstances.Blind ? VerdictKind.Blind : VerdictKind.Stay,
                new(seen.StandsStillSince is null ? Because.NoReading : Because.FiguresStandStill),
                known with { Blind = known.Blind || circumstances.Blind });
        }

        // 2 What was known, brought to this reading. After blindness all that was held begins anew.
        var before = known.Blind ? known with { Readings = 0, Held = TimeSpan.Zero, GoneReadings = 0, SeenAt = null } : known;
        var now = before.At(circumstances.Now) with { SeenAt = seen.ReadAt, Value = value, Blind = false };
        var reading = new JudgedReading(rule, seen, value, rule.SideOf(value, seen.AtLeast), before, times, circumstances);

        // 3 The verdict.
        var verdict = known.Phase is Phase.Raised or Phase.CalmHolding ? OpenIncident.Decide(reading, now) : BeforeRaise(reading, now);
        return known.Blind && verdict.Kind == VerdictKind.Stay
            ? verdict with { Kind = VerdictKind.SeeingAgain, Reason = new(Because.ReadingAgain, value) } : verdict;
    }

    private static Verdict BeforeRaise(JudgedReading reading, Known now)
    {
        var (value, around) = (reading.Value, reading.Circumstances);

        // 1 Not beyond, or not surely.
        if (reading.Side == Side.Unknown) return new(VerdictKind.Stay, new(Because.PartlyRead, value), now);
        if (reading.Side != Side.Beyond) return new(VerdictKind.Stay, new(Because.BelowLimit, value), now.In(Phase.Calm));

        // 2 Beyond, for how long by now?
        now = reading.GoOn(now, Phase.Holding);
        var longEnough = reading.Rule.Hold is { } hold
            ? now.Held >= hold && now.Readings >= 2
            : now.Readings >= reading.Times.HoldReadings;

        // 3 What holds a raise back; it waits, and comes as soon as that ends.
        Reason reason = new(Because.BeyondNotLongEnough, value, now.Readings, now.Held);
        if (!longEnough) return new(VerdictKind.Hold, reason, now);
        if (Telling.Hush(around) is { } hush) return new(VerdictKind.Hold, hush with { Value = value }, now);

        // 4 A new incident, or the last one again: then who has it has it still, and its snooze goes on.
        var next = now.Raise(around.Now, reading.Times.CoolDown, out var back) with
        {
            Peak = back ? reading.Rule.Furthest(now.Peak, value) : value,
            ToldValue = value,
            Beyond = reading.Beyond(),
        };
        return new(VerdictKind.Raise, reason with { Because = back ? Because.BackWithinCoolDown : Because.BeyondLongEnough }, next)
        {
            Quiet = next.SnoozedUntil is not null,
        };
    }
}

/// <summary>The figures of <c>Alerts</c> that decide.</summary>
/// <param name="HoldReadings">Readings in a row before a raise, where the rule has no time of its own.</param>
/// <param name="CalmReadings">Calm readings in a row before an end; more for what came back (<see cref="CalmReadingsAfter"/>).</param>
/// <param name="GoneReadings">Readings in a row without somebody before they count as signed out.</param>
/// <param name="WorseByPercent">How far beyond what was last told is told again.</param>
/// <param name="LongestStep">The most that the time between two readings counts for.</param>
public sealed record JudgeTimes(
    int HoldReadings, int CalmReadings, int GoneReadings, int WorseByPercent, TimeSpan CoolDown, TimeSpan LongestStep)
{
    /// <summary>As many as can be asked for in the settings.</summary>
    private const int MostCalmReadings = 20;

    /// <summary>Twice as many after each return: what comes and goes every minute is not told every minute.</summary>
    /// <param name="returns">How often the incident came back.</param>
    public int CalmReadingsAfter(int returns) => Math.Max(CalmReadings, Math.Min(CalmReadings << Math.Min(returns, 5), MostCalmReadings));
}
