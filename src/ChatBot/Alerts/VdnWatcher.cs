using Orleans;
using Orleans.Runtime;

namespace ChatBot.Alerts;

/// <inheritdoc cref="IVdnWatcher"/>
internal sealed partial class VdnWatcher : Grain, IVdnWatcher, IDisposable
{
    private readonly WatchTools _tools;
    private readonly Lease _lease;
    private readonly Watch _watch;
    private readonly Random _jitter;
    private readonly CancellationTokenSource _stop = new();
    private IGrainTimer? _timer;
    private Task _polling = Task.CompletedTask;

    public VdnWatcher(WatchTools tools, Lease lease)
    {
        (_tools, _lease) = (tools, lease);
        _watch = new(Vdn, tools);
        _jitter = new(Vdn);
    }

    private int Vdn => (int)this.GetPrimaryKeyLong();

    public Task WakeAsync()
    {
        _watch.Renew();
        // Anywhere within the first interval, so that the watchers do not all read at once after a start.
        _timer ??= this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions
        {
            DueTime = _tools.PollInterval * _jitter.NextDouble(),
            Period = Timeout.InfiniteTimeSpan,
            Interleave = true,
            KeepAlive = true,
        });
        return Task.CompletedTask;
    }

    public Task IdleAsync() => _polling;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _polling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _tools.Health.Rests(Vdn);
    }

    public void Dispose() => _stop.Dispose();

    private Task TickAsync(CancellationToken stop)
    {
        _timer!.Change(_tools.PollInterval * (0.95 + (0.1 * _jitter.NextDouble())), Timeout.InfiniteTimeSpan);
        if (!_lease.Held) _tools.Health.Rests(Vdn);
        else if (_polling.IsCompleted) _polling = PollAsync();
        else _tools.Health.Skipped();
        return Task.CompletedTask;
    }

    private async Task PollAsync()
    {
        using var trace = AlertTrace.Poll(Vdn);
        try
        {
            foreach (var conversation in await _watch.PollAsync(_stop.Token)) await WakeAsync(conversation);
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            _tools.Health.Failed(Trouble.Watching);
            PollBroke(_tools.Log, Vdn, e);
        }

        if (_watch.HasWork || _timer is null) return;
        // Nothing to watch: without its timer it is forgotten, unless it is woken.
        _timer.Dispose();
        _timer = null;
        _tools.Health.Rests(Vdn);
    }

    private async Task WakeAsync(string conversation)
    {
        try
        {
            await GrainFactory.GetGrain<IMessenger>(conversation).WakeAsync();
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            // What is to be said is stored; it is woken again within a minute.
            NotWoken(_tools.Log, e);
        }
    }

    [LoggerMessage(3011, LogLevel.Warning, "A messenger could not be woken")]
    private static partial void NotWoken(ILogger log, Exception e);

    [LoggerMessage(3012, LogLevel.Error, "A poll of VDN {Vdn} broke; the next one follows")]
    private static partial void PollBroke(ILogger log, int vdn, Exception e);
}
