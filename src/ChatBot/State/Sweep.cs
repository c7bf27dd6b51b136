using ChatBot.Alerts;

namespace ChatBot.State;

/// <summary>Removes what is older than <c>State:KeepDays</c> and <c>State:KeepAuditDays</c>, at the start and every hour.</summary>
internal sealed partial class Sweep(IAlertStore alerts, TimeProvider time, ILogger<Sweep> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                var now = time.GetUtcNow();
                // Each step is a transaction of its own, between which others write.
                while (await alerts.ForgetAsync(now - alerts.Kept.Incidents, OldRows.Step, stoppingToken) == OldRows.Step) ;
                while (await alerts.ForgetDeedsAsync(now - alerts.Kept.Deeds, OldRows.Step, stoppingToken) == OldRows.Step) ;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A service that throws would end the whole bot.
                NotSwept(log, e);
            }

            await Task.Delay(Every, time, stoppingToken);
        }
    }

    [LoggerMessage(4002, LogLevel.Warning, "What is old could not be removed; tried again in an hour")]
    private static partial void NotSwept(ILogger log, Exception e);
}
