using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>Keeps how to reach each conversation: service URLs change, so every activity tells it anew.</summary>
internal sealed partial class References(IConversations conversations, ILogger<References> log)
{
    /// <summary>A database that fails does not keep the bot from answering.</summary>
    public async Task RememberAsync(ConversationReference reference, CancellationToken stop)
    {
        try
        {
            await conversations.RememberAsync(reference.Key, reference.ToStore(), reference.Person, reference.Team, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotKept(log, e, reference.Key);
        }
    }

    [LoggerMessage(5005, LogLevel.Error, "How to reach conversation {Conversation} could not be kept")]
    private static partial void NotKept(ILogger log, Exception e, string conversation);
}
