using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Monitoring;

/// <summary>A real HTTP server that answers arranged bytes and refuses what was not arranged.</summary>
internal sealed class StubCentre : IAsyncDisposable
{
    public sealed record Call(string Path, string Body, string Authorization, string? Host, string? ContentType, long? Length);

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Queue<RequestDelegate>> _answers = new();

    private StubCentre(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public ConcurrentQueue<Call> Calls { get; } = new();

    public static async Task<StubCentre> StartAsync(TimeProvider time, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                if (certificate is not null) listen.UseHttps(certificate);
            });
        });
        var app = builder.Build();
        var stub = new StubCentre(app);
        app.Run(context =>
        {
            context.Response.Headers.Date = time.GetUtcNow().ToString("R");
            return stub.AnswerAsync(context);
        });
        await app.StartAsync();
        return stub;
    }

    /// <summary>The same answer for every call of a path that ends like this.</summary>
    public StubCentre Has(string path, string body, int status = 200, string type = "application/json") =>
        Has(path, Write(body, status, type));

    /// <summary>One answer after the other; the last one stays.</summary>
    public StubCentre Has(string path, params RequestDelegate[] answers)
    {
        _answers["/rest/cmsapp/v1/openapi" + path] = new Queue<RequestDelegate>(answers);
        return this;
    }

    public static RequestDelegate Write(string body, int status = 200, string type = "application/json") => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    };

    public static RequestDelegate Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var body = await new StreamReader(request.Body).ReadToEndAsync();
        RequestDelegate? answer = null;
        if (_answers.TryGetValue(request.Path, out var queue))
            lock (queue) answer = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        Calls.Enqueue(new Call(request.Path, body, request.Headers.Authorization.ToString(), request.Headers.Host, request.Headers.ContentType, request.ContentLength));
        context.Items[nameof(BodyOf)] = body;
        if (answer is null) await Write("not arranged: " + request.Path, 404, "text/plain")(context);
        else await answer(context);
    }

    /// <summary>What was asked in this call; others may arrive at the same time, so the last of <see cref="Calls"/> may be theirs.</summary>
    public static string BodyOf(HttpContext context) => (string)context.Items[nameof(BodyOf)]!;

    public int CallsOf(string path) => Calls.Count(c => c.Path.EndsWith(path, StringComparison.Ordinal));

    // Stopped before it is disposed: disposing alone blocks on calls that are still under way.
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
