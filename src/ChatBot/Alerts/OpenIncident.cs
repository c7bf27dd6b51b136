namespace ChatBot.Alerts;

/// <summary>What a live reading means for an incident that is open.</summary>
internal static class OpenIncident
{
    public static Verdict Decide(JudgedReading reading, Known now)
    {
        var (rule, value, times, around) = (reading.Rule, reading.Value, reading.Times, reading.Circumstances);

        // 1 Not surely over: it goes on, and may have got worse.
        if (reading.Side == Side.Unknown) return Telling.GoesOn(new(VerdictKind.Stay, new(Because.PartlyRead, value), now), rule.Repeat, around);
        if (reading.Side == Side.Beyond)
        {
            now = now.In(Phase.Raised) with { Peak = rule.Furthest(now.Peak, value), Beyond = reading.Beyond(), GoneReadings = 0 };
            return Telling.GoesOn(new(VerdictKind.Stay, new(Because.StillBeyond, value), now), rule.Repeat, around,
                rule.IsWorse(value, now.ToldValue, times.WorseByPercent));
        }

        // 2 Not beyond any more, because all it was about signed out: gone, not recovered.
        var gone = reading.GoneReadings();
        if (gone > 0 && gone >= times.GoneReadings)
            return End(VerdictKind.SignedOut, new(Because.PeopleSignedOut, value, gone), now, around);

        // 3 Neither calm nor beyond ends nothing, and calm counts anew after it.
        if (reading.Side == Side.Between)
        {
            return Telling.GoesOn(new(VerdictKind.Stay, new(Because.BetweenCalmAndLimit, value), now.In(Phase.Raised) with { GoneReadings = gone }),
                rule.Repeat, around);
        }

        // 4 Calm, for long enough? Whether they recovered or signed out may need a reading more.
        now = reading.GoOn(now, Phase.CalmHolding) with { GoneReadings = gone };
        var leaving = gone > 0 && reading.Seen.SignedIn is not null;
        Reason reason = new(Because.CalmNotLongEnough, value, now.Readings, now.Held);
        return now.Readings >= times.CalmReadingsAfter(now.Returns) && !leaving
            ? End(VerdictKind.Resolve, reason with { Because = Because.CalmLongEnough }, now, around)
            : Telling.GoesOn(new(VerdictKind.CalmHolding, reason, now), rule.Repeat, around);
    }

    private static Verdict End(VerdictKind kind, Reason reason, Known now, Circumstances around) =>
        new(kind, reason, now.Ended(around.Now)) { Quiet = Telling.HushAtEnd(now, around) };
}
