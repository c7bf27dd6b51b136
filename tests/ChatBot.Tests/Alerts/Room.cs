using System.Text.Json;
using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Monitoring;
using ChatBot.State;
using ChatBot.Teams;
using ChatBot.Tests.Teams;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace ChatBot.Tests.Alerts;

/// <summary>One conversation, from the stored post to the connector and back: a real database file, real HTTP, a clock that a test
/// moves. What the watchers would store, the test stores.</summary>
internal sealed class Room : IAsyncDisposable
{
    public const string Channel = "19:c@thread.tacv2";

    private readonly string _folder = Directory.CreateTempSubdirectory("chatbot-told-").FullName;
    private readonly List<ServiceProvider> _processes = [];
    private Rounds _rounds = null!;

    private Room(ScriptedConnector connector) => Connector = connector;

    public FakeTimeProvider Time { get; } = new(Box.Noon);

    public ScriptedConnector Connector { get; }

    public PlainCards Cards { get; } = new();

    public IServiceProvider Services => _processes[^1];

    public string File => Path.Combine(_folder, "chatbot.db");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IAlertStore Alerts => Services.GetRequiredService<IAlertStore>();

    public IPostStore Posts => Services.GetRequiredService<IPostStore>();

    public static async Task<Room> OpenAsync(params string[] script)
    {
        var room = new Room(await ScriptedConnector.StartAsync(script));
        room.Start();
        await room.KnowsAsync(Channel, "channel");
        return room;
    }

    /// <summary>As a process that starts on the same file. What the one before did not finish stays as it was.</summary>
    public void Start()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("State:ConnectionString", $"Data Source={File};Default Timeout=1")]);
        Mock<IGrainFactory> grains = new() { DefaultValue = DefaultValue.Mock };
        grains.Setup(g => g.GetGrain<IMessenger>(It.IsAny<string>(), null)).Returns(Mock.Of<IMessenger>(m => m.WakeAsync() == Task.CompletedTask));
        grains.Setup(g => g.GetGrain<IVdnWatcher>(It.IsAny<long>(), null)).Returns(Mock.Of<IVdnWatcher>(w => w.WakeAsync() == Task.CompletedTask));
        builder.Services.AddLogging().AddOptions<AlertSettings>();
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<IAlertCards>(Cards).AddSingleton(grains.Object)
            .AddSingleton<AlertHealth>().AddSingleton<Farewell>();
        builder.AddState();
        builder.AddTeams();
        _processes.Add(builder.Services.BuildServiceProvider());
        _rounds = Speaks(Channel);
    }

    /// <summary>The messenger of a conversation, without Orleans around it.</summary>
    public Rounds Speaks(string conversation)
    {
        var messenger = ActivatorUtilities.CreateInstance<Speaking>(Services, conversation);
        return new(messenger.SayAsync, Time);
    }

    public Task KnowsAsync(string id, string kind) => Services.GetRequiredService<IConversations>().RememberAsync(
        id,
        new ConversationReference { ServiceUrl = Connector.Address, Bot = new() { Id = "BOT" }, Conversation = new() { Id = id, ConversationType = kind } }.ToStore(),
        null,
        null,
        Stop);

    public async Task<Incident> RaiseAsync(bool critical = false, Person? owner = null)
    {
        var rule = await Alerts.AddAsync(
            new()
            {
                Conversation = Channel,
                Metric = Metric.Waiting,
                Vdn = 1,
                Skill = 3,
                Comparison = Comparison.Above,
                Limit = 5,
                Calm = 4,
                Severity = critical ? Severity.Critical : Severity.Warning,
                Mentions = critical ? [new("29:1", "Li Na")] : [],
                MadeBy = owner,
            },
            Deeds.In(Channel),
            Stop);
        Incident incident = new()
        {
            Conversation = Channel,
            Scope = new Scope(1, 3),
            Rule = rule,
            Known = Known.Nothing,
            RaisedAt = Time.GetUtcNow(),
            Last = new() { Value = 7 },
            Version = 1,
            StateVersion = 1,
        };
        return await SaveAsync(incident, Post(PostKind.Card, critical));
    }

    /// <summary>A change that people should see: its state grows, and a reply tells of it.</summary>
    public Task<Incident> SaysAsync(Incident incident, VerdictKind says, bool ends = false) => SaveAsync(
        incident with
        {
            Version = incident.Version + 1,
            StateVersion = incident.Version + 1,
            EndedAt = ends ? Time.GetUtcNow() : null,
        },
        Post(PostKind.Reply, incident.Severity == Severity.Critical) with { Says = says, Incidents = [incident.Number] });

    public Task<Incident> NewFiguresAsync(Incident incident) => SaveAsync(incident with { Version = incident.Version + 1 });

    private async Task<Incident> SaveAsync(Incident incident, params Post[] posts) =>
        (await Alerts.SaveAsync([new(incident, [], posts)], Stop))[0]!;

    private Post Post(PostKind kind, bool critical) =>
        new() { Conversation = Channel, Kind = kind, Critical = critical, MadeAt = Time.GetUtcNow() };

    /// <summary>Says all that may be said now, and tells what the connector heard: "1 POST card #1 v1".</summary>
    public async Task<string> SaidAsync(Rounds? who = null)
    {
        await (who ?? _rounds).GoAsync().WaitAsync(Supervisor.Patience, Stop);
        return string.Join("; ", Connector.Calls().Select(Line));
    }

    /// <summary>Says all that may be said, second by second.</summary>
    public async Task<string> SaidAsync(int seconds)
    {
        List<string> said = [];
        for (var second = 0; second < seconds; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            if (await SaidAsync() is { Length: > 0 } now) said.Add($"{second + 1} s: {now}");
        }

        return string.Join("; ", said);
    }

    private static string Line(string call)
    {
        using var body = JsonDocument.Parse(call[call.IndexOf('{', StringComparison.Ordinal)..]);
        var activity = body.RootElement.TryGetProperty("activity", out var inside) ? inside : body.RootElement;
        var words = call.Split(' ');
        var thread = words[1].Contains("messageid%3D", StringComparison.Ordinal) ? words[1].Split("messageid%3D")[1].Split('/')[0] + " " : "";
        var said = activity.TryGetProperty("summary", out var summary) ? summary.GetString() : "meet";
        var isText = !activity.TryGetProperty("attachments", out _) && said!.Split(' ')[0] is "card" or "short" or "digest";
        var mentions = activity.TryGetProperty("entities", out _) ? " @" : "";
        return $"{words[0]} {thread}{said}{(isText ? " as text" : "")}{mentions}";
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync().WhileTimePassesOn(Time);
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);

        async Task EndAsync()
        {
            await _rounds.DisposeAsync();
            foreach (var process in _processes) await process.DisposeAsync();
            await Connector.DisposeAsync();
        }
    }
}
