namespace ChatBot.Simulator;

/// <summary>What a failure plays with.</summary>
/// <param name="Answer">The right answer; logged as given.</param>
/// <param name="Log">Tells what is answered, before a byte of it is sent.</param>
/// <param name="When">The call came; delays count from here, so a clock moved by hand is never missed.</param>
internal sealed record Stage(
    HttpContext Context, Func<Reply> Answer, Action<Reply> Log, DateTimeOffset When, TimeProvider Time, CancellationToken Stop)
{
    public Task SendAsync(Reply reply)
    {
        Log(reply);
        return reply.SendAsync(Context.Response, Stop);
    }

    public async Task UntilAsync(DateTimeOffset due)
    {
        while (due - Time.GetUtcNow() is var left && left > TimeSpan.Zero) await Task.Delay(left, Time, Stop);
    }
}
