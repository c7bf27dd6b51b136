namespace ChatBot.Monitoring;

/// <summary>Counts what the contact centre answered, and says in the log when it begins and ends to fail.</summary>
internal sealed partial class MonitoringHealthBook(TimeProvider time, ILogger<FloorReader> log)
{
    private readonly Lock _gate = new();
    private MonitoringHealth _health = new(0, 0, null, null, null);

    public MonitoringHealth Health { get { lock (_gate) return _health; } }

    public void Good()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (_health.LastFailureAt > _health.LastGood || (_health.LastGood is null && _health.LastFailure is not null)) AnswersAgain();
            _health = _health with { Calls = _health.Calls + 1, LastGood = now };
        }
    }

    /// <summary>A call that tells neither that the contact centre works nor that it fails.</summary>
    public void Refused()
    {
        lock (_gate) _health = _health with { Calls = _health.Calls + 1 };
    }

    public void Bad(MonitoringFailure failure, Exception e)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (failure.Since == now) Fails(failure.Fault, failure.Code, failure.Text, e.GetType().Name);
            _health = _health with { Calls = _health.Calls + 1, Failures = _health.Failures + 1, LastFailure = failure, LastFailureAt = now };
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The contact centre fails: {Fault} {Code} {Text} ({Exception})")]
    private partial void Fails(MonitoringFault fault, string? code, string? text, string exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The contact centre answers again")]
    private partial void AnswersAgain();
}
