using System.Diagnostics.Metrics;
using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Commands.Language;
using ChatBot.Monitoring;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Alerts;

/// <summary>An afternoon on the floor, in virtual time, through the real bot: what happens at which minute, and what people hear.
/// Minute 0 is when the first rule is made; the clock moves from poll to poll.</summary>
public sealed class TimeLine : IAsyncDisposable
{
    public const string Here = "a:stage";

    private readonly string? _folder;
    private DateTimeOffset _begin;

    private TimeLine(Stage stage, Chatter chatter, string? folder) => (Stage, Chatter, _folder) = (stage, chatter, folder);

    public Stage Stage { get; private set; }

    public Chatter Chatter { get; }

    public AlertDesk Desk => Service<AlertDesk>();

    public IAlertStore Store => Service<IAlertStore>();

    public WatchHealth Health => Service<WatchHealth>();

    public static Task<TimeLine> BeginAsync(params string[] rules) => BeginInAsync("Current", rules);

    /// <param name="edition">"Current" or "Classic".</param>
    /// <param name="rules">As they are said: "alert when waiting skill 3 above 5"; what holds a setting ("Key:Sub=value") is one.</param>
    public static async Task<TimeLine> BeginInAsync(string edition, params string[] rules)
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-").FullName;
        var chatter = new Chatter();
        string[] settings = [$"State:ConnectionString=Data Source={Path.Combine(folder, "line.db")}", .. rules.Where(IsSetting)];
        var stage = await Stage.SetAsync(edition, true, chatter.Join, settings);
        var line = new TimeLine(stage, chatter, folder) { Settings = settings, _begin = stage.Time.GetUtcNow() };
        foreach (var rule in rules.Where(r => !IsSetting(r))) await line.MakeAsync(rule);
        return line;
    }

    public required string[] Settings { get; init; }

    /// <summary>The contact centre takes questions and gives no answers.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Goes on to that minute, from poll to poll.</summary>
    public Moment At(double minute) => new Moment(this).Then(async () =>
    {
        Chatter.Heed();
        while (_begin + Stage.Minutes(minute) > Stage.Time.GetUtcNow()) await PollAsync(_begin + Stage.Minutes(minute));
    });

    public async Task<Rule> MakeAsync(string said, Func<Rule, Rule>? edit = null, string conversation = Here)
    {
        var names = new Names(1, [], []);
        var understood = Assert.IsType<Understanding.Understood>(Service<Parser>().Parse(said, names));
        var when = Assert.IsType<AlertWhen>(understood.Command);
        Rule rule = new()
        {
            Conversation = conversation,
            Metric = when.Metric,
            Vdn = when.Place.Vdn ?? 1,
            Skill = when.Place.Skill,
            Comparison = when.Comparison,
            Limit = when.Value,
            Calm = Threshold.UsualCalm(when.Metric, when.Comparison, when.Value),
            Hold = when.For,
            Repeat = Service<IOptions<AlertSettings>>().Value.Repeat,
        };
        return await Desk.MakeAsync(edit?.Invoke(rule) ?? rule, Deeds.In(conversation), TestContext.Current.CancellationToken);
    }

    /// <summary>One poll of a VDN, whenever it comes, and all that is said then.</summary>
    /// <param name="latest">The clock goes no further.</param>
    public async Task PollAsync(DateTimeOffset? latest = null, int vdn = 1)
    {
        var watcher = Service<IGrainFactory>().GetGrain<IVdnWatcher>(vdn);
        var before = Polls(vdn);
        for (var second = 0; second < 20 && Polls(vdn) == before && !(Stage.Time.GetUtcNow() >= latest); second++)
        {
            Stage.Time.Advance(TimeSpan.FromSeconds(1));
            await Over(watcher.IdleAsync());
            // It is due by now. Only so that the processor is free for it; nothing depends on how long it is.
            for (var i = 0; i < 5 && second > 16 && Polls(vdn) == before; i++) await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        // It may have begun only now, and has more to do than to read.
        await Over(watcher.IdleAsync());

        // A conversation hears one thing a second.
        for (var second = 0; second < 3; second++)
        {
            foreach (var conversation in Chatter.Conversations) await Over(Service<IGrainFactory>().GetGrain<IMessenger>(conversation).IdleAsync());
            Stage.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>The poll under way comes to its end, and so do the calls to the contact centre that nobody waits for any more: who asks
    /// next would wait with them.</summary>
    public async Task FinishAsync()
    {
        await Over(Service<IGrainFactory>().GetGrain<IVdnWatcher>(1).IdleAsync());
        await Over(Service<SharedReadings>().IdleAsync());
    }

    /// <summary>Every use of incidents fails at once, or works again.</summary>
    public async Task DatabaseAsync(bool works)
    {
        await using var connection = new SqliteConnection(Settings[0]["State:ConnectionString=".Length..]);
        await connection.ExecuteAsync(works ? "ALTER TABLE hidden RENAME TO incidents" : "ALTER TABLE incidents RENAME TO hidden");
    }

    /// <summary>Somebody sets the clock of the machine back; the minutes of the story go on.</summary>
    public void PutBack(TimeSpan time)
    {
        Stage.Time.AdjustTime(Stage.Time.GetUtcNow() - time);
        _begin -= time;
    }

    /// <summary>The process ends, and another one begins with the same database.</summary>
    public async Task RestartAsync(TimeSpan? away = null, params string[] without)
    {
        await Stage.RestartAsync(away ?? TimeSpan.FromSeconds(5), Chatter.Join, [.. Settings.Except(without)]);
        Chatter.Heed();
    }

    /// <summary>Whoever waits for an answer that never comes waits for the clock.</summary>
    private Task Over(Task idle) => IsSilent ? idle.WhileTimePassesOn(Stage.Time) : idle.WaitAsync(Supervisor.Patience);

    private DateTimeOffset? Polls(int vdn) => Health.Vdns.GetValueOrDefault(vdn)?.LastPoll;

    /// <summary>Several bots may run in the process of the tests.</summary>
    public bool Owns(Meter meter) => meter.Scope == Service<IMeterFactory>();

    private T Service<T>() where T : notnull => Stage.Supervisor.Services.GetRequiredService<T>();

    private static bool IsSetting(string text) => text.Contains('=');

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }
}
