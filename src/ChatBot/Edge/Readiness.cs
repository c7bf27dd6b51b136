using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatBot.Edge;

/// <summary>Whether questions can be answered and alerts be told. Each room says how it is by a health check; many who ask at once
/// or within a second share one look.</summary>
internal sealed partial class Readiness(HealthCheckService checks, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Readiness> log)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Task<bool> _look = Task.FromResult(true);
    private DateTimeOffset? _at;
    private bool _wasReady = true;

    public Task<bool> IsReadyAsync()
    {
        // Who sends requests here should send them elsewhere while the bot finishes what it has.
        if (lifetime.ApplicationStopping.IsCancellationRequested) return Task.FromResult(false);
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (!_look.IsCompleted || (_at is { } at && now >= at && now - at < Lasts)) return _look;
            _at = now;
            return _look = Task.Run(LookAsync);
        }
    }

    private async Task<bool> LookAsync()
    {
        using var limit = new CancellationTokenSource(Longest, time);
        string unwell;
        try
        {
            var report = await checks.CheckHealthAsync(limit.Token).WaitAsync(limit.Token);
            unwell = string.Join(", ", report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy).Select(e => e.Key));
        }
        catch (OperationCanceledException)
        {
            unwell = $"no result within {Longest.TotalSeconds} s";
        }

        var isReady = unwell.Length == 0;
        if (isReady != _wasReady)
        {
            if (isReady) Ready(log);
            else NotReady(log, unwell);
        }

        return _wasReady = isReady;
    }

    [LoggerMessage(7001, LogLevel.Warning, "Not ready: {What}")]
    private static partial void NotReady(ILogger log, string what);

    [LoggerMessage(7002, LogLevel.Information, "Ready again")]
    private static partial void Ready(ILogger log);
}
