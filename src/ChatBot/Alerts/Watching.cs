namespace ChatBot.Alerts;

/// <summary>Sees to it that every VDN with rules is watched: at the start, and again each minute, should a watcher have gone with
/// its silo.</summary>
internal sealed partial class Watching(
    IAlertStore store, IPostStore posts, WatchHealth health, IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Watching> log) : BackgroundService
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
            health.Backlog = await posts.BacklogAsync(stop);
            foreach (var vdn in await store.VdnsWithRulesAsync(stop)) await grains.GetGrain<IVdnWatcher>(vdn).WakeAsync();
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotWoken(log, e);
        }
    }

    [LoggerMessage(LogLevel.Error, "What is to be watched cannot be read; it is tried again in a minute")]
    private static partial void NotWoken(ILogger log, Exception e);
}
