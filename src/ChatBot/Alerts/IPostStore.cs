namespace ChatBot.Alerts;

/// <summary>What is to be said in each conversation, and what was. Implemented by the room State.</summary>
public interface IPostStore
{
    /// <summary>Conversations with something to send or to edit.</summary>
    Task<IReadOnlyList<string>> ConversationsWithWorkAsync(CancellationToken stop);

    /// <summary>All that one messenger needs to know.</summary>
    Task<Outbox> OutboxAsync(string conversation, DateTimeOffset sentAfter, CancellationToken stop);

    /// <summary>Stores how posts stand now; new ones (Id 0) are added. One transaction.</summary>
    /// <returns>As stored.</returns>
    Task<IReadOnlyList<Post>> SaveAsync(IReadOnlyList<Post> posts, CancellationToken stop);

    /// <param name="deed">Null where it changes nothing that anybody should hear of.</param>
    Task SetQuietAsync(string conversation, DateTimeOffset? until, Deed? deed, CancellationToken stop);

    Task<DateTimeOffset?> QuietUntilAsync(string conversation, CancellationToken stop);

    /// <summary>The bot can no longer speak there: rules go, open incidents end, what waited is refused, and each owner of a rule
    /// whose personal chat is known gets a <see cref="PostKind.Gone"/> post there. One transaction; a second call finds nothing
    /// left to end.</summary>
    Task<Ended> EndAsync(string conversation, DateTimeOffset now, CancellationToken stop);

    /// <summary>Posts not sent yet, of all conversations, and since when the oldest waits.</summary>
    Task<(int Waiting, DateTimeOffset? Oldest)> BacklogAsync(CancellationToken stop);
}

/// <summary>What went with a conversation.</summary>
/// <param name="Rules">The watchers of their VDNs are to be woken.</param>
/// <param name="Notices">To the owners; the messengers of their conversations are to be woken.</param>
public sealed record Ended(IReadOnlyList<Rule> Rules, IReadOnlyList<Post> Notices);

/// <summary>One conversation's posts and the incidents they are about.</summary>
/// <param name="QuietUntil">No new posts until then.</param>
/// <param name="ToSend">Waiting or under way, oldest first.</param>
/// <param name="Living">Cards and digests sent, or perhaps sent (<see cref="PostStatus.Unknown"/>), oldest first, that have an
/// incident which is open or which they do not show as it ended; also those under which a reply waits, and digests sent after the
/// time asked for.</param>
/// <param name="Sent">When posts were sent in the last hour, oldest first: (when, whether it was an incident's card).</param>
/// <param name="Incidents">All that the posts name.</param>
public sealed record Outbox(
    DateTimeOffset? QuietUntil, IReadOnlyList<Post> ToSend, IReadOnlyList<Post> Living,
    IReadOnlyList<(DateTimeOffset At, bool NewIncident)> Sent, IReadOnlyDictionary<int, Incident> Incidents);
