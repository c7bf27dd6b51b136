using ChatBot.Monitoring;

namespace ChatBot.Alerts;

public enum Ending
{
    Recovered,
    SignedOut,

    /// <summary>The figures can be read again (blindness only).</summary>
    SeeingAgain,

    /// <summary>Somebody deleted or paused the rule.</summary>
    RuleWithdrawn,
}

/// <summary>Something that was told and lives until it ends: one card, edited while it lives.</summary>
public sealed record Incident
{
    /// <summary>1 and up, never used twice; 0 until it is stored.</summary>
    public int Number { get; init; }

    public required string Conversation { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>As it is now, or was when the incident ended; null for "I cannot see".</summary>
    public Rule? Rule { get; init; }

    public required Known Known { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public Ending? Ending { get; init; }

    /// <summary>The last reading, with who is behind it.</summary>
    public required Observation Last { get; init; }

    /// <summary>The last values, oldest first, at most <see cref="MostTrend"/>, the ones before the raise included.</summary>
    public IReadOnlyList<int> Trend { get; init; } = [];

    /// <summary>Who took it last; stays when their time ran out.</summary>
    public Person? TakenBy { get; init; }

    public Person? SnoozedBy { get; init; }

    /// <summary>Numbers of rules that are quiet because of this one.</summary>
    public IReadOnlyList<int> Mutes { get; init; } = [];

    /// <summary>How often it came back within the cool-down.</summary>
    public int Reopened { get; init; }

    /// <summary>Grows by one with every change; who changes it must have read the one before (compare and swap).</summary>
    public int Version { get; init; }

    /// <summary>The version of the last change that people should see at once; figures alone do not count.</summary>
    public int StateVersion { get; init; }

    public bool Open => EndedAt is null;

    public bool IsBlindness => Rule is null;

    public Severity Severity => Rule?.Severity ?? Severity.Warning;

    public const int MostTrend = 40;

    /// <summary>At most one open incident of a key exists: a rule's, or the blindness of a place in a conversation.</summary>
    public string Key => Rule is { } rule ? $"rule {rule.Number}" : $"blind {Scope.Vdn}/{Scope.Skill} {Conversation}";
}

/// <summary>A line of an incident's history: one reading or one decision, for <c>why N</c>.</summary>
/// <param name="Value">The figure then; null without one.</param>
/// <param name="By">Who did it, for what people did.</param>
public sealed record HistoryLine(DateTimeOffset At, VerdictKind Kind, Reason? Reason, int? Value, string? Did = null, Person? By = null);
