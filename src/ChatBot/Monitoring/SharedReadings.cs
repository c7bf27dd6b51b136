using System.Collections.Concurrent;

namespace ChatBot.Monitoring;

/// <summary>The shared readings by question. Bounded: beyond the limit those unused for longest are forgotten.</summary>
internal sealed class SharedReadings(MonitoringHealthBook health, TimeProvider time) : IDisposable
{
    public const int Most = 2000;

    private readonly ConcurrentDictionary<object, ISharedReading> _readings = new();
    private readonly CancellationTokenSource _shutdown = new();

    public int Count => _readings.Count;

    /// <param name="question">A record that names kind, VDN, skill or person.</param>
    /// <param name="harmless">Failures that say something of what was asked for, and nothing of the contact centre.</param>
    public SharedReading<T> Of<T>(object question, SharedReadingTimes times, Func<CancellationToken, Task<T>> ask, Func<MonitoringFailure, bool>? harmless = null)
    {
        if (_readings.TryGetValue(question, out var known)) return (SharedReading<T>)known;
        if (_readings.Count >= Most)
        {
            foreach (var (old, _) in _readings.ToArray().OrderBy(r => r.Value.UsedAt).Take(Most / 10)) _readings.TryRemove(old, out _);
        }

        return (SharedReading<T>)_readings.GetOrAdd(question, _ => new SharedReading<T>(ask, times, harmless, health, time, _shutdown.Token));
    }

    /// <summary>The calls under way now have ended, one way or another.</summary>
    public Task IdleAsync() => Task.WhenAll(_readings.Values.Select(r => r.Asking)).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>Ends the calls under way: the resilience pipeline, which is disposed later, would wait for them.</summary>
    public void Dispose()
    {
        _shutdown.Cancel();
        IdleAsync().Wait(TimeSpan.FromSeconds(1));
        _shutdown.Dispose();
    }
}
