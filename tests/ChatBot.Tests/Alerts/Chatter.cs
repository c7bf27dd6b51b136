using System.Collections.Concurrent;
using ChatBot.Alerts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Alerts;

/// <summary>The chats of a <see cref="TimeLine"/>, where messages arrive and are edited.</summary>
public sealed class Chatter : IPosting, IAlertCards
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

    public void Join(WebApplicationBuilder builder) => builder.Services.AddSingleton<IPosting>(this).AddSingleton<IAlertCards>(this);

    public Task<bool> ReachesAsync(string conversation, CancellationToken stop) => Task.FromResult(true);

    public Task<Delivery> PostAsync(string conversation, Message message, string? under, CancellationToken stop)
    {
        lock (_lock)
        {
            var id = $"m{_messages.Count}";
            _messages.Add((conversation, id, under, message.Summary));
            return Task.FromResult(new Delivery(Arrival.Done, id));
        }
    }

    public Task<Delivery> EditAsync(string conversation, string messageId, Message message, CancellationToken stop)
    {
        lock (_lock)
        {
            var at = _messages.FindIndex(m => m.Id == messageId);
            _messages[at] = _messages[at] with { Text = message.Summary };
            return Task.FromResult(new Delivery(Arrival.Done, messageId));
        }
    }

    public Task<Message> CardAsync(Incident incident, CancellationToken stop) => Say(Line(incident));

    public Task<Message> ShortAsync(Incident incident, CancellationToken stop) => Say(Line(incident));

    public Task<Message> ReplyAsync(Incident incident, Post reply, CancellationToken stop) => Say($"{reply.Says}: {Line(incident)}");

    public Task<Message> DigestAsync(Post digest, IReadOnlyList<Incident> incidents, CancellationToken stop) =>
        Say(string.Join('\n', incidents.Select(Line)));

    public Task<Message> GoneAsync(Post notice, CancellationToken stop) => Say("gone");

    private static Task<Message> Say(string text) => Task.FromResult(new Message(default, text, []));

    private static string Line(Incident incident)
    {
        var what = incident.Rule is { } rule
            ? $"#{incident.Number} {incident.Known.Value} {rule.Metric} {rule.Scope.Skill?.ToString() ?? "VDN"} {rule.Comparison} {rule.Limit} peak {incident.Known.Peak}"
            : $"#{incident.Number} blind {incident.Scope.Skill?.ToString() ?? "VDN"} {incident.Last.Failure?.Fault}{incident.Last.StandsStillSince:HH:mm}";
        return $"{what}{(incident.Mutes.Count > 0 ? " mutes " + string.Join(',', incident.Mutes) : "")}{(incident.Known.Blind ? " frozen" : "")}"
            + $" {(incident.EndedAt is { } end ? $"over {incident.Ending} after {(end - incident.RaisedAt).TotalMinutes:0} min" : "open")}";
    }

    private List<string> News(Func<string?, bool> fits)
    {
        lock (_lock) return [.. _messages.Skip(_heeded).Where(m => fits(m.Under)).Select(m => m.Text)];
    }
}
