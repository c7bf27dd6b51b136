using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatBot.Benchmarks.Turns;

/// <summary>A connector that takes everything at once and keeps nothing.</summary>
internal sealed class ReplySink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = [];

    private ReplySink(WebApplication app) => _app = app;

    /// <summary>Ends with a slash.</summary>
    public string Address => _app.Urls.First() + "/";

    public static async Task<ReplySink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var sink = new ReplySink(app);
        app.Map("/v3/conversations/{chat}/{**rest}", async (string chat, HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.StatusCode = 201;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"id\":\"1\"}", context.RequestAborted);
            if (sink._waiting.TryRemove(chat, out var waiting)) waiting.SetResult();
        });
        await app.StartAsync();
        return sink;
    }

    /// <summary>The next call about this conversation.</summary>
    public Task NextAsync(string chat) => (_waiting[chat] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
