using ChatBot.Alerts;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Stories;

internal static class Polls
{
    /// <summary>The clock of the stage goes on from poll to poll of VDN 1; all that is said in the conversation after each is said.</summary>
    public static async Task PollAsync(this Stage stage, string conversation, int times)
    {
        var services = stage.Supervisor.Services;
        var (grains, health) = (services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<WatchHealth>());
        for (var poll = 0; poll < times; poll++)
        {
            var before = health.Vdns.GetValueOrDefault(1)?.LastPoll;
            for (var second = 0; second < 20 && health.Vdns.GetValueOrDefault(1)?.LastPoll == before; second++)
            {
                stage.Time.Advance(TimeSpan.FromSeconds(1));
                await grains.GetGrain<IVdnWatcher>(1).IdleAsync();
            }

            // A conversation is spoken in once a second: figures, a reply and a new state need three.
            for (var second = 0; second < 4; second++)
            {
                await grains.GetGrain<IMessenger>(conversation).IdleAsync();
                stage.Time.Advance(TimeSpan.FromSeconds(1));
            }

            await grains.GetGrain<IMessenger>(conversation).IdleAsync();
            await grains.GetGrain<IVdnWatcher>(1).IdleAsync();
        }
    }
}
