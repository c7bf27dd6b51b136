using ChatBot.Alerts;
using ChatBot.Preview;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

public class TwoAtOnce
{
    [Fact]
    public async Task Of_two_on_one_database_one_watches_and_the_other_says_so_until_the_first_stops()
    {
        var database = $"State:ConnectionString=Data Source={Path.Combine(Directory.CreateTempSubdirectory("chatbot-").FullName, "both.db")}";
        await using var stage = await SetAsync("Current", database);
        await stage.Supervisor.Says("alert when waiting skill 3 above 5", Cast.Alerts);
        await using var other = await Supervisor.StartAsync(
            builder => builder.Services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(stage.Time),
            database, $"Monitoring:Address={stage.Centre.Address}", $"Monitoring:AccessKey={stage.Centre.Settings.AccessKey}", $"Monitoring:SecretKey={stage.Centre.Settings.SecretKey}");

        // 1 Both are there for a while; either answers.
        await stage.PollAsync(Cast.Alerts.Id, 6);
        Assert.Equal((true, 0), (Health(stage.Supervisor).Good >= 6, Health(other).Good));
        Assert.Contains($"by another process, on {Environment.MachineName}", (await other.Says("status")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("by another process", (await stage.Supervisor.Says("status")).Text, StringComparison.Ordinal);
        Assert.Contains("Waiting to rest above 5", (await other.Says("alerts", Cast.Alerts)).Text, StringComparison.Ordinal);

        // 2 The first stops, and the other goes on where it was.
        await stage.Supervisor.StopAsync().WhileTimePassesOn(stage.Time);
        using var limit = Supervisor.Limit();
        while (Health(other).Good == 0)
        {
            limit.Token.ThrowIfCancellationRequested();
            stage.Time.Advance(TimeSpan.FromSeconds(1));
            await other.Services.GetRequiredService<IGrainFactory>().GetGrain<IVdnWatcher>(1).IdleAsync();
        }

        Assert.DoesNotContain("by another process", (await other.Says("status")).Text, StringComparison.Ordinal);
    }

    private static WatchHealth Health(Supervisor bot) => bot.Services.GetRequiredService<WatchHealth>();
}
