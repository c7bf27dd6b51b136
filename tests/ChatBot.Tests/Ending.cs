using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests;

/// <summary>Every run ends, also on a clock that stands still.</summary>
internal static class Ending
{
    /// <summary>Waits for an end, letting time pass meanwhile: whoever stops waits a while for what is under way (turns of a
    /// conversation, the resilience pipelines), and on a clock that nobody moves any more a while is for ever.</summary>
    public static async Task WhileTimePassesOn(this Task end, TimeProvider clock)
    {
        while (clock is FakeTimeProvider still && !end.IsCompleted)
        {
            still.Advance(TimeSpan.FromSeconds(1));
            // Only so that the processor is free for what ends; nothing depends on how long it is.
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(5)));
        }

        await end.WaitAsync(Supervisor.Patience);
    }
}
