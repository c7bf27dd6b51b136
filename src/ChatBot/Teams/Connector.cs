using System.Net;
using System.Text.Json;

namespace ChatBot.Teams;

/// <summary>What came of a call to the connector.</summary>
/// <param name="Status">Null when there was no answer at all.</param>
/// <param name="Id">The id of the new activity, where the channel gave one.</param>
internal sealed record Sent(HttpStatusCode? Status, string? Id = null)
{
    public bool Ok => Status is { } status && (int)status is >= 200 and < 300;
}

/// <summary>Speaks to a conversation through its channel. A failure is logged and told, never thrown.</summary>
internal sealed partial class Connector(IConnector connector, ILogger<Connector> log)
{
    private const int ErrorLength = 2048;

    /// <summary>A new activity; in reply to the reference's one if it has one.</summary>
    /// <param name="repeatable">May be said twice when nobody knows whether the first time arrived.</param>
    public Task<Sent> PostAsync(
        ConversationReference to, ReadOnlyMemory<byte> activity, CancellationToken stop, bool repeatable = false) =>
        CallAsync("POST", to, Content(activity), content => string.IsNullOrEmpty(to.ActivityId)
            ? connector.PostAsync(to.Conversation.Id!, content, to.ServiceUrl, repeatable, stop)
            : connector.ReplyAsync(to.Conversation.Id!, to.ActivityId, content, to.ServiceUrl, repeatable, stop), stop);

    /// <summary>Replaces an activity of the bot's own.</summary>
    public Task<Sent> UpdateAsync(ConversationReference to, string id, ReadOnlyMemory<byte> activity, CancellationToken stop) =>
        CallAsync("PUT", to, Content(activity), content =>
            connector.UpdateAsync(to.Conversation.Id!, id, content, to.ServiceUrl, true, stop), stop);

    private async Task<Sent> CallAsync(
        string method, ConversationReference to, HttpContent content, Func<HttpContent, Task<HttpResponseMessage>> call,
        CancellationToken stop)
    {
        try
        {
            using var response = await call(content);
            var body = await ReadAsync(response, stop);
            if (response.IsSuccessStatusCode) return new(response.StatusCode, IdIn(body));
            Refused(log, method, to.Conversation.Id!, (int)response.StatusCode, body);
            return new(response.StatusCode);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            NoAnswer(log, e, method, to.Conversation.Id!, to.ServiceUrl);
            return new((HttpStatusCode?)null);
        }
    }

    private static ReadOnlyMemoryContent Content(ReadOnlyMemory<byte> activity) =>
        new(activity) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } };

    /// <summary>The start of the body, which may be empty, no JSON, or longer than anybody needs.</summary>
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var buffer = new byte[ErrorLength];
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static string? IdIn(string body)
    {
        if (body.Length == 0) return null;
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.String("id");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Method} to conversation {Conversation}: the connector answers {Status}: {Body}")]
    private static partial void Refused(ILogger log, string method, string conversation, int status, string body);

    [LoggerMessage(LogLevel.Warning, "{Method} to conversation {Conversation}: no answer from {ServiceUrl}; a new message is not sent again, because it may have arrived")]
    private static partial void NoAnswer(ILogger log, Exception e, string method, string conversation, string serviceUrl);
}
