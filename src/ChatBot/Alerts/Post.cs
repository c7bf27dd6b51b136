namespace ChatBot.Alerts;

/// <summary>What a new message is.</summary>
public enum PostKind
{
    /// <summary>An incident's living card.</summary>
    Card,

    /// <summary>A short line in the card's thread: worse, reminder, resolved, …</summary>
    Reply,

    /// <summary>One living card of many incidents, after a quiet time or in a flood.</summary>
    Digest,

    /// <summary>To the owner of rules whose conversation is gone.</summary>
    Gone,
}

public enum PostStatus
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Under way. Found so at a start it may have arrived: it is sent again, once more rather than never.</summary>
    Sending,

    Sent,

    /// <summary>It may have arrived; nobody knows its id. A warning is not repeated, its next change is a new post.</summary>
    Unknown,

    /// <summary>Told by another post: a digest, a newer reply, a card posted with the newest state.</summary>
    Merged,

    /// <summary>Refused for good.</summary>
    Refused,
}

/// <summary>A new message to make in a conversation. It holds what to tell, not how: the card is drawn when it is sent, so that
/// what waited is told with the newest state.</summary>
public sealed record Post
{
    /// <summary>Ascending in the order of telling; 0 until it is stored.</summary>
    public long Id { get; init; }

    public required string Conversation { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>One for a card or a reply, many for a digest, none for a notice.</summary>
    public IReadOnlyList<int> Incidents { get; init; } = [];

    /// <summary>What a reply says.</summary>
    public VerdictKind? Says { get; init; }

    public Reason? Reason { get; init; }

    /// <summary>For <see cref="PostKind.Gone"/>: the rules that ended, and the person to tell.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];

    public bool Critical { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public PostStatus Status { get; init; }

    /// <summary>How often it was sent, or tried.</summary>
    public int Tries { get; init; }

    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Where it stands now; null when the channel told none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The sum of its incidents' versions that the message shows. Never sent downwards.</summary>
    public int ShowsVersion { get; init; }

    /// <summary>The same of their state versions.</summary>
    public int ShowsStateVersion { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The poll that decided it, as W3C trace context; null when nobody traces, or people made it.</summary>
    public string? Trace { get; init; }
}
