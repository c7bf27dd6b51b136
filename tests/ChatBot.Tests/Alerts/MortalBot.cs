using System.Collections.Concurrent;
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
    private volatile bool _mayDie;
    private int _count;

    private MortalBot(SimulatedCentre centre, RecordingConnector connector, int seed)
    {
        (_centre, Connector, _random) = (centre, connector, new Random(seed));
        Places = [.. centre.Floor.Vdns.SelectMany((vdn, v) => new[] { new WatchedPlace(vdn, 2 * v, false), new WatchedPlace(vdn, 2 * v + 1, true) })];
        connector.Treat = TreatAsync;
        connector.Answered = _ =>
        {
            if (!_mayDie) return;
            Step(0.5);
            _life?.Death.Answered();
        };
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
        var death = Death.Any(_random, _folder.FullName, _centre);
        using var life = Begin(death);
        if (_count == 1) await MakeRulesAsync(await life.Ready);
        _mayDie = true;
        Step(0.8);
        await death.WatchAsync(life);
        Assert.True(await life.WasKilledAsync(), $"It ended by itself: {life.Said}");
        Deaths.Add($"{death}");
        await EndOfLifeAsync();
    }

    /// <summary>The last process: it is let finish, and asked to end.</summary>
    public async Task LiveOnAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        _mayDie = false;
        using var life = Begin(Death.Never);
        try
        {
            await Connector.UntilAsync(calls =>
            {
                Step(1, least: 2);
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
        await Connector.DisposeAsync();
        await _centre.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Some of the places whose last move was told move on.</summary>
    /// <param name="least">So often each is crossed, and then no more; null for as often as may be.</param>
    private void Step(double probability, int? least = null)
    {
        var calls = Connector.Calls;
        lock (Places)
        {
            foreach (var place in Places.Where(p => p.Beyond || least is null || p.Crossings < least))
                if (Chance(probability)) place.Step(calls);
        }
    }

    private async Task MakeRulesAsync(Uri bot)
    {
        using var limit = new CancellationTokenSource(Patience);
        await Asked.MakeRulesAsync(bot, Connector, [.. Places.Select(p => (p.Chat, p.Kind, p.Sentence))], limit.Token);
    }

    private bool Chance(double probability)
    {
        lock (_random) return _random.NextDouble() < probability;
    }

    private Life Begin(Death death)
    {
        _count++;
        return _life = new(death, BuiltApp.Start(
            [],
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("DOTNET_TieredPGO", "0"),   // short lives: no time is spent on learning
            ("Logging__LogLevel__Default", "Error"),
            ("State__ConnectionString", Database),
            ("Monitoring__Address", $"{_centre.Address}"),
            ("Monitoring__AccessKey", _centre.Settings.AccessKey),
            ("Monitoring__SecretKey", _centre.Settings.SecretKey),
            ("Limits__PersonBurst", "1000"),
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

    private async Task<Treatment> TreatAsync(ConnectorCall call, CancellationToken gone)
    {
        _lives.TryAdd(call.Connection, _count);
        if (!_mayDie) return Treatment.Right;

        // 1 It dies with its call under way; the message may stand or not.
        var life = _life;
        if (life?.Death.Arrived() == true)
        {
            life.Kill();
            return Treatment.Right with { Takes = Chance(0.7), Answers = false };
        }

        // 2 Or the connector dies, seldom; or it takes its time.
        if (Chance(0.02))
        {
            call.BrokenOff = true;
            return Treatment.Right with { Takes = Chance(0.7), Answers = false };
        }

        if (Chance(0.3)) await Task.Delay(TimeSpan.FromMilliseconds(Chance(0.5) ? 20 : 150), CancellationToken.None);
        return Treatment.Right;
    }
}
