using ChatBot.Alerts;
using ChatBot.Monitoring;
using ChatBot.Simulator;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;
using AlertEnding = ChatBot.Alerts.Ending;
using MonitoringRestCause = ChatBot.Monitoring.RestCause;

namespace ChatBot.Tests.Cards;

/// <summary>Rules and incidents worth looking at. It is Friday, 14:00.</summary>
internal static class AlertScenes
{
    public static readonly Person LiNa = new("29:li-na", "Li Na");

    public static readonly Rule Waiting = new()
    {
        Number = 4,
        Conversation = Here,
        Metric = Metric.Waiting,
        Vdn = 1,
        Skill = 3,
        Comparison = Comparison.Above,
        Limit = 5,
        Calm = 4,
        Repeat = Minutes(30),
        MadeBy = LiNa,
    };

    private static readonly Rule BusyTime = Waiting with { Number = 7, Metric = Metric.BusyTime, Skill = null, Limit = 600, Calm = 480, Severity = Severity.Critical };

    public static readonly Incident Open = new()
    {
        Number = 231,
        Conversation = Here,
        Scope = Waiting.Scope,
        Rule = Waiting,
        RaisedAt = Start - Minutes(12),
        Known = new Known { Phase = Phase.Raised, Value = 7, Peak = 9, Beyond = [20001, 20002] },
        Last = new Observation
        {
            Value = 7,
            ReadAt = Start - TimeSpan.FromSeconds(6),
            Worst =
            [
                new(20001, "陈静", 720, Cause: MonitoringRestCause.VdnQuotaFull), new(20002, "Eve Novak", 610, Cause: MonitoringRestCause.AwaitingApproval),
                new(20003, "王小明", 400, Cause: MonitoringRestCause.AgentBusy), new(20004, "[bold](http://x) **Bob** {{DATE(2026-11-20T06:00:00Z)}}", 230, Cause: MonitoringRestCause.AwaitingApproval),
                new(20005, "Ana Lima", 40, Cause: MonitoringRestCause.AwaitingApproval), new(20006, "Sara Diaz", 30), new(20007, "20007"),
            ],
        },
        Trend = [2, 2, 3, 3, 4, 6, 6, 8, 9, 9, 8, 7],
        Version = 3,
    };

    private static readonly Incident Blind = Open with
    {
        Rule = null,
        Scope = new(1),
        Trend = [],
        Known = new Known { Blind = true, SeenAt = Start - Minutes(13) },
        Last = new Observation
        {
            ReadAt = Start - Minutes(13),
            Failure = new(MonitoringFault.TimedOut, Start - Minutes(12), "504", "upstream request timeout"),
        },
    };

    private static readonly Incident Over = Open with
    {
        EndedAt = Start - Minutes(1),
        RaisedAt = Start - Minutes(15),
        Ending = AlertEnding.Recovered,
        TakenBy = LiNa,
        Known = Open.Known with { Value = 2, Phase = Phase.Calm },
        Last = new Observation { Value = 2, ReadAt = Start - Minutes(1) },
        Trend = [3, 6, 9, 9, 8, 7, 7, 5, 4, 2, 2],
    };

    private static readonly Incident Large = Open with
    {
        Rule = BusyTime,
        Scope = BusyTime.Scope,
        Known = Open.Known with { Value = 9000, Peak = 9900, Beyond = [.. Enumerable.Range(20000, 27)], AcknowledgedUntil = Start + Minutes(8), SnoozedUntil = Start + Minutes(20) },
        Last = Open.Last with { Value = 9000, AtLeast = true, Worst = [.. Enumerable.Range(0, 15).Select(i => new Worst(20000 + i, new string('龘', 200), 9000 - (i * 300)))] },
        Trend = [.. Enumerable.Range(0, 40).Select(i => i * 230)],
        TakenBy = new("29:x", new string('龘', 200)),
        SnoozedBy = LiNa,
        Mutes = [.. Enumerable.Range(8, 30)],
        Reopened = 3,
    };

    private static readonly Post Digest = new() { Conversation = Here, Kind = PostKind.Digest, MadeAt = Start };

    private static readonly Post Gone = new()
    {
        Conversation = Here,
        Kind = PostKind.Gone,
        MadeAt = Start,
        Rules = [Waiting, BusyTime with { Skill = 5 }, Waiting with { Number = 9, Metric = Metric.CallWait, Skill = null, Limit = 120, Comparison = Comparison.AtLeast }],
    };

    public static IEnumerable<Scene> All =>
    [
        .. Drawn("incident", Open),
        .. Drawn("incident-critical", Open with { Rule = BusyTime, Scope = BusyTime.Scope, Known = Open.Known with { Value = 1500, Peak = 1500 }, Last = Open.Last with { Value = 1500, Worst = [new(20031, "李娜", 1500), new(20032, "Sara Diaz", 640), new(20033, "Tom Reed", 300)] }, Trend = [.. Enumerable.Range(0, 12).Select(i => 1335 + (i * 15))] }),
        .. Drawn("incident-taken", Open with { TakenBy = LiNa, Known = Open.Known with { AcknowledgedUntil = Start + Minutes(8) }, Mutes = [7, 9] }),
        .. Drawn("incident-open-again", Open with { TakenBy = LiNa, Reopened = 1 }),
        .. Drawn("incident-snoozed", Open with { SnoozedBy = LiNa, Known = Open.Known with { SnoozedUntil = Start + Minutes(20) } }),
        .. Drawn("incident-frozen", Open with { Known = Open.Known with { Blind = true }, Last = new Observation { ReadAt = Start - Minutes(3), Failure = new(MonitoringFault.Unreachable, Start - Minutes(2), null, null) } }),
        .. Drawn("incident-calls", Open with { Rule = Waiting with { Metric = Metric.CallsWaiting, Skill = null, Mentions = [LiNa] }, Scope = new(1), Known = Open.Known with { Value = 8, Peak = 8 }, Last = Open.Last with { Value = 8, Worst = [new(3, "", 360, 5), new(5, "", 660, 3)] } }),
        .. Drawn("incident-low", Open with { Rule = Waiting with { Metric = Metric.Idle, Comparison = Comparison.Below, Limit = 2, Calm = 3 }, Known = Open.Known with { Value = 0, Peak = 0 }, Last = Open.Last with { Value = 0, Worst = [] }, Trend = [3, 2, 2, 1, 1, 0, 0] }),
        .. Drawn("incident-large", Large),
        .. Drawn("incident-over", Over),
        .. Drawn("incident-signed-out", Over with { Rule = BusyTime, Scope = BusyTime.Scope, Ending = AlertEnding.SignedOut, Known = Over.Known with { Peak = 1900 }, Trend = [1500, 1700, 1900], TakenBy = null }),
        .. Drawn("incident-withdrawn", Over with { Ending = AlertEnding.RuleWithdrawn }),
        .. Drawn("blind", Blind),
        .. Drawn("blind-still", Blind with { Scope = new(1, 3), Last = new Observation { ReadAt = Start - Minutes(13), StandsStillSince = Start - Minutes(13) } }),
        .. Drawn("blind-over", Blind with { EndedAt = Start, Ending = AlertEnding.SeeingAgain }),
        .. Each("incident-short", (cards, language) => cards.ShortAsync(In(Large, language), default)),
        .. Each("digest", (cards, language) => cards.DigestAsync(Digest,
            [In(Open, language), In(Over with { Number = 229 }, language), In(Large with { Number = 232 }, language), Blind with { Number = 230, EndedAt = Start, Ending = AlertEnding.SeeingAgain }], default)),
        .. Each("digest-many", (cards, language) => cards.DigestAsync(Digest, [.. Enumerable.Range(0, 40).Select(i => In((i % 3 == 0 ? Open : Over) with { Number = 200 + i }, language))], default)),
        .. Each("gone", (cards, language) => cards.GoneAsync(Gone with { Rules = [.. Gone.Rules.Select(r => r with { Language = language })] }, default)),
        .. Says("alert-made", "tell us when more than 5 are waiting to rest on skill 3", "技能3等待休息超过5人时提醒我"),
        .. Says("alert-made-time", "alert when busy-time above 10m for 2m", "有人示忙超过10分钟持续2分钟就告警"),
        new("alert-made-unread", "alert when waiting skill 3 above 5", stage => stage.Centre.Trouble.Always(Failure.ConnectionReset)),
        new("alert-twice", "alert when waiting skill 3 above 5", Scenes.Busy, Happens: _ => Task.CompletedTask),
        .. Says("alert-no-queue", "alert when waiting skill 33 above 5", "技能33等待休息超过5人时提醒我"),
        new("alert-gap", "alert when busy-time above 10m", Scenes.Busy, "Classic") { NoQueues = true },
        new("alert-classic-zh", "电话等待超过2分钟就告警", Scenes.Busy, "Classic"),
        .. Says("alert-delete", "delete alert 1", "删除告警1", Stored),
        .. Says("alert-pause", "pause alert 1", "暂停告警1", Stored),
        .. Says("alert-unknown", "delete alert 9", "删除告警9"),
        .. Says("alert-unknown-incident", "ack 9", "我来处理9"),
        .. Says("alert-list", "alerts", "有哪些告警", Stored),
        .. Says("alert-list-none", "alerts", "有哪些告警"),
        .. Says("alert-history", "who changed the alerts", "告警历史", Changed),
        .. Says("forget", "forget me", "忘记我"),
        .. Says("help-privacy", "help privacy", "隐私"),
        .. Says("alert-why", "why 1", "1为什么告警", Stored),
        .. Says("alert-ack", "ack 1", "我来处理1", Stored),
        .. Says("alert-snooze", "snooze 1 30m", "1稍后30分钟提醒", Stored),
        .. Says("alert-snooze-long", "snooze 1 13h", "1稍后13小时提醒", Stored),
        .. Says("alert-quiet", "quiet 30m", "静音半小时"),
        .. Presses("alert-new", "new alert"),
        .. Presses("alert-new-wrong", "make alert vdn 1", ("metric", "BusyTime"), ("skill", "3"), ("comparison", "Above"), ("limit", "ten")),
        .. Presses("alert-edit", "edit alert 1"),
        .. Presses("alert-edit-wrong", "save alert 1", ("limit", "many"), ("calm", "9"), ("hold", "a while"), ("repeat", "1m"), ("severity", "loud"), ("active", "whenever"), ("mention", "true")),
    ];

    /// <summary>The same in both languages.</summary>
    private static Scene[] Drawn(string name, Incident incident) => Each(name, (cards, language) => cards.CardAsync(In(incident, language), default));

    private static Scene[] Each(string name, Func<IAlertCards, string, Task<Message>> draw) =>
    [
        new(name, "", _ => { }) { Draws = cards => draw(cards, "en") }, new($"{name}-zh", "", _ => { }) { Draws = cards => draw(cards, "zh"), Chinese = true },
    ];

    private static Incident In(Incident incident, string language) => incident with { Rule = incident.Rule is null ? null : incident.Rule with { Language = language } };

    private static Scene[] Says(string name, string english, string chinese, Func<Stage, Task>? before = null) =>
        [new(name, english, Scenes.Busy) { Before = before }, new($"{name}-zh", chinese, Scenes.Busy) { Before = before }];

    private static Scene[] Presses(string name, string says, params (string Field, string Text)[] inputs) =>
    [
        .. from suffix in (string[])["", "-zh"]
           select new Scene(name + suffix, says, Scenes.Busy) { Before = Stored, Presses = inputs.ToDictionary(i => i.Field, i => i.Text) },
    ];

    /// <summary>Two rules and an open incident with its history.</summary>
    internal static async Task Stored(Stage stage)
    {
        await StoredIn(stage, Here);
        await Store(stage).AddAsync(BusyTime with { Number = 0, Paused = true, Shipped = "busy too long", Active = new(new(8, 0), new(20, 0), [DayOfWeek.Monday, DayOfWeek.Friday]) }, Deeds.Any, default);
    }

    /// <summary>What can stand in the history of a conversation.</summary>
    private static async Task Changed(Stage stage)
    {
        await StoredIn(stage, Here);
        var rule = (await Store(stage).FindRuleAsync(Here, 1, default))!;
        await Store(stage).ChangeAsync(rule with { Limit = 8, Severity = Severity.Critical, Mentions = [] }, Deeds.In(Here, LiNa, "edit alert 1"), default);
        await stage.AskAsync(new ChatBot.Commands.Question("ack 1", Here) { By = new("29:x", "[bold](http://x) **Bob** {{DATE(2026-11-20T06:00:00Z)}}") });
        await Store(stage).AddAsync(BusyTime with { Number = 0, Shipped = "busy too long" }, Deeds.In(Here, null, "alert when busy-time vdn 1 above 10m") with { At = Start - Minutes(1500) }, default);
        await stage.AskAsync("use skill 3");
        await Store(stage).ForgetPersonAsync(new("29:gone", "Gone"), Deeds.In(Here, new("29:gone", "Gone"), "forget me"), default);
        await Store(stage).DeleteAsync(Here, 1, Deeds.In(Here, LiNa, "delete alert 1"), default);
    }

    /// <summary>A rule, its open incident and how it came to it.</summary>
    public static async Task StoredIn(Stage stage, string conversation)
    {
        var waiting = await Store(stage).AddAsync(Waiting with { Number = 0, Conversation = conversation }, Deeds.Any, default);
        await Store(stage).SaveAsync([new(Open with { Number = 0, Conversation = conversation, Version = 0, Rule = waiting }, [.. History], [])], default);
    }

    private static IAlertStore Store(Stage stage) => stage.Supervisor.Services.GetRequiredService<IAlertStore>();

    private static IEnumerable<HistoryLine> History
    {
        get
        {
            var at = Start - Minutes(12);
            HistoryLine Line(double minutes, VerdictKind kind, Reason reason) => new(at + Minutes(minutes), kind, reason, reason.Value);
            return
            [
                .. Enumerable.Range(-8, 7).Select(i => Line(i / 4.0, VerdictKind.Stay, new(Because.BelowLimit, 10 + i > 4 ? 4 : 3))),
                Line(-0.25, VerdictKind.Hold, new(Because.BeyondNotLongEnough, 6, 1)), Line(0, VerdictKind.Raise, new(Because.BeyondLongEnough, 6, 2)),
                .. Enumerable.Range(1, 15).Select(i => Line(i / 4.0, VerdictKind.Stay, new(Because.StillBeyond, 6))),
                Line(4, VerdictKind.Worse, new(Because.MuchWorse, 9)),
                new(at + Minutes(5), VerdictKind.Stay, null, 9, "ack", LiNa),
                .. Enumerable.Range(21, 3).Select(i => Line(i / 4.0, VerdictKind.Stay, new(Because.Acknowledged, 8))),
            ];
        }
    }
}
