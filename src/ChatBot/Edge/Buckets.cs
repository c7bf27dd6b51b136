using System.Threading.RateLimiting;

namespace ChatBot.Edge;

/// <summary>One bucket for each who asks. Full ones nobody used for a while are dropped; should very many ask at once, those
/// beyond <see cref="Most"/> share a thousand.</summary>
internal sealed class Buckets : IDisposable
{
    public const int Most = 20_000;

    private const int Shared = 1000;

    private readonly PartitionedRateLimiter<string> _limiter;
    private int _count;

    public Buckets(int burst, int perMinute, TimeProvider time) =>
        _limiter = PartitionedRateLimiter.Create<string, string>(who =>
        {
            var key = Count < Most ? who : $"{(uint)who.GetHashCode(StringComparison.Ordinal) % Shared}";
            return RateLimitPartition.Get(key, _ =>
            {
                Interlocked.Increment(ref _count);
                return new Bucket(burst, perMinute, time, () => Interlocked.Decrement(ref _count));
            });
        });

    /// <summary>How many there are at the moment.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <returns>Null when it was taken, and otherwise the pause.</returns>
    public Pause? Take(string who) =>
        _limiter.AttemptAcquire(who) is Bucket.Lease { IsAcquired: false } refused ? new(refused.Wait, refused.IsFirst) : null;

    public void Dispose() => _limiter.Dispose();
}

/// <summary>Somebody asked faster than may be.</summary>
/// <param name="For">Until questions are taken again.</param>
/// <param name="IsNews">The first one refused since the last one taken: it should be told.</param>
internal sealed record Pause(TimeSpan For, bool IsNews);
