using ChatBot.Simulator;
using ChatBot.Tests.Alerts;

namespace ChatBot.Benchmarks.Soak;

/// <summary>200 VDNs of 50 agents, 1,000 rules in 250 conversations, a connector on a bad day, and a floor whose crossings are
/// scripted, so that it is known what should have been told.</summary>
internal sealed class Soak : IAsyncDisposable
{
    private const int Vdns = 200;
    private static readonly TimeSpan Stay = TimeSpan.FromSeconds(90);
    private static readonly TimeProvider Time = TimeProvider.System;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatbot-soak-");
    private readonly SimulatedCentre _centre;
    private readonly RecordingConnector _connector;
    private readonly List<SoakRule> _rules;

    private Soak(SimulatedCentre centre, RecordingConnector connector)
    {
        (_centre, _connector) = (centre, connector);
        _rules = [.. centre.Floor.Vdns.SelectMany(SoakRule.Of)];
    }

    private string Database => $"Data Source={Path.Combine(_folder.FullName, "chatbot.db")}";

    /// <returns>The exit code: 1 when something was lost or doubled for sure.</returns>
    public static async Task<int> RunAsync(TimeSpan length, int seed)
    {
        var centre = await SimulatedCentre.StartAsync(new CentreSettings { Vdns = Vdns }, Time);
        await using var soak = new Soak(centre, await MoodyConnector.StartAsync(seed));
        return await soak.RunAsync(length, new Random(seed));
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _centre.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<int> RunAsync(TimeSpan length, Random random)
    {
        // 1 The bot, and a thousand rules made in chat.
        using var bot = await SoakProcess.StartAsync(
            "soak-bot", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", $"--State:ConnectionString={Database}",
            $"--Monitoring:Address={_centre.Address}", $"--Monitoring:AccessKey={_centre.Settings.AccessKey}",
            $"--Monitoring:SecretKey={_centre.Settings.SecretKey}",
            "--Limits:PersonBurst=100000", "--Limits:ConversationBurst=100000",
            // Each crossing is an incident of its own, and has a card of its own.
            "--Alerts:CoolDown=00:00:00", "--Alerts:NewPerHour=100");
        var moody = _connector.Treat;
        _connector.Treat = (_, _) => Task.FromResult(Treatment.Right);
        foreach (var some in _rules.Chunk(200))
            await Asked.MakeRulesAsync(bot.Address, _connector, [.. some.Select(r => (r.Chat, r.ChatKind, r.Sentence))], CancellationToken.None);
        _connector.Treat = moody;
        Console.WriteLine($"{_rules.Count} rules in {Vdns} VDNs of 50 agents, {_rules.DistinctBy(r => r.Chat).Count()} conversations, {length.TotalMinutes:F0} minutes");

        // 2 The floor by its script, a line a minute.
        using var over = new CancellationTokenSource();
        var began = Time.GetUtcNow();
        var polls = new Polls(_centre);
        var watching = Task.WhenAll(new Minutes(bot, _centre, _connector).TellAsync(over.Token), polls.FollowAsync(over.Token));
        await PlayAsync(random, began, began + length);

        // 3 What still waits has three minutes to come.
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var crossings = _rules.Sum(r => r.Crossings.Count);
        try
        {
            await _connector.UntilAsync(calls => Verdicts.Settled(calls) >= crossings, late.Token);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("Not all was told three minutes after the end.");
        }

        await over.CancelAsync();
        await watching;
        await bot.EndAsync();

        // 4 What was told against what is true.
        Figures.Tell("between two readings", polls.Apart);
        return await Verdicts.TellAsync(_rules, _connector.Calls, Database);
    }

    /// <summary>Each place is calm for a while, then beyond its limit, and so on; all are calm at the end.</summary>
    private async Task PlayAsync(Random random, DateTimeOffset began, DateTimeOffset end)
    {
        // 1 A turn needs the time for what it causes to be told.
        var turns = new PriorityQueue<(SoakRule Rule, bool Beyond), DateTimeOffset>();
        foreach (var rule in _rules)
        {
            var at = began + Stay * random.NextDouble() / 2;
            while (at + Stay < end)
            {
                turns.Enqueue((rule, true), at);
                turns.Enqueue((rule, false), at + Stay);
                at += Stay + Stay * (1 + random.NextDouble());
            }
        }

        // 2 In the order of time.
        while (turns.TryDequeue(out var turn, out var at))
        {
            if (at - Time.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, Time);
            turn.Rule.Turn(Time.GetUtcNow());
        }
    }
}
