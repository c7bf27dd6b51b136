namespace ChatBot.Alerts;

/// <summary>What a reading means for a rule. Only those from <see cref="Raise"/> on are told aloud, each once
/// (<see cref="Verdict.Aloud"/>).</summary>
public enum VerdictKind
{
    /// <summary>Nothing to decide: calm stays calm, raised stays raised.</summary>
    Stay,

    /// <summary>The condition is true, not yet for long enough.</summary>
    Hold,

    /// <summary>Calm again, not yet for long enough.</summary>
    CalmHolding,

    /// <summary>No live figure: everything stays as it was.</summary>
    Blind,

    /// <summary>Live figures again.</summary>
    SeeingAgain,

    /// <summary>A new incident, or the last one again when that was resolved within the cool-down.</summary>
    Raise,

    Worse,

    /// <summary>Still there, and nobody has it.</summary>
    Remind,

    /// <summary>Somebody had it, and their time ran out.</summary>
    Unacknowledged,

    Resolve,

    /// <summary>Ended because those it was about signed out: gone, not recovered.</summary>
    SignedOut,
}

/// <summary>Why, for <c>why N</c>. Each has its words in both languages (<c>because.…</c>).</summary>
public enum Because
{
    BelowLimit,
    BeyondNotLongEnough,
    BeyondLongEnough,
    BackWithinCoolDown,
    OutsideActiveHours,
    MutedByVdnRule,
    StillBeyond,
    BetweenCalmAndLimit,
    MuchWorse,
    NobodyTookIt,
    AcknowledgementRanOut,
    Acknowledged,
    Snoozed,
    CalmNotLongEnough,
    CalmLongEnough,
    PeopleSignedOut,
    PartlyRead,
    NoReading,
    FiguresStandStill,
    ReadingAgain,
}

/// <param name="Value">The figure it is about, where there is one.</param>
/// <param name="Readings">Of how many readings in a row, where that decided.</param>
/// <param name="Time">For how long, where that decided.</param>
/// <param name="Rule">The other rule, where one decided.</param>
public sealed record Reason(Because Because, int? Value = null, int? Readings = null, TimeSpan? Time = null, int? Rule = null);

/// <param name="Next">What is known from now on.</param>
public sealed record Verdict(VerdictKind Kind, Reason Reason, Known Next)
{
    /// <summary>It is so, and the card shows it, but nobody is to hear of it now: snoozed, outside active hours or muted.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether people are to hear of it now, beyond the card's new figures.</summary>
    public bool Aloud => Kind >= VerdictKind.Raise && !Quiet;
}
