using System.Diagnostics.Metrics;

namespace ChatBot.Monitoring;

/// <summary>Counts what the contact centre answered, and says in the log when it begins and ends to fail.</summary>
internal sealed partial class MonitoringHealthBook(TimeProvider time, IMeterFactory meters, ILogger<FloorReader> log)
{
    public const string MeterName = "ChatBot.Monitoring";

    private readonly Counter<long> _readings = meters.Create(MeterName).CreateCounter<long>(
        "chatbot.centre.readings", "{reading}", "Readings of the contact centre, each with all its calls and retries, by what came of them.");
    private readonly Lock _gate = new();
    private MonitoringHealth _health = new(0, 0, null, null, null);

    public MonitoringHealth Health { get { lock (_gate) return _health; } }

    public void Good()
    {
        Count("ok");
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
        Count("refused");
        lock (_gate) _health = _health with { Calls = _health.Calls + 1 };
    }

    public void Bad(MonitoringFailure failure, Exception e)
    {
        Count($"{failure.Fault}");
        var now = time.GetUtcNow();
        lock (_gate)
        {
            // What the platform says may name people: only our own words of a connection are kept.
            if (failure.Since == now) Fails(failure.Fault, failure.Code, failure.Fault == MonitoringFault.Unreachable ? failure.Text : null, e.GetType().Name);
            _health = _health with { Calls = _health.Calls + 1, Failures = _health.Failures + 1, LastFailure = failure, LastFailureAt = now };
        }
    }

    private void Count(string outcome) => _readings.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The contact centre fails: {Fault} {Code} {Text} ({Exception})")]
    private partial void Fails(MonitoringFault fault, string? code, string? text, string exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The contact centre answers again")]
    private partial void AnswersAgain();
}
