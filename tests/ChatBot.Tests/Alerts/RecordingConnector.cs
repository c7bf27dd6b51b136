using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Alerts;

/// <summary>A Bot Connector on a port of its own that knows every conversation, keeps all it is told, and treats each call as it
/// is bidden.</summary>
public sealed class RecordingConnector : IAsyncDisposable
{
    /// <summary>Ids look like the channel's: milliseconds since 1970.</summary>
    private const long FirstId = 1_795_360_000_000;

    private readonly Lock _gate = new();
    private readonly List<ConnectorCall> _calls = [];
    private readonly HashSet<string> _messages = [];
    private readonly WebApplication _app;
    private long _id = FirstId;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RecordingConnector(WebApplication app) => _app = app;

    /// <summary>Asked once a call has arrived, before it is answered.</summary>
    public Func<ConnectorCall, CancellationToken, Task<Treatment>> Treat { get; set; } = (_, _) => Task.FromResult(Treatment.Right);

    /// <summary>Told once the answer has left.</summary>
    public Action<ConnectorCall> Answered { get; set; } = _ => { };

    public Uri Address => new(_app.Urls.First());

    /// <summary>In the order of arrival.</summary>
    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (_gate) return [.. _calls];
        }
    }

    public static async Task<RecordingConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new RecordingConnector(builder.Build());
        var conversations = connector._app.MapGroup("/v3/conversations");
        conversations.MapPost("/", (HttpContext context, JsonElement body) => connector.TakeAsync(
            context, body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!, null, body.GetProperty("activity"), newThread: true));
        conversations.MapPost("{chat}/activities/{replyTo?}", (HttpContext context, string chat, string? replyTo, JsonElement body) =>
            connector.TakeAsync(context, chat, null, body));
        conversations.MapPut("{chat}/activities/{id}", (HttpContext context, string chat, string id, JsonElement body) =>
            connector.TakeAsync(context, chat, id, body));
        connector._app.MapGet("/", () => "here");
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>Completes once <paramref name="true"/> holds of what was told; it is asked again at each call.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<ConnectorCall>, bool> @true, CancellationToken stop)
    {
        while (true)
        {
            var next = Volatile.Read(ref _next).Task;
            if (@true(Calls)) return;
            await next.WaitAsync(stop);
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string conversation, string? edits, JsonElement activity, bool newThread = false)
    {
        if (activity.TryGetProperty("type", out var type) && type.ValueEquals("typing"))
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        // 1 It is known from the moment it arrives.
        var parts = conversation.Split(";messageid=");
        ConnectorCall call;
        lock (_gate)
        {
            call = new(_calls.Count + 1, DateTimeOffset.UtcNow, parts[0], parts.ElementAtOrDefault(1), edits, activity.Clone(), context.Connection.Id);
            _calls.Add(call);
        }

        // 2 Whether it is taken is settled before anybody hears of the answer.
        var treatment = await Treat(call, context.RequestAborted);
        var unknown = edits is not null && !Knows(edits);
        if (treatment.Takes && !unknown) call.MessageId = edits ?? Next();
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        if (!treatment.Answers)
        {
            context.Abort();
            return;
        }

        // 3 The answer.
        call.Status = treatment.Status ?? (unknown ? 404 : edits is null ? 201 : 200);
        context.Response.StatusCode = call.Status.Value;
        if (treatment.RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Body(call, newThread).ToJsonString(), context.RequestAborted);
        await context.Response.CompleteAsync();
        Answered(call);
    }

    private static JsonObject Body(ConnectorCall call, bool newThread) => (call.Confirmed, newThread) switch
    {
        (false, _) => new() { ["error"] = new JsonObject { ["code"] = "Scripted", ["message"] = $"{call.Status}" } },
        (_, true) => new() { ["id"] = $"{call.Chat};messageid={call.MessageId}", ["activityId"] = call.MessageId },
        _ => new() { ["id"] = call.MessageId },
    };

    private bool Knows(string message)
    {
        lock (_gate) return _messages.Contains(message);
    }

    private string Next()
    {
        lock (_gate)
        {
            var id = $"{++_id}";
            _messages.Add(id);
            return id;
        }
    }
}
