using System.Text.Json;
using ChatBot.Alerts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Alerts;

/// <summary>The chats of a <see cref="TimeLine"/>, where messages arrive and are edited.</summary>
public sealed class Chatter : IPosting
{
    private readonly List<(string Conversation, string Id, string? Under, string Text)> _messages = [];
    private readonly Lock _lock = new();
    private int _heeded;

    public IReadOnlyCollection<string> Conversations
    {
        get
        {
            lock (_lock) return [TimeLine.Here, .. _messages.Select(m => m.Conversation).Distinct().Where(c => c != TimeLine.Here)];
        }
    }

    /// <summary>What was said since somebody last listened.</summary>
    public IReadOnlyList<string> Heard => News(_ => true);

    /// <summary>All replies there ever were.</summary>
    public IReadOnlyList<string> Replies
    {
        get
        {
            lock (_lock) return [.. _messages.Where(m => m.Under is not null).Select(m => m.Text)];
        }
    }

    /// <summary>How the newest card stands now.</summary>
    public string LastCard
    {
        get
        {
            lock (_lock) return _messages.Last(m => m.Under is null).Text;
        }
    }

    public IReadOnlyList<string> NewCards() => News(under => under is null);

    public IReadOnlyList<string> NewReplies() => News(under => under is not null);

    public void Heed()
    {
        lock (_lock) _heeded = _messages.Count;
    }

    public void Join(WebApplicationBuilder builder) => builder.Services.AddSingleton<IPosting>(this);

    public Task<bool> ReachesAsync(string conversation, CancellationToken stop) => Task.FromResult(true);

    public Task<Delivery> PostAsync(string conversation, Message message, string? under, CancellationToken stop)
    {
        lock (_lock)
        {
            var id = $"m{_messages.Count}";
            _messages.Add((conversation, id, under, Words(message)));
            return Task.FromResult(new Delivery(Arrival.Done, id));
        }
    }

    public Task<Delivery> EditAsync(string conversation, string messageId, Message message, CancellationToken stop)
    {
        lock (_lock)
        {
            var at = _messages.FindIndex(m => m.Id == messageId);
            _messages[at] = _messages[at] with { Text = Words(message) };
            return Task.FromResult(new Delivery(Arrival.Done, messageId));
        }
    }

    private static string Words(Message message) => message.Card.IsEmpty ? message.Summary
        : new Reply(new() { Id = "", Chat = "", From = "", Card = JsonDocument.Parse(message.Card).RootElement }).Text;

    private List<string> News(Func<string?, bool> fits)
    {
        lock (_lock) return [.. _messages.Skip(_heeded).Where(m => m.Conversation == TimeLine.Here && fits(m.Under)).Select(m => m.Text)];
    }
}
