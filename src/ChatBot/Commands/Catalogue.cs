namespace ChatBot.Commands;

/// <summary>A command as help, the app manifest and "did you mean" know it.</summary>
/// <param name="Word">First word of its canonical form.</param>
/// <param name="English">Sentences that mean it, best first. Each is parsed in a test.</param>
/// <param name="Chinese">The same in Chinese.</param>
public sealed record Entry(string Word, string Example, IReadOnlyList<string> English, IReadOnlyList<string> Chinese);

/// <summary>Everything that can be said. Help is made from it; a command that is not listed here cannot be asked for.</summary>
public static class Catalogue
{
    public static IReadOnlyList<Entry> All { get; } =
    [
        new("resting", "resting skill 3", ["who is resting on skill 3", "who has been on break for more than 20 minutes"], ["技能3谁在休息", "休息超过20分钟的有谁"]),
        new("waiting", "waiting skill 3", ["who is waiting to rest on skill 3", "pending break requests"], ["技能3谁在等待休息", "谁在申请休息"]),
        new("approved", "approved", ["who may rest but hasn't gone yet"], ["批准了还没去休息的有谁"]),
        new("overdue", "overdue", ["who is late back from break"], ["谁休息超时了"]),
        new("rest", "rest", ["rest overview", "break board of vdn 1"], ["休息情况", "呼叫中心1的休息情况"]),
        new("busy", "busy over 10m", ["who is busy more than 10 minutes", "who is busy on skill 3"], ["谁示忙超过十分钟", "技能3谁在示忙"]),
        new("idle", "idle skill 3", ["who is free on skill 3"], ["技能3空闲座席"]),
        new("talking", "talking over 15m", ["who is on a call over 15 minutes"], ["通话中超过15分钟的有谁"]),
        new("wrapup", "wrapup", ["who is in wrap-up"], ["整理态的有谁"]),
        new("learning", "learning", ["who is in training"], ["学习态的有谁"]),
        new("agents", "agents skill 3", ["list agents on skill 3"], ["技能3都有谁"]),
        new("agent", "agent 20011", ["what is 20011 doing"], ["工号20011在干嘛"]),
        new("summary", "summary", ["how does the floor look", "give me an overview of skill 3"], ["现场情况", "技能3概况"]),
        new("queue", "queue skill 3", ["how long is the queue on skill 3"], ["技能3排队多少"]),
        new("skills", "skills", ["which queues do we have"], ["有哪些技能组"]),
        new("status", "status", ["are you alive"], ["机器人状态"]),
        new("help", "help", ["help", "what can you do"], ["怎么用", "帮助"]),
        new("alert", "alert when waiting skill 3 above 5", ["tell us when more than 5 are waiting to rest on skill 3", "alert me if anyone is busy over 10 minutes"], ["技能3等待休息超过5人时提醒我", "有人示忙超过10分钟就告警"]),
        new("alerts", "alerts", ["list alerts"], ["有哪些告警"]),
        new("delete", "delete alert 4", ["delete alert 4"], ["删除告警4"]),
        new("pause", "pause alert 4", ["pause alert 4"], ["暂停告警4"]),
        new("resume", "resume alert 4", ["resume alert 4"], ["恢复告警4"]),
        new("ack", "ack 231", ["I'll take 231"], ["我来处理231"]),
        new("snooze", "snooze 231 30m", ["snooze 231 for half an hour"], ["231稍后30分钟提醒"]),
        new("why", "why 231", ["why did 231 fire"], ["231为什么告警"]),
        new("quiet", "quiet 30m", ["be quiet for 30 minutes", "stop being quiet"], ["静音半小时", "取消静音"]),
        new("use", "use skill 3", ["switch to vdn 2", "use skill 3 by default"], ["切换到呼叫中心2", "默认技能3"]),
        new("language", "language zh", ["speak Chinese"], ["说英文"]),
    ];
}
