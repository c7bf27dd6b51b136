namespace ChatBot.Alerts;

public enum Phase
{
    Calm,

    /// <summary>The condition is true, not yet for long enough.</summary>
    Holding,

    Raised,

    /// <summary>Raised, and calm, not yet for long enough.</summary>
    CalmHolding,
}

/// <summary>What is known of one rule between two readings. While an incident is open it is stored with it, so that a restart
/// goes on where it was; before that a restart only delays the raise by the hold.</summary>
public sealed record Known
{
    public static readonly Known Nothing = new();

    public Phase Phase { get; init; }

    /// <summary>Readings in a row in this <see cref="Phase"/>, while holding or calm-holding.</summary>
    public int Readings { get; init; }

    /// <summary>Time in this phase as far as it was watched: gaps (a stopped process, a clock that jumped) count for little.</summary>
    public TimeSpan Held { get; init; }

    /// <summary>When the last live figure was read.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>The last live figure.</summary>
    public int? Value { get; init; }

    public DateTimeOffset? RaisedAt { get; init; }

    /// <summary>The value furthest beyond the limit since the raise.</summary>
    public int Peak { get; init; }

    /// <summary>The value last told aloud (raise or worse).</summary>
    public int ToldValue { get; init; }

    /// <summary>When something was last told aloud (raise, worse, reminder).</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Work numbers of those beyond the limit at the last reading that was.</summary>
    public IReadOnlyList<int> Beyond { get; init; } = [];

    /// <summary>Readings in a row in which none of <see cref="Beyond"/> was signed in.</summary>
    public int GoneReadings { get; init; }

    /// <summary>Somebody has it until then; null when nobody has.</summary>
    public DateTimeOffset? AcknowledgedUntil { get; init; }

    /// <summary>Nothing is said aloud about it until then.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>When its last incident was resolved; a new crossing soon after reopens that one.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>How often the incident came back within the cool-down: each time it must be calm for longer before that is told.</summary>
    public int Returns { get; init; }

    /// <summary>No live figure for so long that it was told; the rest is frozen.</summary>
    public bool Blind { get; init; }

    /// <summary>Nothing of it lies ahead of a clock that went back.</summary>
    internal Known At(DateTimeOffset now) => this with { ToldAt = ToldAt > now ? now : ToldAt, ResolvedAt = ResolvedAt > now ? now : ResolvedAt };

    /// <summary>Nothing held yet.</summary>
    internal Known In(Phase phase) => this with { Phase = phase, Readings = 0, Held = TimeSpan.Zero };

    internal Known Ended(DateTimeOffset now) => In(Phase.Calm) with { ResolvedAt = now, Beyond = [], GoneReadings = 0 };

    /// <param name="back">It is the last incident again: then who has it has it still, and a snooze goes on.</param>
    internal Known Raise(DateTimeOffset now, TimeSpan coolDown, out bool back)
    {
        back = now - ResolvedAt < coolDown;
        return In(Phase.Raised) with
        {
            RaisedAt = back ? RaisedAt ?? now : now,
            ToldAt = now,
            GoneReadings = 0,
            Returns = back ? Returns + 1 : 0,
            AcknowledgedUntil = back && AcknowledgedUntil > now ? AcknowledgedUntil : null,
            SnoozedUntil = back && SnoozedUntil > now ? SnoozedUntil : null,
        };
    }
}
