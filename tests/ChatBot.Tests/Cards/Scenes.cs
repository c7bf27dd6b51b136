using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Simulator;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Cards;

/// <summary>One card worth looking at: what the floor is like, and what is asked.</summary>
/// <param name="Happens">What comes after a first answer to the same question; the second one is the card.</param>
public sealed record Scene(string Name, string Says, Action<Stage> Floor, string Edition = "Current", Func<Stage, Task>? Happens = null)
{
    /// <summary>Nothing is said: the bot joins a conversation with this locale.</summary>
    public string? Joins { get; init; }

    /// <summary>No queue stands in the settings.</summary>
    public bool NoQueues { get; init; }

    /// <summary>Nothing is said: the card is drawn of this.</summary>
    public Func<IAlertCards, Task<Message>>? Draws { get; init; }

    public bool Chinese { get; init; }

    /// <summary>What is stored before anything is asked.</summary>
    public Func<Stage, Task>? Before { get; init; }

    /// <summary>Settings of Access and Privacy.</summary>
    public string[] Settings { get; init; } = [];

    public Origin From { get; init; } = Origin.Unknown;

    /// <summary>A button says it, with these filled in.</summary>
    public Dictionary<string, string>? Presses { get; init; }

    public Task<Answer> AskAsync(Stage stage) => stage.AskAsync(Presses is { } inputs
        ? new(Says, Stage.Here, Name.EndsWith("-zh", StringComparison.Ordinal) ? "zh" : "en")
        {
            By = AlertScenes.LiNa,
            From = From,
            Pressed = true,
            Inputs = inputs,
        }
        : new(Says, Stage.Here) { By = AlertScenes.LiNa, From = From });

    public override string ToString() => Name;
}

/// <summary>Nobody, one, many, too many, old data, failed data, hostile names, both languages: for every template.</summary>
public static class Scenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("resting-nobody", "who is resting on skill 3", _ => { }),
        new("resting-nobody-zh", "技能3谁在休息", _ => { }),
        new("resting-one", "who is resting on skill 3", stage => stage.Billing.Has("Ana Lima", resting: Minutes(7), asked: Minutes(15))),
        new("resting", "who is resting on skill 3", Busy),
        new("resting-zh", "技能3谁在休息", Busy),
        new("resting-over-nobody", "who has been resting for more than 2 hours on billing", Busy),
        new("resting-too-many", "who is resting", Crowded),
        new("resting-too-many-zh", "谁在休息", Crowded),
        new("resting-old", "who is resting on skill 3", Busy, Happens: Silence),
        new("resting-old-zh", "技能3谁在休息", Busy, Happens: Silence),
        new("resting-frozen", "who is resting on skill 3", Busy, Happens: Freeze),
        new("resting-hostile", "who is resting on skill 3", Hostile),
        new("resting-hostile-zh", "技能3谁在休息", Hostile),
        new("resting-counts-differ", "who is resting", stage => { Busy(stage); stage.Centre.Quirks.CountsOff = 2; }),
        new("waiting", "who is waiting to rest", Busy),
        new("waiting-zh", "谁在等待休息", Busy),
        new("waiting-nobody", "who is waiting to rest", _ => { }),
        new("waiting-classic", "who is waiting to rest on skill 3", Busy, "Classic"),
        new("waiting-classic-zh", "技能3谁在等待休息", Busy, "Classic"),
        new("approved", "who may rest but hasn't gone yet", Busy),
        new("approved-zh", "批准了还没去休息的有谁", Busy),
        new("overdue", "who is late back from break", Busy),
        new("overdue-zh", "谁休息超时了", Busy),
        new("rest", "rest overview", Busy),
        new("rest-zh", "休息情况", Busy),
        new("rest-too-many", "rest overview", Crowded),
        new("rest-longest-names-zh", "休息情况", LongNames),
        new("agents-longest-names", "list agents", LongNames),
        new("busy", "who is busy more than 10 minutes", Busy),
        new("idle-zh", "谁空闲", Busy),
        new("talking", "who is talking", Busy),
        new("wrapup-zh", "整理态的有谁", Busy),
        new("learning", "who is in training", Busy),
        new("agents", "list agents on skill 3", Busy),
        new("agents-too-many", "list agents", Crowded),
        new("agents-too-many-zh", "都有谁签入", Crowded),
        new("agents-classic", "agents vdn 1", Busy, "Classic"),
        new("agent", "what is 20001 doing", Busy),
        new("agent-zh", "工号20001在干嘛", Busy),
        new("agent-waiting", "what is 20004 doing", Busy),
        new("agent-unknown", "what is 29999 doing", Busy),
        new("agent-unknown-code", "what is 20010 doing", Busy),
        new("summary", "how does the floor look", Busy),
        new("summary-zh", "现场情况", Busy),
        new("summary-classic", "how does the floor look", Busy, "Classic"),
        new("queue", "how long are the queues", Calls),
        new("queue-zh", "排队多少", Calls),
        new("queue-classic", "how many calls are waiting in the queue on billing", Calls, "Classic"),
        new("queue-nobody", "how many calls are waiting", _ => { }),
        new("skills", "which queues do we have", _ => { }),
        new("skills-zh", "有哪些技能组", _ => { }),
        new("status", "status", _ => { }),
        new("status-failing-zh", "状态", Busy, Happens: async stage => { await Silence(stage); await stage.AskAsync("谁在休息"); }),
        new("help", "help", _ => { }),
        new("help-zh", "怎么用", _ => { }),
        new("help-busy", "help busy", _ => { }),
        new("help-alerts-zh", "告警怎么用", _ => { }),
        new("use", "switch to billing", _ => { }),
        new("use-zh", "默认技能3", _ => { }),
        new("language", "speak Chinese", _ => { }),
        .. AlertScenes.All,
        .. DiscreetScenes.All,
        new("welcome", "", _ => { }) { Joins = "en-US" },
        new("welcome-zh", "", _ => { }) { Joins = "zh-CN" },
        new("gap-agents", "who is busy", Busy, "Classic") { NoQueues = true },
        new("gap-agents-zh", "谁在示忙", Busy, "Classic") { NoQueues = true },
        new("gap-skills", "which queues do we have", Busy, "Classic") { NoQueues = true },
        new("gap-queues-zh", "排队多少", Busy, "Classic") { NoQueues = true },
        new("choice", "who is waiting on skill 3", _ => { }),
        new("choice-zh", "技能3谁在等待", _ => { }),
        new("missed", "approve the rest request of 20011", _ => { }),
        new("missed-zh", "今天中午吃什么", _ => { }),
        new("missed-name", "who is on break in the refunds queue", _ => { }),
        new("failed-unreachable", "who is resting", stage => stage.Centre.Trouble.Always(Failure.ConnectionReset)),
        new("failed-signature-zh", "谁在休息", stage => stage.Centre.Trouble.Always(Failure.Unauthorized)),
        new("failed-gateway", "who is resting", stage => stage.Centre.Trouble.Always(Failure.Forbidden)),
        new("failed-platform-zh", "谁在休息", stage => stage.Centre.Trouble.Always(Failure.Platform())),
        new("failed-nonsense", "who is resting", stage => stage.Centre.Trouble.Always(Failure.NotJson)),
    ];

    /// <summary>An ordinary bad afternoon on Billing.</summary>
    internal static void Busy(Stage stage)
    {
        var billing = stage.Billing;
        billing.Has("Ana Lima", resting: Minutes(18), asked: Minutes(15), signedIn: Minutes(250));
        billing.Has("王小明", resting: Minutes(7), asked: Minutes(10));
        billing.Has("Ben Okafor", resting: Minutes(2.5), asked: Minutes(30));
        billing.Has("陈静", waiting: Minutes(12), asked: Minutes(10), cause: WaitCause.VdnQuota);
        billing.Has("Eve Novak", waiting: Minutes(4), asked: Minutes(15), talking: Minutes(6), cause: WaitCause.AgentBusy);
        billing.Has("Noah Berg", approved: Minutes(3), asked: Minutes(15), talking: Minutes(9));
        billing.Has("李娜", busy: Minutes(42));
        billing.Has("Sara Diaz", busy: Minutes(5));
        billing.Has("Tom Reed", talking: Minutes(75));
        billing.Has("Uma Rao", cti: 11, since: Minutes(1));
        billing.Has("Vic Stone", idle: Minutes(3));
        billing.Has("赵磊", wrapup: Minutes(2));
        billing.Has("Yara Aziz", adjusting: Minutes(0.5));
        billing.Has("Zoe Kim", learning: Minutes(95));
    }

    private static void Crowded(Stage stage)
    {
        for (var i = 0; i < 42; i++) stage.Centre.Vdn(1).Skill(i % 5 + 1).Has($"Person {i + 1}", resting: Minutes(i + 1), asked: Minutes(20));
        for (var i = 0; i < 20; i++) stage.Centre.Vdn(1).Skill(i % 5 + 1).Has($"等待 {i + 1}", waiting: Minutes(i + 1));
        for (var i = 0; i < 200; i++) stage.Centre.Vdn(1).Skill(i % 5 + 1).Has($"Talker {i + 1}", talking: Minutes(i + 1));
    }

    /// <summary>As long as names get, in the widest letters, in the longest states and causes.</summary>
    private static void LongNames(Stage stage)
    {
        var name = new string('龘', 200);
        stage.Centre.Vdn(1).Skill(3).Named(name);
        for (var i = 0; i < 20; i++)
        {
            stage.Billing.Has($"{i}{name}", resting: Minutes(1000 + i), asked: Minutes(90));
            stage.Billing.Has($"{i}{name}", waiting: Minutes(1000 + i), asked: Minutes(90), cause: WaitCause.NoSkill);
            stage.Billing.Has($"{i}{name}", adjusting: Minutes(1000 + i));
        }
    }

    private static void Hostile(Stage stage)
    {
        foreach (var name in HostileNames.All) stage.Billing.Has(name, resting: Minutes(7), asked: Minutes(10));
    }

    private static void Calls(Stage stage)
    {
        Busy(stage);
        stage.Billing.HasCallsWaiting(Minutes(6), Minutes(2), Minutes(0.5));
        stage.Centre.Vdn(1).Skill(5).HasCallsWaiting(Minutes(11));
    }

    /// <summary>Three minutes later nothing answers any more.</summary>
    private static Task Silence(Stage stage)
    {
        stage.Time.Advance(Minutes(3));
        stage.Centre.Trouble.Always(Failure.ConnectionReset);
        return Task.CompletedTask;
    }

    /// <summary>The platform goes on answering, but its figures stand still.</summary>
    private static async Task Freeze(Stage stage)
    {
        stage.Centre.Trouble.Freeze();
        for (var i = 0; i < 4; i++)
        {
            stage.Time.Advance(Minutes(1));
            await stage.AskAsync("who is resting on skill 3");
        }
    }
}
