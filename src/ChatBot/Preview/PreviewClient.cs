using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatBot.Preview;

/// <summary>The people's side of the channel: what they say and press becomes activities, posted to the bot over HTTP.</summary>
public sealed class PreviewClient(PreviewChannel channel, IServer server, TimeProvider time) : IDisposable
{
    public const string ConnectorPath = "/preview/connector";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private readonly HashSet<string> _opened = [];

    /// <summary>Where this process listens; known once it has started.</summary>
    public Uri Address => new(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A chat opened for the first time tells the bot twice, and at once, that it was added: as the emulator does.</summary>
    public async Task OpenAsync(Chat chat, string? locale, CancellationToken stop)
    {
        lock (_opened)
        {
            if (!_opened.Add(chat.Id)) return;
        }

        await Task.WhenAll(
            SendAsync(Activities.Installed(chat, "add"), chat.Id, Cast.LiNa, locale, stop),
            SendAsync(Activities.Joined(chat), chat.Id, Cast.LiNa, locale, stop));
    }

    /// <param name="thread">In a channel the thread to reply in; null for a new post.</param>
    /// <param name="mention">In groups and channels: call the bot by name. Messages that do not are not delivered to it.</param>
    public async Task<(Message Said, BotResponse? Response)> SayAsync(
        Chat chat, string text, Person who, string? thread = null, string? locale = null, bool mention = true, CancellationToken stop = default)
    {
        var said = channel.Post(new Message { Id = "", Chat = chat.Id, Thread = thread, From = who.Name, Text = text });
        if (chat.Kind != ChatKind.Personal && !mention) return (said, null);
        var activity = Activities.Message(chat, text);
        activity["id"] = said.Id;
        return (said, await SendAsync(activity, ConversationOf(said), who, locale, stop));
    }

    /// <summary>Presses a button; a card in the answer replaces the message's card, as Teams does.</summary>
    public async Task<BotResponse> PressAsync(Message message, JsonElement action, Person who, CancellationToken stop = default)
    {
        var isSubmit = action.TryGetProperty("type", out var type) && type.ValueEquals("Action.Submit");
        var activity = isSubmit ? Activities.Submit(action) : Activities.Execute(action);
        activity["replyToId"] = message.Id;
        activity["id"] = $"press-{Guid.NewGuid():N}";
        var response = await SendAsync(activity, ConversationOf(message), who, null, stop);
        if (response.Body is { ValueKind: JsonValueKind.Object } body
            && body.TryGetProperty("type", out var kind) && kind.ValueEquals("application/vnd.microsoft.card.adaptive"))
        {
            var card = body.GetProperty("value").Clone();
            channel.Edit(message.Id, m => m with { Card = card, Text = null });
        }

        return response;
    }

    /// <summary>Posts an activity, completed with what each one carries.</summary>
    public async Task<BotResponse> SendAsync(JsonObject activity, string conversation, Person who, string? locale, CancellationToken stop)
    {
        Activities.Complete(activity, conversation, who, locale, time.GetUtcNow(), new Uri(Address, ConnectorPath).AbsoluteUri);
        return await SendRawAsync(activity.ToJsonString(), stop);
    }

    public async Task<BotResponse> SendRawAsync(string json, CancellationToken stop)
    {
        using var content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await _http.PostAsync(new Uri(Address, "/api/messages"), content, stop);
        var bytes = await response.Content.ReadAsByteArrayAsync(stop);
        if (bytes.Length == 0 || response.Content.Headers.ContentType?.MediaType != "application/json") return new((int)response.StatusCode, null);
        using var body = JsonDocument.Parse(bytes);
        return new((int)response.StatusCode, body.RootElement.Clone());
    }

    private static string ConversationOf(Message message) =>
        message.Thread is null ? message.Chat : $"{message.Chat};messageid={message.Thread}";

    public void Dispose() => _http.Dispose();
}
