using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Teams;

/// <summary>A connector that answers as the script says, then as Teams does when all is well; it notes what it was asked, the path as
/// it was on the wire.</summary>
internal sealed class ScriptedConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _script;
    private readonly System.Threading.Channels.Channel<string> _calls = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _ends = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goesOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids;

    private ScriptedConnector(WebApplication app, IEnumerable<string> script) => (_app, _script) = (app, new(script));

    public string Address => _app.Urls.First();

    /// <summary>The header that each call proved itself with, oldest first.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = new();

    /// <summary>Calls of these conversations are never answered.</summary>
    public string? Silent { get; init; }

    /// <param name="script">A status, and after it the value of Retry-After, headers (name=value) and a body, as far as there are any:
    /// "429 0", "429 retry-after-ms=1500", "404 {…}"; "201 empty"; "hang" for no answer, "reset" for a connection that breaks.</param>
    public static Task<ScriptedConnector> StartAsync(params string[] script) => StartAsync(null, script);

    public static async Task<ScriptedConnector> StartAsync(string? silent, string[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new ScriptedConnector(builder.Build(), script) { Silent = silent };
        connector._app.Run(connector.AnswerAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>Answers the call that waits for this ("hang-then-201").</summary>
    public void GoOn() => _goesOn.TrySetResult();

    /// <summary>Method, raw path and body of the next call.</summary>
    public async Task<string> Call()
    {
        using var limit = Supervisor.Limit();
        return await _calls.Reader.ReadAsync(limit.Token);
    }

    /// <summary>Calls that came and nobody looked at yet.</summary>
    public IReadOnlyList<string> Calls()
    {
        List<string> calls = [];
        while (_calls.Reader.TryRead(out var call)) calls.Add(call);
        return calls;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
        var raw = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using var body = new StreamReader(context.Request.Body);
        var call = $"{context.Request.Method} {raw} {await body.ReadToEndAsync()}";
        var line = _script.TryDequeue(out var next) ? next : context.Request.Method == "PUT" ? "200" : "201";
        if (Silent is not null && call.Contains(Silent, StringComparison.Ordinal)) line = "hang";
        await _calls.Writer.WriteAsync(call);
        if (line == "hang") await Task.WhenAny(_ends.Task, Task.Delay(Timeout.Infinite, context.RequestAborted));
        else if (line == "hang-then-201")
        {
            await _goesOn.Task;
            await AnswerAsync(context, "201");
        }
        else if (line == "reset") context.Abort();
        else await AnswerAsync(context, line);
    }

    private async Task AnswerAsync(HttpContext context, string line)
    {
        var response = context.Response;
        var at = line.IndexOfAny(['{', '<']);
        var said = at < 0 ? null : line[at..];
        var words = (at < 0 ? line : line[..at]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        response.StatusCode = int.Parse(words[0], CultureInfo.InvariantCulture);
        foreach (var word in words.Skip(1).Where(word => word != "empty"))
        {
            var header = word.Split('=');
            response.Headers.Append(header.Length > 1 ? header[0] : "Retry-After", header[^1].Replace('_', ' '));
        }

        if (response.StatusCode == 302) response.Headers.Location = "/elsewhere";
        if (words.Contains("empty")) return;
        said ??= response.StatusCode >= 400 ? """{"error":"a plain string"}""" : response.StatusCode == 202 ? null : Id(context.Request);
        if (said is null) return;
        response.ContentType = said[0] == '<' ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
        await response.WriteAsync(said);
    }

    /// <summary>Ids as the channel gives them: "…;messageid=N" for a thread.</summary>
    private string Id(HttpRequest request)
    {
        var id = Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
        return request.Path.Value!.EndsWith("/v3/conversations", StringComparison.Ordinal)
            ? JsonSerializer.Serialize(new { id = $"19:c@thread.tacv2;messageid={id}", activityId = id })
            : JsonSerializer.Serialize(new { id });
    }

    public async ValueTask DisposeAsync()
    {
        _ends.TrySetResult();
        await _app.DisposeAsync();
    }
}
