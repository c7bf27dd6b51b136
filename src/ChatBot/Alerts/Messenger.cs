namespace ChatBot.Alerts;

/// <summary>Speaks in one conversation, as <see cref="Speaking"/> says, for as long as the process lives.</summary>
internal sealed partial class Messenger : Grain, IMessenger, IAsyncDisposable
{
    private readonly Speaking _speaking;
    private readonly Rounds _rounds;
    private readonly AlertHealth _health;
    private readonly Lease _lease;
    private readonly TimeProvider _time;
    private readonly ILogger<Messenger> _log;
    private int _failures;

    public Messenger(IServiceProvider services, AlertHealth health, Lease lease, TimeProvider time, ILogger<Messenger> log)
    {
        (_health, _lease, _time, _log) = (health, lease, time, log);
        _speaking = ActivatorUtilities.CreateInstance<Speaking>(services, this.GetPrimaryKeyString());
        _rounds = new(SayAsync, time);
    }

    public Task WakeAsync()
    {
        _ = _rounds.GoAsync();
        return Task.CompletedTask;
    }

    public Task IdleAsync() => _rounds.GoAsync();

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        await DisposeAsync();

    public ValueTask DisposeAsync() => _rounds.DisposeAsync();

    /// <summary>A store that fails is tried again after a while; nothing is lost by it.</summary>
    private async Task<DateTimeOffset?> SayAsync(CancellationToken enough, CancellationToken stop)
    {
        // Whoever holds it tells; this one is woken once it does.
        if (!_lease.Held) return null;
        try
        {
            var next = await _speaking.SayAsync(enough, stop);
            _failures = 0;
            if (_health.StoreWorks(true)) Works(_log);
            return next;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            if (_health.StoreWorks(false)) Fails(_log, e);
            return _time.GetUtcNow() + DeliveryPolicy.Backoff(++_failures, null, Random.Shared.NextDouble());
        }
    }

    [LoggerMessage(3005, LogLevel.Error, "Alerts cannot be told: what is to be said cannot be read or stored. They are kept, and told when it works again")]
    private static partial void Fails(ILogger log, Exception e);

    [LoggerMessage(3006, LogLevel.Warning, "Alerts can be told again")]
    private static partial void Works(ILogger log);
}
