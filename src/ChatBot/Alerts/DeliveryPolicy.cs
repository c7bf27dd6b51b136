namespace ChatBot.Alerts;

/// <summary>What becomes of a post after one try. Pure.</summary>
internal static class DeliveryPolicy
{
    /// <summary>Between the two tries of a critical message of which nobody knows whether it arrived.</summary>
    public static readonly TimeSpan CriticalAgainAfter = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(60);

    /// <summary>A channel that asks for more is asked again after this.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    /// <summary>2, 4, 8, 16, 32, then 60 s and up to a quarter more; what the channel asks for goes first.</summary>
    /// <param name="failures">In a row, this one included; 1 and up.</param>
    /// <param name="chance">0 to 1.</param>
    public static TimeSpan Backoff(int failures, TimeSpan? retryAfter, double chance)
    {
        if (retryAfter is { } asked) return asked < LongestRetryAfter ? asked : LongestRetryAfter;
        var seconds = Math.Pow(2, Math.Clamp(failures, 1, 10));
        return TimeSpan.FromSeconds(Math.Min(LongestBackoff.TotalSeconds, seconds * (1 + chance / 4)));
    }

    /// <summary>After a new message was tried.</summary>
    /// <param name="post">As it was stored before the try: still <see cref="PostStatus.Sending"/> when an earlier try may have
    /// arrived.</param>
    /// <param name="mayHaveArrived">An earlier try may have.</param>
    /// <param name="backoff">See <see cref="Backoff"/>.</param>
    public static Post AfterCreate(Post post, bool mayHaveArrived, Delivery delivery, TimeSpan backoff, DateTimeOffset now) => delivery.Arrival switch
    {
        Arrival.Done => post with { Status = PostStatus.Sent, SentAt = now, MessageId = delivery.MessageId, DueAt = null },
        Arrival.Later => post with { Status = mayHaveArrived ? PostStatus.Sending : PostStatus.Waiting, DueAt = now + backoff },
        Arrival.Unknown when post.Critical && !mayHaveArrived => post with { Status = PostStatus.Sending, DueAt = now + CriticalAgainAfter },
        Arrival.Unknown => post with { Status = PostStatus.Unknown, SentAt = now, DueAt = null },
        // The thread is gone: once more as a message of its own.
        Arrival.MessageGone => post with { Status = PostStatus.Waiting, DueAt = null },
        _ => post with { Status = PostStatus.Refused, DueAt = null },
    };

    /// <summary>After an edit was tried. What failed is not stored: the newest state is tried again.</summary>
    /// <param name="post">With the versions that the edit shows.</param>
    /// <returns>Null when it stays as it was.</returns>
    public static Post? AfterEdit(Post post, Delivery delivery, DateTimeOffset now) => delivery.Arrival switch
    {
        // Refused: this state will never be taken, a later one may.
        Arrival.Done or Arrival.Refused or Arrival.TooLarge => post with { EditedAt = now },
        Arrival.MessageGone or Arrival.ConversationGone => post with { MessageId = null },
        _ => null,
    };
}
