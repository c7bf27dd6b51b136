using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests;

/// <summary>A clock that stands still until a test moves it. Waits of less than a second, such as the pause before a call is
/// tried again, pass at once; longer ones, such as deadlines, end only when the clock is moved past them.</summary>
public sealed class StageClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private const int Patience = 20;
    private const int Spinning = 300_000;
    private const int SpinningInTimer = 1_000;
    private readonly ConcurrentDictionary<DateTimeOffset, int> _passed = [];

    [ThreadStatic]
    private static (StageClock? Clock, DateTimeOffset At, int Times) s_asked;

    [ThreadStatic]
    private static bool s_inTimer;

    /// <summary>Orleans asks for the time on and on for the rest of a millisecond, too short to wait for, that is left of some of its
    /// pauses. On this clock that is for ever: whoever asks so often and nothing else is told that it has passed. Soon, where it asks in
    /// a timer's callback: until that is over no other timer of this clock goes off, however far it is moved.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        s_asked = s_asked.Clock == this && s_asked.At == now ? s_asked with { Times = s_asked.Times + 1 } : (this, now, 0);
        if (s_asked.Times < (s_inTimer ? SpinningInTimer : Spinning)) return now;
        s_asked = default;
        return now + TimeSpan.FromMilliseconds(1);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime >= TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(1) && period == Timeout.InfiniteTimeSpan && PassesAtOnce(dueTime)
            ? System.CreateTimer(Marked(callback), state, TimeSpan.Zero, period)
            : base.CreateTimer(Marked(callback), state, dueTime, period);

    private static TimerCallback Marked(TimerCallback callback) => state =>
    {
        (s_inTimer, s_asked) = (true, default);
        try
        {
            callback(state);
        }
        finally
        {
            s_inTimer = false;
        }
    };

    /// <summary>Whether a short wait for this instant may pass at once. Orleans looks at the clock after a wait and waits again for what
    /// is left, which here is all of it: who comes for one instant again and again waits until the clock is moved.</summary>
    private bool PassesAtOnce(TimeSpan dueTime) =>
        _passed.AddOrUpdate(base.GetUtcNow() + dueTime, 1, static (_, times) => times + 1) <= Patience;
}
