using System.Threading.RateLimiting;

namespace ChatBot.Edge;

/// <summary>A token bucket that goes by the bot's clock. Once it is empty it rests until half of it is there again: somebody who asks
/// on and on hears one answer a pause, and not one each time a single token came in.</summary>
internal sealed class Bucket(int burst, int perMinute, TimeProvider time, Action disposed) : RateLimiter
{
    private static readonly RateLimitLease Taken = new Lease(true, null, false);

    private readonly Lock _lock = new();
    private readonly double _perSecond = perMinute / 60.0;
    private readonly double _enough = Math.Max(1, burst / 2.0);
    private double _level = burst;
    private long _at = time.GetTimestamp();
    private bool _rests;

    /// <summary>Since it is full again; null while it is not. What is full need not be kept: a new one would be the same.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                var idle = time.GetElapsedTime(_at) - TimeSpan.FromSeconds((burst - _level) / _perSecond);
                return idle >= TimeSpan.Zero ? idle : null;
            }
        }
    }

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            // 1 What came in since.
            var now = time.GetTimestamp();
            _level = Math.Min(burst, _level + time.GetElapsedTime(_at, now).TotalSeconds * _perSecond);
            _at = now;

            // 2 Enough for this one?
            if (_level >= (_rests ? _enough : 1))
            {
                _rests = false;
                _level--;
                return Taken;
            }

            // 3 If not: when, and is that news?
            var isFirst = !_rests;
            _rests = true;
            return new Lease(false, TimeSpan.FromSeconds((_enough - _level) / _perSecond), isFirst);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(permitCount));

    protected override void Dispose(bool disposing)
    {
        disposed();
        base.Dispose(disposing);
    }

    /// <param name="isFirst">Of those refused in this pause.</param>
    internal sealed class Lease(bool isTaken, TimeSpan? wait, bool isFirst) : RateLimitLease
    {
        public override bool IsAcquired => isTaken;

        public bool IsFirst => isFirst;

        public TimeSpan Wait => wait ?? TimeSpan.Zero;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = wait is { } known && metadataName == MetadataName.RetryAfter.Name ? known : null;
            return metadata is not null;
        }
    }
}
