using System.Collections.Concurrent;
using System.Net.Http.Json;
using ChatBot.Simulator;
using ChatBot.Tests.Terminal;

namespace ChatBot.Tests.Alerts;

/// <summary>The built bot as a process that is killed and started again on the same database, with a contact centre and a
/// connector that outlive it.</summary>
internal sealed class MortalBot : IAsyncDisposable
{
    /// <summary>No test waits for it: it only ends one that would hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatbot-");
    private readonly ConcurrentDictionary<string, int> _lives = [];
    private readonly SimulatedCentre _centre;
    private readonly Random _random;
    private volatile Life? _life;
    private int _count;

    private MortalBot(SimulatedCentre centre, RecordingConnector connector, int seed)
    {
        (_centre, Connector, _random) = (centre, connector, new Random(seed));
        Places = [.. centre.Floor.Vdns.SelectMany((vdn, v) => new[] { new WatchedPlace(vdn, 2 * v, false), new WatchedPlace(vdn, 2 * v + 1, true) })];
        connector.Treat = TreatAsync;
        connector.Answered = _ => _life?.Moment.Answered();
    }

    public RecordingConnector Connector { get; }

    public IReadOnlyList<WatchedPlace> Places { get; }

    public string Database => $"Data Source={Path.Combine(_folder.FullName, "chatbot.db")}";

    /// <summary>How it died each time.</summary>
    public List<string> Deaths { get; } = [];

    /// <summary>Which of the processes made the call; 1 and up.</summary>
    public int LifeOf(ConnectorCall call) => _lives[call.Connection];

    public static async Task<MortalBot> StartAsync(int seed)
    {
        var centre = await SimulatedCentre.StartAsync(new CentreSettings { Vdns = 10 }, TimeProvider.System);
        return new(centre, await RecordingConnector.StartAsync(), seed);
    }

    /// <summary>One process from its start to its sudden end. The first one makes the rules before it may die.</summary>
    public async Task LiveAndDieAsync()
    {
        var moment = Moment.Any(_random, _folder.FullName, _centre);
        using var life = Begin(moment);
        if (_count == 1) await MakeRulesAsync(await life.Ready);
        foreach (var place in Places) place.Step(Connector.Calls, () => Chance(0.8));
        await moment.WatchAsync(life);
        Assert.True(await life.WasKilledAsync(), $"It ended by itself: {life.Said}");
        Deaths.Add($"{moment}");
        await EndOfLifeAsync();
    }

    /// <summary>The last process: it is let finish, and asked to end.</summary>
    public async Task LiveOnAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var life = Begin(Moment.Never);
        try
        {
            await Connector.UntilAsync(calls =>
            {
                foreach (var place in Places) place.Step(calls, () => true, crossAgain: false);
                return Places.All(p => !p.Beyond && p.IsTold(calls));
            }, limit.Token);
        }
        catch (OperationCanceledException)
        {
            // What was not told is counted afterwards, and named.
        }

        Assert.Equal(0, await life.StopAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _life?.Dispose();
        await Connector.DisposeAsync();
        await _centre.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private bool Chance(double probability)
    {
        lock (_random) return _random.NextDouble() < probability;
    }

    private Life Begin(Moment moment)
    {
        _count++;
        return _life = new(moment, BuiltApp.Start(
            [],
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("Logging__LogLevel__Default", "Error"),
            ("State__ConnectionString", Database),
            ("Monitoring__Address", $"{_centre.Address}"),
            ("Monitoring__AccessKey", _centre.Settings.AccessKey),
            ("Monitoring__SecretKey", _centre.Settings.SecretKey),
            ("Alerts__PollInterval", "00:00:05"),
            ("Alerts__HoldPolls", "1"),
            ("Alerts__CalmPolls", "1"),
            ("Alerts__CoolDown", "00:00:00"),
            ("Alerts__EditEvery", "00:00:05"),
            ("Alerts__NewPerHour", "100")));
    }

    /// <summary>Whoever calls from now on is another process: what the dead one still had under way has been taken.</summary>
    private async Task EndOfLifeAsync()
    {
        using var http = new HttpClient();
        await http.GetStringAsync(Connector.Address);
        _life = null;
    }

    private async Task MakeRulesAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        foreach (var place in Places)
        {
            using var response = await http.PostAsJsonAsync(
                "api/messages", Asked.To(place.Chat, place.Kind, place.Sentence, $"made-{place.Chat}", Connector.Address));
            var answer = await response.Content.ReadAsStringAsync();
            Assert.True(Asked.MadeARule(answer), answer);
        }
    }

    private async Task<Treatment> TreatAsync(ConnectorCall call, CancellationToken gone)
    {
        _lives.TryAdd(call.Connection, _count);
        // 1 It dies with its call under way; the message may stand or not.
        var life = _life;
        if (life?.Moment.Arrived() == true)
        {
            life.Kill();
            return Treatment.Right with { Takes = Chance(0.7), Answers = false };
        }

        // 2 Or the connector dies, seldom; or it takes its time.
        if (Chance(0.02)) return Treatment.Right with { Takes = Chance(0.7), Answers = false };
        if (Chance(0.3)) await Task.Delay(TimeSpan.FromMilliseconds(Chance(0.5) ? 20 : 150), CancellationToken.None);
        return Treatment.Right;
    }
}
