namespace ChatBot.Monitoring;

/// <summary>How far the contact centre's clock is ahead of ours. Its data tells best (a rest's begin plus the time
/// rested is its "now"); the HTTP Date header, which a gateway may have written, is second.</summary>
internal sealed class ServerClock(TimeProvider time)
{
    // Both sources count whole seconds, so less than this is noise and not a difference.
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(2);

    // A day off is no clock that runs wrong: the signature would be refused long before.
    private static readonly TimeSpan Absurd = TimeSpan.FromDays(1);

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private sealed record Sight(TimeSpan Ahead, DateTimeOffset At);

    private volatile Sight? _data, _date;

    /// <summary>Add to our time to get the server's, subtract from the server's to get ours.</summary>
    public TimeSpan Ahead
    {
        get
        {
            var sight = _data is { } data && time.GetUtcNow() - data.At < Lasts ? data : _date;
            return sight is null || sight.Ahead.Duration() <= Noise ? TimeSpan.Zero : sight.Ahead;
        }
    }

    public void SawDate(DateTimeOffset date)
    {
        var now = time.GetUtcNow();
        // The header's second has begun, and how long ago it does not say: a whole number of seconds is the likeliest.
        var ahead = TimeSpan.FromSeconds(Math.Ceiling((date - now).TotalSeconds));
        if (ahead.Duration() < Absurd) _date = new Sight(ahead, now);
    }

    /// <summary>The data stands still: what it told of the clock is not to be believed.</summary>
    public void ForgetData() => _data = null;

    /// <param name="serverNows">What the rows of one reading say the server's "now" was; the middle one is believed.</param>
    /// <param name="readAt">When that reading came, by our clock.</param>
    public void SawData(IEnumerable<DateTimeOffset> serverNows, DateTimeOffset readAt)
    {
        var aheads = serverNows.Select(now => now - readAt).Where(a => a.Duration() < Absurd).Order().ToList();
        if (aheads.Count > 0) _data = new Sight(aheads[aheads.Count / 2], readAt);
    }
}
