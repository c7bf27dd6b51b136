using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Teams;

/// <summary>A connector that answers as the script says, then 201; it notes what it was asked, the path as it was on the wire.</summary>
internal sealed class ScriptedConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Action<HttpResponse>> _script;
    private readonly System.Threading.Channels.Channel<string> _calls = System.Threading.Channels.Channel.CreateUnbounded<string>();

    private ScriptedConnector(WebApplication app, IEnumerable<Action<HttpResponse>> script) => (_app, _script) = (app, new(script));

    public string Address => _app.Urls.First();

    /// <param name="script">A status, and after it the value of Retry-After if there is one: "429 0".</param>
    public static async Task<ScriptedConnector> StartAsync(params string[] script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var connector = new ScriptedConnector(builder.Build(), script.Select<string, Action<HttpResponse>>(line => response =>
        {
            var words = line.Split(' ');
            response.StatusCode = int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture);
            if (words.Length > 1) response.Headers.RetryAfter = words[1];
            if (response.StatusCode == 302) response.Headers.Location = "/elsewhere";
        }));
        connector._app.Run(connector.AnswerAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>Method, raw path and body of the next call.</summary>
    public async Task<string> Call()
    {
        using var limit = Supervisor.Limit();
        return await _calls.Reader.ReadAsync(limit.Token);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var raw = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using var body = new StreamReader(context.Request.Body);
        var call = $"{context.Request.Method} {raw} {await body.ReadToEndAsync()}";
        context.Response.StatusCode = 201;
        if (_script.TryDequeue(out var step)) step(context.Response);
        await _calls.Writer.WriteAsync(call);
        if (context.Response.StatusCode >= 400) await context.Response.WriteAsync("""{"error":"a plain string"}""");
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
