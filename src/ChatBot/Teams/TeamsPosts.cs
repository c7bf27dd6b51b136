using System.Net;
using ChatBot.Alerts;
using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>Speaks unasked in the conversations that were heard from. In a channel each message begins a thread of its own; in
/// personal and group chats there are none, so what belongs to a message simply comes after it.</summary>
internal sealed partial class TeamsPosts(Connector connector, IConversations conversations, ILogger<TeamsPosts> log) : IPosting
{
    private static readonly Delivery NotKnown = new(Arrival.Later, Why: "how to reach it is not known just now");

    public async Task<bool> ReachesAsync(string conversation, CancellationToken stop) => await FindAsync(conversation, stop) is not null;

    public async Task<Delivery> PostAsync(string conversation, Message message, string? under, CancellationToken stop)
    {
        if (await FindAsync(conversation, stop) is not { } to) return NotKnown;
        if (to.IsChannel && under is null)
        {
            var thread = NewConversation.Thread(to, Reply.Of(to, message));
            return Deliveries.Of(await connector.CreateAsync(to, thread, stop), isEdit: false, inThread: false);
        }

        if (to.IsChannel) to = to.InThread(under!);
        return Deliveries.Of(await connector.PostAsync(to, Reply.Of(to, message), stop, Again.Never), isEdit: false, inThread: to.IsChannel);
    }

    public async Task<Delivery> EditAsync(string conversation, string messageId, Message message, CancellationToken stop)
    {
        if (await FindAsync(conversation, stop) is not { } to) return NotKnown;
        if (to.IsChannel) to = to.InThread(messageId);
        var sent = await connector.UpdateAsync(to, messageId, Reply.Of(to, message), stop, Again.Never);
        return Deliveries.Of(sent, isEdit: true, inThread: to.IsChannel);
    }

    public async Task<string?> MeetAsync(string conversation, Person person, CancellationToken stop)
    {
        if (await FindAsync(conversation, stop) is not { } near) return null;
        if (near.Person == person.Id) return conversation;
        var sent = await connector.CreateAsync(near, NewConversation.Personal(near, person.Id), stop);
        if (sent is not { Ok: true, Id: { } id })
        {
            NotMet(log, conversation, sent.Status);
            return null;
        }

        var chat = near with
        {
            Conversation = new() { Id = id, ConversationType = "personal", TenantId = near.Conversation.TenantId },
            User = new() { Id = person.Id },
        };
        try
        {
            if (await conversations.ReferenceAsync(id, stop) is null) await conversations.RememberAsync(id, chat.ToStore(), person.Id, null, stop);
            return id;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotRead(log, e, id);
            return null;
        }
    }

    private async Task<ConversationReference?> FindAsync(string conversation, CancellationToken stop)
    {
        try
        {
            return await conversations.ReferenceAsync(conversation, stop) is { } json ? ConversationReference.Read(json) : null;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotRead(log, e, conversation);
            return null;
        }
    }

    [LoggerMessage(5006, LogLevel.Warning, "Somebody of conversation {Conversation} cannot be reached in a personal chat: {Status}")]
    private static partial void NotMet(ILogger log, string conversation, HttpStatusCode? status);

    [LoggerMessage(5007, LogLevel.Error, "How to reach conversation {Conversation} cannot be read or kept")]
    private static partial void NotRead(ILogger log, Exception e, string conversation);
}
