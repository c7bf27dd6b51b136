namespace ChatBot.Alerts;

/// <summary>The messages themselves, and what is said in the log.</summary>
internal sealed partial class Speaking
{
    /// <returns>Null when it cannot be drawn just now, which the log tells.</returns>
    private async Task<Message?> DrawAsync(Post post, Outbox box, CancellationToken stop)
    {
        var incidents = box.About(post);
        try
        {
            return await (post.Kind switch
            {
                PostKind.Card => cards.CardAsync(incidents[0], stop),
                PostKind.Digest => cards.DigestAsync(post, incidents, stop),
                PostKind.Reply => cards.ReplyAsync(incidents[0], post, stop),
                _ => cards.GoneAsync(post, stop),
            });
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotDrawn(log, e, post.Kind, post.Id);
            return null;
        }
    }

    /// <summary>Where the channel takes no mention: none. Where the message is too large: first the short card, then only its
    /// sentence.</summary>
    /// <returns>Null when there is nothing less to send.</returns>
    private async Task<Message?> LessAsync(Post post, Outbox box, Message message, Delivery delivery, int step, CancellationToken stop)
    {
        if (delivery.Arrival == Arrival.Refused && message.Mentions.Count > 0) return message with { Mentions = [] };
        if (delivery.Arrival != Arrival.TooLarge || message.Card.IsEmpty) return null;
        try
        {
            if (step == 0 && post.Kind == PostKind.Card) return await cards.ShortAsync(box.About(post)[0], stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotDrawn(log, e, post.Kind, post.Id);
        }

        return message with { Card = default };
    }

    /// <summary>Once and plainly, not at every try.</summary>
    private void Tell(Delivery delivery)
    {
        if (_pace.Failures > 0 && delivery.Arrival == Arrival.Later) Again(log, conversation, _pace.Failures + 1, delivery.Why);
        else NotDelivered(log, conversation, delivery.Arrival, delivery.Why);
    }

    [LoggerMessage(3008, LogLevel.Error, "The {Kind} {Post} could not be drawn; it is tried again")]
    private static partial void NotDrawn(ILogger log, Exception e, PostKind kind, long post);

    [LoggerMessage(3009, LogLevel.Warning, "Conversation {Conversation}: {Arrival}: {Why}")]
    private static partial void NotDelivered(ILogger log, string conversation, Arrival arrival, string why);

    [LoggerMessage(3010, LogLevel.Debug, "Conversation {Conversation}: try {Try} failed: {Why}")]
    private static partial void Again(ILogger log, string conversation, int @try, string why);
}
