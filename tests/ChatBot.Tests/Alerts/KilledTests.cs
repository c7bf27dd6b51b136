using ChatBot.Alerts;
using ChatBot.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatBot.Tests.Alerts;

public class KilledTests(ITestOutputHelper output)
{
    private const int Bots = 4;
    private const int KillsOfEach = 13;

    /// <summary>Killed, not stopped, wherever it just is: each crossing keeps its one incident, its card is known or was repeated
    /// for that reason alone, and nothing is lost.</summary>
    [Fact]
    public async Task Killed_again_and_again_it_tells_every_crossing_and_repeats_only_what_may_not_have_arrived()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CHATBOT_SEED"), out var asked) ? asked : Random.Shared.Next(1_000_000);
        output.WriteLine($"CHATBOT_SEED={seed} kills at the same moments again");

        var faults = await Task.WhenAll(Enumerable.Range(0, Bots).Select(n => Task.Run(() => RunAsync(seed + n))));

        Assert.Empty(faults.SelectMany(f => f));
    }

    private async Task<List<string>> RunAsync(int seed)
    {
        // 1 Many short lives and a last one that ends well.
        await using var bot = await MortalBot.StartAsync(seed);
        while (bot.Deaths.Count < KillsOfEach) await bot.LiveAndDieAsync();
        await bot.LiveOnAsync();

        // 2 What was said against what is stored.
        var reckoning = new Reckoning(bot);
        reckoning.Count(await StoredAsync(bot));
        output.WriteLine($"{bot.Deaths.Count} kills ({string.Join(", ", bot.Deaths)}): {reckoning.Incidents} incidents, " +
            $"{bot.Connector.Calls.Count} calls, {reckoning.Repeats} repeated, {reckoning.OpenEnded} ends that nobody knows of");
        return reckoning.Faults;
    }

    private static async Task<List<(Incident, IReadOnlyList<HistoryLine>)>> StoredAsync(MortalBot bot)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { Args = [$"--State:ConnectionString={bot.Database}"] });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddState();
        using var host = builder.Build();
        var store = host.Services.GetRequiredService<IAlertStore>();
        List<(Incident, IReadOnlyList<HistoryLine>)> stored = [];
        foreach (var place in bot.Places)
        {
            // Numbers are the database's: all that were ever told and a few beyond.
            var most = bot.Connector.Calls.SelectMany(c => c.Told.Incidents).DefaultIfEmpty().Max() + 50;
            for (var number = 1; number <= most; number++)
            {
                if (await store.FindIncidentAsync(place.Chat, number, TestContext.Current.CancellationToken) is { } incident)
                    stored.Add((incident, await store.HistoryAsync(incident.Number, TestContext.Current.CancellationToken)));
            }
        }

        return stored;
    }
}
