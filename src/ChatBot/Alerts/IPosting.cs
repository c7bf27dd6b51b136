namespace ChatBot.Alerts;

/// <summary>A way to speak in conversations unasked: Teams, the terminal. Each call is tried once; trying again is the
/// messenger's. Never throws but for <c>stop</c>.</summary>
public interface IPosting
{
    Task<bool> ReachesAsync(string conversation, CancellationToken stop);

    /// <param name="under">The message whose thread it belongs to; null for a message of its own.</param>
    Task<Delivery> PostAsync(string conversation, Message message, string? under, CancellationToken stop);

    Task<Delivery> EditAsync(string conversation, string messageId, Message message, CancellationToken stop);

    /// <summary>Sees to it that somebody of this conversation can be told something in a personal chat; one is opened where there
    /// is none yet.</summary>
    /// <returns>The id of that chat; null when it cannot be opened.</returns>
    Task<string?> MeetAsync(string conversation, Person person, CancellationToken stop) => Task.FromResult<string?>(null);
}

/// <summary>A message ready to be sent.</summary>
/// <param name="Card">Adaptive Card JSON, UTF-8; empty for a line of text.</param>
/// <param name="Summary">For lock screens and clients without cards; the line of text itself where there is no card.</param>
/// <param name="Mentions">People to be notified by name; the message shows their names by itself.</param>
public sealed record Message(ReadOnlyMemory<byte> Card, string Summary, IReadOnlyList<Person> Mentions);

/// <summary>What came of one try.</summary>
public enum Arrival
{
    Done,

    /// <summary>Surely not delivered; may be tried again (429, 412, 409, 401, no connection).</summary>
    Later,

    /// <summary>Nobody knows whether it was delivered (5xx, a time-out, a connection that broke).</summary>
    Unknown,

    /// <summary>413.</summary>
    TooLarge,

    /// <summary>The message to edit is no more; the conversation is.</summary>
    MessageGone,

    /// <summary>The bot was removed or blocked, the channel deleted (403, 404).</summary>
    ConversationGone,

    /// <summary>400 and the like: it will never be taken.</summary>
    Refused,
}

/// <param name="MessageId">Of a new message, where the channel told it.</param>
/// <param name="RetryAfter">How long the channel asks to wait.</param>
/// <param name="Why">For the log: status and code, no names.</param>
/// <param name="Status">What the channel answered; null where nothing came, or nothing was sent.</param>
public sealed record Delivery(Arrival Arrival, string? MessageId = null, TimeSpan? RetryAfter = null, string Why = "", int? Status = null);
