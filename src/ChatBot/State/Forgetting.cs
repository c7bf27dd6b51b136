using ChatBot.Alerts;
using Microsoft.Extensions.Options;

namespace ChatBot.State;

/// <summary>Removes what ended before <c>State:KeepDays</c>: every hour, in small steps, so that nobody waits long for the database.</summary>
internal sealed partial class Forgetting(IAlertStore store, IOptions<StateSettings> settings, TimeProvider time, ILogger<Forgetting> log) : BackgroundService
{
    private const int Step = 50;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await store.ForgetAsync(time.GetUtcNow() - TimeSpan.FromDays(settings.Value.KeepDays), Step, stoppingToken) == Step)
                    await Task.Delay(Pause, time, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotForgotten(log, e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "What is old cannot be removed; it is tried again in an hour")]
    private static partial void NotForgotten(ILogger log, Exception e);
}
