using ChatBot.Monitoring;
using Microsoft.Extensions.Options;

namespace ChatBot.Alerts;

/// <summary>What every watch uses.</summary>
internal sealed class WatchTools(
    IAlertStore store, FloorReader floor, WatchHealth health, IOptions<AlertSettings> settings, IOptions<MonitoringSettings> monitoring,
    TimeProvider time, ILogger<Watch> log)
{
    public IAlertStore Store { get; } = store;

    public FloorReader Floor { get; } = floor;

    public WatchHealth Health { get; } = health;

    public TimeProvider Time { get; } = time;

    public ILogger Log { get; } = log;

    public TimeSpan PollInterval { get; } = settings.Value.PollInterval;

    /// <summary>The call centre's, for active hours.</summary>
    public TimeZoneInfo Zone { get; } = monitoring.Value.Zone();

    public JudgeTimes Judge { get; } = new(
        settings.Value.HoldPolls, settings.Value.CalmPolls, GoneReadings: 2, settings.Value.WorseBy, settings.Value.CoolDown,
        LongestStep: 2 * settings.Value.PollInterval);

    public SightTimes Sight { get; } = new(
        settings.Value.BlindPolls, settings.Value.BlindAfter, settings.Value.Repeat, settings.Value.CoolDown);
}
