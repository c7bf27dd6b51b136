namespace ChatBot.Alerts;

/// <summary>Wakes the messengers that have something to say: at the start, and every minute, so that nothing waits for ever where
/// a call to one was lost or nobody could be reached.</summary>
internal sealed partial class Waking(
    IPostStore posts, IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Waking> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        using var timer = new PeriodicTimer(Every, time);
        do await WakeAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeAsync(CancellationToken stop)
    {
        try
        {
            foreach (var conversation in await posts.ConversationsWithWorkAsync(stop))
                await grains.GetGrain<IMessenger>(conversation).WakeAsync();
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotWoken(log, e);
        }
    }

    [LoggerMessage(LogLevel.Error, "Who has something to say cannot be read; it is tried again in a minute")]
    private static partial void NotWoken(ILogger log, Exception e);
}
