namespace ChatBot.Alerts;

/// <summary>Wakes the watchers of all VDNs with rules and the messengers with something to say: once this process holds the lease,
/// and again each minute, should one have gone with its silo, or a call to one been lost.</summary>
internal sealed partial class Watching(
    IAlertStore store, IPostStore posts, WatchHealth health, IGrainFactory grains, Lease lease, IHostApplicationLifetime lifetime, TimeProvider time,
    ILogger<Watching> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        using var timer = new PeriodicTimer(Lease.Every, time);
        long? woken = null;
        do
        {
            health.Wakes();
            if (!lease.Held) woken = null;
            if (!lease.Held || (woken is { } last && time.GetElapsedTime(last) < Every)) continue;
            woken = time.GetTimestamp();
            // One that fails keeps nobody else asleep.
            await TryAsync(WakeWatchersAsync, stoppingToken);
            await TryAsync(WakeMessengersAsync, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeWatchersAsync(CancellationToken stop) => await Task.WhenAll(
        (await store.VdnsWithRulesAsync(stop)).Select(vdn => WakeAsync(() => grains.GetGrain<IVdnWatcher>(vdn).WakeAsync(), stop)));

    private async Task WakeMessengersAsync(CancellationToken stop)
    {
        health.Backlog = await posts.BacklogAsync(stop);
        await Task.WhenAll((await posts.ConversationsWithWorkAsync(stop))
            .Select(conversation => WakeAsync(() => grains.GetGrain<IMessenger>(conversation).WakeAsync(), stop)));
    }

    private async Task WakeAsync(Func<Task> wake, CancellationToken stop)
    {
        try
        {
            await wake();
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            NotWoken(log, e);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> wakeAll, CancellationToken stop)
    {
        try
        {
            await wakeAll(stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            CannotRead(log, e);
        }
    }

    [LoggerMessage(3016, LogLevel.Error, "What is to be watched or to be said cannot be read; it is tried again in a minute")]
    private static partial void CannotRead(ILogger log, Exception e);

    [LoggerMessage(3017, LogLevel.Warning, "A watcher or a messenger could not be woken; it is tried again in a minute")]
    private static partial void NotWoken(ILogger log, Exception e);
}
