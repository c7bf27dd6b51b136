namespace ChatBot.Alerts;

/// <summary>What is said of an incident that goes on, if anything, and what forbids to say it.</summary>
internal static class Telling
{
    /// <summary>Why nothing may be said now; null when it may.</summary>
    public static Reason? Hush(Circumstances around, DateTimeOffset? snoozedUntil = null) =>
        snoozedUntil > around.Now ? new(Because.Snoozed)
        : !around.OnDuty ? new(Because.OutsideActiveHours)
        : around.MutedBy is { } rule ? new(Because.MutedByVdnRule, Rule: rule)
        : null;

    /// <summary>An end is told although another rule took over: the incident was told too.</summary>
    public static bool HushAtEnd(Known known, Circumstances around) =>
        Hush(around with { MutedBy = null }, known.SnoozedUntil) is not null;

    /// <param name="otherwise">The verdict where nothing is to be said.</param>
    /// <param name="repeat">How often it is told again; zero for never.</param>
    public static Verdict GoesOn(Verdict otherwise, TimeSpan repeat, Circumstances around, bool worse = false)
    {
        var (known, value, now) = (otherwise.Next, otherwise.Reason.Value, around.Now);
        var hush = Hush(around, known.SnoozedUntil);
        var told = known with { ToldAt = now, SnoozedUntil = null };

        // 1 Who had it has it no longer. The card says so even while nothing is said.
        if (known.AcknowledgedUntil <= now)
        {
            return new(VerdictKind.Unacknowledged, new(Because.AcknowledgementRanOut, value),
                (hush is null ? told : known) with { AcknowledgedUntil = null })
            { Quiet = hush is not null };
        }

        // 2 Is there anything to say? Nobody is reminded of what is calm for the moment.
        var since = now - known.ToldAt;
        var due = known.Phase == Phase.Raised && (known.SnoozedUntil <= now || (repeat > TimeSpan.Zero && since >= repeat));
        if (!worse && !due) return otherwise;

        // 3 May it be said? Who has it needs no reminder, but hears that it got worse.
        if (hush is not null) return otherwise with { Reason = hush with { Value = value } };
        if (worse) return new(VerdictKind.Worse, new(Because.MuchWorse, value), told with { ToldValue = value ?? known.ToldValue });
        return known.AcknowledgedUntil is null
            ? new(VerdictKind.Remind, new(Because.NobodyTookIt, value, Time: since), told)
            : otherwise with { Reason = new(Because.Acknowledged, value) };
    }
}
