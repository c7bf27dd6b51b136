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
        while (Time.GetUtcNow() is var now && now < due)
        {
            // A clock moved between the look and the timer would make the timer late: then look again.
            using var again = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var delay = Task.Delay(due - now, Time, again.Token);
            if (Time.GetUtcNow() - now < TimeSpan.FromMilliseconds(10)) await delay;
            else await again.CancelAsync();
        }
    }
}
