using ChatBot.Commands;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Cards;

/// <summary>Where others read along, and where not everything is theirs who ask.</summary>
internal static class DiscreetScenes
{
    private static readonly string[] Hide = ["Privacy:NamesInChannels=Hide"];
    private static readonly string[] Initials = ["Privacy:NamesInChannels=Initials"];

    private static readonly string[] Access =
        ["Access:Grants:0:Person=ana", "Access:Grants:0:See:0=vdn 1 skill 2-3", "Access:Grants:1:Team=19:watchers@thread.tacv2", "Access:Grants:1:See:0=vdn 1"];

    private static readonly Origin Ana = new() { EntraId = "ana", IsPersonal = true };

    public static IEnumerable<Scene> All =>
    [
        .. Asked("hidden-resting", "who is resting on skill 3", "技能3谁在休息", Hide),
        .. Asked("hidden-rest", "rest overview", "休息情况", Hide),
        .. Asked("hidden-agents", "list agents on skill 3", "技能3都有谁", Hide),
        .. Asked("hidden-agent", "what is Eve Novak doing", "陈静在干嘛", Hide),
        .. Asked("hidden-unknown", "what is Eva Novakk doing", "陈精静在干嘛", Hide),
        .. Asked("initials-resting", "who is resting on skill 3", "技能3谁在休息", Initials),
        .. Asked("initials-waiting", "who is waiting to rest", "谁在等待休息", Initials),
        .. Drawn("hidden-incident", Hide),
        .. Drawn("initials-incident", Initials),
        .. Asked("personal-agent", "what is Eve Novak doing", "陈静在干嘛", Hide, new Origin { IsPersonal = true }),
        .. Asked("not-yours", "who is resting on skill 5", "技能5谁在休息", Access, Ana),
        .. Asked("not-yours-vdn", "summary vdn 2", "VDN 2 概况", Access, Ana),
        .. Asked("not-yours-agent", "what is 59999 doing", "工号59999在干嘛", Access, Ana),
        .. Asked("not-yours-rules", "quiet 30m", "静音半小时", Access, Ana),
        .. Asked("part-of-resting", "who is resting", "谁在休息", Access, Ana),
        .. Asked("part-of-queues", "queue", "排队多少", Access, Ana),
        .. Asked("part-of-alerts", "alerts", "有哪些告警", ["Access:Grants:0:Person=ana", "Access:Grants:0:See:0=vdn 1 skill 5"], Ana, AlertScenes.Stored),
    ];

    private static Scene[] Asked(string name, string english, string chinese, string[] settings, Origin? from = null, Func<Stage, Task>? before = null) =>
    [
        new(name, english, Scenes.Busy) { Settings = settings, From = from ?? Origin.Unknown, Before = before },
        new($"{name}-zh", chinese, Scenes.Busy) { Settings = settings, From = from ?? Origin.Unknown, Before = before },
    ];

    private static Scene[] Drawn(string name, string[] settings) => [.. from suffix in (string[])["", "-zh"]
        select new Scene(name + suffix, "", _ => { })
        {
            Settings = settings, Chinese = suffix.Length > 0,
            Draws = cards => cards.CardAsync(AlertScenes.Open, default),
        }];
}
