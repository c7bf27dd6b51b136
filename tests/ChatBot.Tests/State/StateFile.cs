using ChatBot.Alerts;
using ChatBot.Monitoring;
using ChatBot.State;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests.State;

/// <summary>A real database file in a folder of its own, and what stands in it for a test.</summary>
internal sealed class StateFile : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Database> _open = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("chatbot-state-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "chatbot.db");

    public FakeTimeProvider Time { get; } = new(Noon);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>As a process that starts on the file.</summary>
    public Stores Start(string more = "")
    {
        Database database = new(Options.Create(new StateSettings { ConnectionString = $"Data Source={Path}{more}" }), Time);
        _open.Add(database);
        SeenConversations seen = new(Time);
        return new(database, Alerts(database, seen), new SqlitePostStore(database, seen), new SqliteConversations(database, seen, Time));
    }

    private static SqliteAlertStore Alerts(Database database, SeenConversations seen) =>
        new(database, seen, Options.Create(new StateSettings()), NullLogger<SqliteAlertStore>.Instance);

    public Stores Restart()
    {
        SqliteConnection.ClearAllPools();
        return Start();
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using SqliteConnection connection = new($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(Stop);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public static Rule Rule(string conversation = "c", int vdn = 1) => new()
    {
        Conversation = conversation,
        Metric = Metric.Waiting,
        Vdn = vdn,
        Skill = 3,
        Comparison = Comparison.Above,
        Limit = 5,
        Calm = 4,
        MadeAt = Noon,
    };

    public static Incident Incident(Rule rule, int version = 1) => new()
    {
        Conversation = rule.Conversation,
        Scope = rule.Scope,
        Rule = rule,
        Known = Known.Nothing with { Phase = Phase.Raised, Value = 7, Beyond = [101, 102] },
        RaisedAt = Noon,
        Last = new Observation { Value = 7, ReadAt = Noon, Worst = [new(101, "王伟", 60, null, RestCause.VdnQuotaFull)], SignedIn = new HashSet<int> { 101 } },
        Trend = [5, 6, 7],
        Version = version,
        StateVersion = version,
    };

    public static Post Card(string conversation = "c") => new() { Conversation = conversation, Kind = PostKind.Card, MadeAt = Noon };

    public static HistoryLine Line(VerdictKind kind = VerdictKind.Raise, int value = 7) =>
        new(Noon, kind, new(Because.BeyondLongEnough, value, 2), value);

    public void Dispose()
    {
        foreach (var database in _open) database.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

internal sealed record Stores(Database Database, SqliteAlertStore Alerts, SqlitePostStore Posts, SqliteConversations Conversations)
{
    /// <summary>A rule and its open incident with a card to send.</summary>
    public async Task<Incident> RaiseAsync(string conversation = "c", int vdn = 1)
    {
        var rule = await Alerts.AddAsync(StateFile.Rule(conversation, vdn), Deeds.Any, StateFile.Stop);
        return (await ChangeAsync(new(StateFile.Incident(rule), [StateFile.Line()], [StateFile.Card(conversation)])))!;
    }

    public async Task<Incident?> ChangeAsync(Change change) => (await Alerts.SaveAsync([change], StateFile.Stop))[0];

    public async Task<Post> SaveAsync(Post post) => (await Posts.SaveAsync([post], StateFile.Stop))[0];

    public Task<Outbox> OutboxAsync(string conversation = "c") =>
        Posts.OutboxAsync(conversation, StateFile.Noon - TimeSpan.FromHours(1), StateFile.Stop);
}
