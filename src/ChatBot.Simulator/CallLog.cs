using System.Collections.Concurrent;

namespace ChatBot.Simulator;

/// <summary>A call that reached the centre.</summary>
/// <param name="Body">At most its first 4096 characters.</param>
/// <param name="When">True time of arrival.</param>
/// <param name="Status">What was answered; null while it is not, and where the connection was cut before.</param>
/// <param name="Reason">Why it was refused, in words; the wire does not say.</param>
public sealed record ReceivedCall(string Path, string Body, DateTimeOffset When, int? Status = null, string? Reason = null)
{
    /// <summary>Names of the headers that came with it.</summary>
    public IReadOnlyCollection<string> Headers { get; init; } = [];
}

/// <summary>The last ten thousand calls.</summary>
internal sealed class CallLog
{
    private const int Most = 10_000;
    private readonly ConcurrentQueue<Entry> _entries = new();
    private long _total;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Total => Interlocked.Read(ref _total);

    public IReadOnlyList<ReceivedCall> Calls => [.. _entries.Select(entry => entry.Call)];

    public Entry Arrived(ReceivedCall call)
    {
        var entry = new Entry { Call = call };
        _entries.Enqueue(entry);
        if (_entries.Count > Most) _entries.TryDequeue(out _);
        Interlocked.Increment(ref _total);
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return entry;
    }

    /// <summary>Completes when so many calls have arrived since the start.</summary>
    public async Task ReachesAsync(long total, CancellationToken stop)
    {
        while (true)
        {
            var next = Volatile.Read(ref _next).Task;
            if (Total >= total) return;
            await next.WaitAsync(stop);
        }
    }

    public sealed class Entry
    {
        public required ReceivedCall Call { get; set; }
    }
}
