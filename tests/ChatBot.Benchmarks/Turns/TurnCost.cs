using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using ChatBot.Benchmarks.Soak;
using ChatBot.Simulator;

namespace ChatBot.Benchmarks.Turns;

/// <summary>One turn: a question comes in, a card goes to the connector, the request is answered. Sixteen people ask without pause,
/// the bot and <see cref="TurnFloor"/> by turns, each in a process of its own; the figures are those of that process.</summary>
internal static class TurnCost
{
    private const int Askers = 16;
    private const int Rounds = 5;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    private sealed record Measured(double MicrosecondsOfCpu, double Median, double P99, double TurnsPerSecond);

    public static async Task RunAsync()
    {
        // 1 A floor that lives, the bot before it, and the least there can be.
        await using var centre = await SimulatedCentre.StartAsync(new CentreSettings(), TimeProvider.System);
        await using var sink = await ReplySink.StartAsync();
        var folder = Directory.CreateTempSubdirectory("chatbot-turn-");
        using var bot = await SoakProcess.StartAsync(
            "soak-bot", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None",
            $"--State:ConnectionString=Data Source={Path.Combine(folder.FullName, "chatbot.db")}",
            $"--Monitoring:Address={centre.Address}", $"--Monitoring:AccessKey={centre.Settings.AccessKey}",
            $"--Monitoring:SecretKey={centre.Settings.SecretKey}",
            "--Limits:PersonBurst=100000", "--Limits:PersonPerMinute=100000",
            "--Limits:ConversationBurst=100000", "--Limits:ConversationPerMinute=100000");
        using var floor = await SoakProcess.StartAsync("turn-floor");
        await AskAsync(bot, sink, Warm);
        await AskAsync(floor, sink, Warm);

        // 2 By turns, so that a disturbance hits both.
        var ratios = new List<double>();
        var (bots, floors) = (new List<Measured>(), new List<Measured>());
        for (var round = 0; round < Rounds; round++)
        {
            bots.Add(await AskAsync(bot, sink, Round));
            floors.Add(await AskAsync(floor, sink, Round));
            ratios.Add(bots[^1].MicrosecondsOfCpu / floors[^1].MicrosecondsOfCpu);
        }

        Tell("bot", bots);
        Tell("floor", floors);
        ratios.Sort();
        var memory = (await bot.CostAsync()).WorkingSet / 1e6;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"a turn's processor time against the floor: {ratios[Rounds / 2]:F2} [{ratios[0]:F2}–{ratios[^1]:F2}]; the bot holds {memory:F0} MB"));
        await bot.EndAsync();
        await floor.EndAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<Measured> AskAsync(SoakProcess program, ReplySink sink, TimeSpan length)
    {
        using var http = new HttpClient { BaseAddress = program.Address };
        var took = new ConcurrentBag<double>();
        var before = await program.CostAsync();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Askers).Select(async asker =>
        {
            for (var turn = 0; Stopwatch.GetElapsedTime(began) < length; turn++)
            {
                // The bot hears each activity once.
                var (chat, asked) = ($"a:{asker}", Stopwatch.GetTimestamp());
                var replied = sink.NextAsync(chat);
                using var response = await http.PostAsJsonAsync("api/messages", Question(chat, $"{asked}.{asker}", sink.Address));
                response.EnsureSuccessStatusCode();
                await replied;
                took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }));
        var (over, after) = (Stopwatch.GetElapsedTime(began), await program.CostAsync());
        var times = took.Order().ToArray();
        return new((after.Cpu - before.Cpu) * 1e6 / times.Length, times[times.Length / 2], times[(int)(times.Length * 0.99)], times.Length / over.TotalSeconds);
    }

    private static object Question(string chat, string id, string connector) => new
    {
        type = "message",
        text = "who is resting on skill 3",
        id,
        channelId = "msteams",
        serviceUrl = connector,
        from = new { id = $"29:{chat}", name = "Li Na" },
        recipient = new { id = "28:bot", name = "ChatBot" },
        conversation = new { id = chat, conversationType = "personal", tenantId = "T" },
        channelData = new { tenant = new { id = "T" } },
        locale = "en-US",
    };

    private static void Tell(string what, List<Measured> all)
    {
        double Middle(Func<Measured, double> figure) => all.Select(figure).Order().ElementAt(all.Count / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-6} {Middle(m => m.MicrosecondsOfCpu),7:F0} µs of processor time a turn, median {Middle(m => m.Median):F2} ms, p99 {Middle(m => m.P99):F2} ms, {Middle(m => m.TurnsPerSecond):F0} turns/s"));
    }
}
