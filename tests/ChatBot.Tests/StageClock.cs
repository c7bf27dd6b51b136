using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests;

/// <summary>A clock that stands still until a test moves it. Waits of less than a second, such as the pause before a call is
/// tried again, pass at once; longer ones, such as deadlines, end only when the clock is moved past them.</summary>
public sealed class StageClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        dueTime >= TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(1) && period == Timeout.InfiniteTimeSpan
            ? System.CreateTimer(callback, state, TimeSpan.Zero, period)
            : base.CreateTimer(callback, state, dueTime, period);
}
