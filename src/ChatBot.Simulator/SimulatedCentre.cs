using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ChatBot.Simulator;

/// <summary>A contact centre on 127.0.0.1 that speaks CC-CMS as documented, in both styles, and does as it is told.</summary>
public sealed class SimulatedCentre : IAsyncDisposable
{
    private const int LongestBody = 1 << 20;
    private const int LongestKept = 4096;

    private readonly CancellationTokenSource _closing = new();
    private readonly TimeProvider _time;
    private readonly CallLog _log = new();
    private readonly Desk _desk;
    private WebApplication? _app;

    private SimulatedCentre(CentreSettings settings, TimeProvider time)
    {
        (_time, Settings) = (time, settings);
        Floor = new(settings, time);
        Trouble = new(Floor);
        _desk = new(settings, time, Floor, Trouble, Quirks);
    }

    public CentreSettings Settings { get; }

    /// <summary>http://127.0.0.1:port</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public Floor Floor { get; }

    public Trouble Trouble { get; }

    public Quirks Quirks { get; } = new();

    /// <summary>The last ten thousand calls, the oldest first.</summary>
    public IReadOnlyList<ReceivedCall> Calls => _log.Calls;

    /// <summary>How many calls came since the start.</summary>
    public long CallCount => _log.Total;

    /// <inheritdoc cref="Floor.Vdn"/>
    public SimulatedVdn Vdn(int id) => Floor.Vdn(id);

    /// <summary>Completes when so many calls have arrived since the start, answered or not.</summary>
    public Task CallsReachAsync(long count, CancellationToken stop = default) => _log.ReachesAsync(count, stop);

    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatedCentre> StartAsync(CentreSettings settings, TimeProvider time, CancellationToken stop = default)
    {
        settings.Check();
        var centre = new SimulatedCentre(settings, time);

        // An empty builder: neither the settings nor the addresses of the app around it are ours.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        var app = centre._app = builder.Build();
        app.Run(centre.TakeAsync);
        try
        {
            await app.StartAsync(stop);
        }
        catch
        {
            await centre.DisposeAsync();
            throw;
        }

        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        centre.Address = new(addresses.Addresses.Single());
        return centre;
    }

    public async ValueTask DisposeAsync()
    {
        // Calls that never get an answer must not hold up the end.
        await _closing.CancelAsync();
        if (_app is { } app) await app.DisposeAsync();
        _closing.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        // 0 The Date of every answer is the centre's own clock, not this machine's.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Date = (_time.GetUtcNow() + Trouble.ClockSkew).ToString("R", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });

        // 1 The whole body, as it came.
        var when = _time.GetUtcNow();
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException tooLong)
        {
            context.Response.StatusCode = tooLong.StatusCode;
            return;
        }

        // 2 What is to go wrong with it is settled before anybody is told that it came.
        var path = context.Request.Path.Value ?? "";
        var bytes = body.ToArray();
        var failure = Trouble.For(path);
        var kept = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, LongestKept)));
        var entry = _log.Arrived(new(path, kept, when) { Headers = [.. context.Request.Headers.Keys] });

        // 3 The answer, or what stands in its place.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _closing.Token);
        try
        {
            void Log(Reply reply) => entry.Call = entry.Call with { Status = reply.Status, Reason = reply.Reason };
            Reply Answer()
            {
                var reply = _desk.Answer(context.Request, bytes);
                Log(reply);
                return reply;
            }

            if (failure is null) await Answer().SendAsync(context.Response, stop.Token);
            else await failure.PlayAsync(new(context, Answer, Log, when, _time, stop.Token));
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    /// <summary>Ctrl+C and the like belong to the process around the centre; the usual lifetime would swallow them.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
