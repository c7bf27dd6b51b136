namespace ChatBot.Tests;

/// <summary>The clock of the tests, under those who look at it after a wait and wait again for what is left, as Orleans does.</summary>
public sealed class StageClockTests
{
    [Fact]
    public async Task A_short_wait_passes_at_once_and_moves_nothing()
    {
        var clock = new StageClock(Stage.Start);
        await Task.Delay(TimeSpan.FromMilliseconds(200), clock, TestContext.Current.CancellationToken).WaitAsync(Supervisor.Patience);
        Assert.Equal(Stage.Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task The_rest_of_a_millisecond_that_nobody_can_wait_for_passes()
    {
        var clock = new StageClock(Stage.Start);
        await Task.Run(() => UntilAsync(clock, Stage.Start + TimeSpan.FromTicks(1)), TestContext.Current.CancellationToken).WaitAsync(Supervisor.Patience);
        Assert.Equal(Stage.Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task The_rest_of_a_second_is_waited_for_without_asking_on_and_on()
    {
        var clock = new StageClock(Stage.Start);
        var asked = 0;
        var waiting = UntilAsync(clock, Stage.Start + TimeSpan.FromSeconds(0.5), () => asked++);
        while (Volatile.Read(ref asked) <= 20) await Task.Yield();
        await waiting.WhileTimePassesOn(clock);
        Assert.InRange(asked, 21, 25);
    }

    private static async Task UntilAsync(StageClock clock, DateTimeOffset due, Action? ask = null)
    {
        while (due - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            ask?.Invoke();
            await Task.Delay(left, clock, TestContext.Current.CancellationToken);
        }
    }
}
