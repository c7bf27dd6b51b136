namespace ChatBot.Alerts;

/// <summary>How incidents are said, in their conversation's language. Implemented by the room Commands.</summary>
public interface IAlertCards
{
    /// <param name="elsewhere">It goes to one person's chat, away from its conversation: with all names, and without its buttons.</param>
    Task<Message> CardAsync(Incident incident, CancellationToken stop, bool elsewhere = false);

    /// <summary>Counts only, for a channel that finds the card too large.</summary>
    Task<Message> ShortAsync(Incident incident, CancellationToken stop);

    /// <summary>A line in the card's thread.</summary>
    Task<Message> ReplyAsync(Incident incident, Post reply, CancellationToken stop);

    Task<Message> DigestAsync(Post digest, IReadOnlyList<Incident> incidents, CancellationToken stop);

    /// <summary>To the owner of rules that ended because their conversation is gone.</summary>
    Task<Message> GoneAsync(Post notice, CancellationToken stop);
}
