using System.Net;
using System.Text.Json;
using ChatBot.Commands;
using ChatBot.Teams.Tokens;

namespace ChatBot.Teams;

/// <summary>What came of a call to the connector.</summary>
/// <param name="Status">Null when there was no answer at all.</param>
/// <param name="Id">The id of the new activity or conversation, where the channel gave one.</param>
internal sealed record Sent(HttpStatusCode? Status, string? Id = null)
{
    public bool Ok => Status is { } status && (int)status is >= 200 and < 300;

    /// <summary>Of a new conversation: its first activity.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The code of the error, where the body names one.</summary>
    public string? Code { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>No connection was made, so the channel surely heard nothing.</summary>
    public bool NeverLeft { get; init; }

    /// <summary>Why the bot itself held it back (no token, a conversation not proved); null when it did not.</summary>
    public string? HeldBack { get; init; }

    /// <summary>An HTML page answers: a proxy on the way, not the channel.</summary>
    public bool IsPage { get; init; }
}

/// <summary>Speaks to a conversation through its channel. A failure is told, never thrown; it is logged unless the caller tries
/// again by itself.</summary>
internal sealed partial class Connector(IConnector connector, TimeProvider time, ILogger<Connector> log)
{
    private const int ErrorLength = 2048;
    private static readonly TimeSpan LongestBody = TimeSpan.FromSeconds(10);

    /// <summary>A new activity; in reply to the reference's one if it has one.</summary>
    public Task<Sent> PostAsync(
        ConversationReference to, ReadOnlyMemory<byte> activity, CancellationToken stop, Again again = Again.IfNotArrived) =>
        CallAsync("POST", to, again, Content(activity), content => string.IsNullOrEmpty(to.ActivityId)
            ? connector.PostAsync(to.Conversation.Id!, content, to, again, stop)
            : connector.ReplyAsync(to.Conversation.Id!, to.ActivityId, content, to, again, stop), stop);

    /// <summary>Replaces an activity of the bot's own.</summary>
    public Task<Sent> UpdateAsync(
        ConversationReference to, string id, ReadOnlyMemory<byte> activity, CancellationToken stop, Again again = Again.Freely) =>
        CallAsync("PUT", to, again, Content(activity), content =>
            connector.UpdateAsync(to.Conversation.Id!, id, content, to, again, stop), stop);

    /// <summary>A new conversation, as <see cref="NewConversation"/> writes it.</summary>
    public Task<Sent> CreateAsync(ConversationReference near, ReadOnlyMemory<byte> conversation, CancellationToken stop) =>
        CallAsync("POST", near, Again.Never, Content(conversation), content =>
            connector.CreateAsync(content, near, Again.Never, stop), stop);

    private async Task<Sent> CallAsync(
        string method, ConversationReference to, Again again, HttpContent content, Func<HttpContent, Task<HttpResponseMessage>> call,
        CancellationToken stop)
    {
        try
        {
            using var response = await call(content);
            var body = await ReadAsync(response, stop);
            var sent = Told(response, body);
            // Its code only: who refuses a message may repeat it, with the names that stand in it.
            if (!sent.Ok && again != Again.Never) Refused(log, method, to.Conversation.Id!, (int)response.StatusCode, Deliveries.Code(sent));
            return sent;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            if (NotSentException.In(e) is { } held) return new((HttpStatusCode?)null) { HeldBack = held.Message };
            if (again != Again.Never) NoAnswer(log, e, method, to.Conversation.Id!, to.ServiceUrl);
            return new((HttpStatusCode?)null) { NeverLeft = Patience.NeverLeft(e) };
        }
    }

    private Sent Told(HttpResponseMessage response, string body)
    {
        var json = Parse(body);
        return response.IsSuccessStatusCode
            ? new(response.StatusCode, json.String("id")) { ActivityId = json.String("activityId") }
            : new(response.StatusCode)
            {
                Code = json.Part("error").String("code") ?? json.String("error"),
                RetryAfter = Patience.AskedFor(response, time),
                IsPage = response.Content.Headers.ContentType?.MediaType == "text/html",
            };
    }

    private static ReadOnlyMemoryContent Content(ReadOnlyMemory<byte> activity) =>
        new(activity) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } };

    /// <summary>The start of the body, which may be empty, no JSON, longer than anybody needs, or break off: the status counts.</summary>
    private async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(LongestBody, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            var buffer = new byte[ErrorLength];
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, either.Token);
            return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return "";
        }
    }

    /// <returns>An undefined element where there is no JSON.</returns>
    private static JsonElement Parse(string body)
    {
        if (body.Length == 0) return default;
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    [LoggerMessage(5003, LogLevel.Warning, "{Method} to conversation {Conversation}: the connector answers {Status} {Code}")]
    private static partial void Refused(ILogger log, string method, string conversation, int status, string code);

    [LoggerMessage(5004, LogLevel.Warning, "{Method} to conversation {Conversation}: no answer from {ServiceUrl}; a new message is not sent again, because it may have arrived")]
    private static partial void NoAnswer(ILogger log, Exception e, string method, string conversation, string serviceUrl);
}
