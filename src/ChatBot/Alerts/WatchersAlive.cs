using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace ChatBot.Alerts;

/// <summary>Whether somebody still looks: a contact centre that fails is told by the watchers, watchers that sleep are told by nobody.</summary>
internal sealed class WatchersAlive(WatchHealth health, IOptions<AlertSettings> settings, TimeProvider time) : IHealthCheck
{
    // They are woken each minute, and a poll ends within seconds.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = time.GetUtcNow() - Slack;
        // Before the first round nothing can be late.
        if (health.Woken < late) return Unwell("nobody wakes the watchers");
        var polls = 3 * settings.Value.PollInterval;
        return health.Vdns.Any(vdn => vdn.Value.LastPoll < late - polls)
            ? Unwell("a VDN is not read any more")
            : Task.FromResult(HealthCheckResult.Healthy());
    }

    private static Task<HealthCheckResult> Unwell(string why) => Task.FromResult(HealthCheckResult.Unhealthy(why));
}
