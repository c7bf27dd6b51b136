namespace ChatBot.Simulator;

/// <summary>What a failure plays with.</summary>
/// <param name="When">The call came; delays count from here, so a clock moved by hand is never missed.</param>
internal sealed record Stage(HttpContext Context, Func<Reply> Answer, DateTimeOffset When, TimeProvider Time, CancellationToken Stop)
{
    public async Task UntilAsync(DateTimeOffset due)
    {
        while (due - Time.GetUtcNow() is var left && left > TimeSpan.Zero) await Task.Delay(left, Time, Stop);
    }
}
