namespace ChatBot.Commands;

/// <summary>Questions read the floor; alerts and settings change something, and are never run by a tap on an example.</summary>
public enum Kind
{
    Question,
    Alert,
    Setting,
}

/// <summary>A command as help, the app manifest and "did you mean" know it.</summary>
/// <param name="Word">First word of its canonical form.</param>
/// <param name="Example">A canonical form.</param>
/// <param name="English">Sentences that mean it, best first. Each is parsed in a test.</param>
/// <param name="Chinese">The same in Chinese.</param>
public sealed record Entry(Kind Kind, string Word, string Example, IReadOnlyList<string> English, IReadOnlyList<string> Chinese);

/// <summary>Everything that can be said. Help is made from it; a command that is not listed here cannot be asked for.</summary>
public static class Catalogue
{
    public static IReadOnlyList<Entry> All { get; } =
    [
        new(Kind.Question, "resting", "resting skill 3", ["who is resting on skill 3", "who has been on break for more than 20 minutes"], ["技能3谁在休息", "休息超过20分钟的有谁"]),
        new(Kind.Question, "waiting", "waiting skill 3", ["who is waiting to rest on skill 3", "pending break requests"], ["技能3谁在等待休息", "谁在申请休息"]),
        new(Kind.Question, "approved", "approved", ["who may rest but hasn't gone yet"], ["批准了还没去休息的有谁"]),
        new(Kind.Question, "overdue", "overdue", ["who is late back from break"], ["谁休息超时了"]),
        new(Kind.Question, "rest", "rest", ["rest overview", "break board of vdn 1"], ["休息情况", "呼叫中心1的休息情况"]),
        new(Kind.Question, "busy", "busy over 10m", ["who is busy more than 10 minutes", "who is busy on skill 3"], ["谁示忙超过十分钟", "技能3谁在示忙"]),
        new(Kind.Question, "idle", "idle skill 3", ["who is free on skill 3"], ["技能3空闲座席"]),
        new(Kind.Question, "talking", "talking over 15m", ["who is on a call over 15 minutes"], ["通话中超过15分钟的有谁"]),
        new(Kind.Question, "wrapup", "wrapup", ["who is in wrap-up"], ["整理态的有谁"]),
        new(Kind.Question, "learning", "learning", ["who is in training"], ["学习态的有谁"]),
        new(Kind.Question, "agents", "agents skill 3", ["list agents on skill 3"], ["技能3都有谁"]),
        new(Kind.Question, "agent", "agent 20011", ["what is 20011 doing"], ["工号20011在干嘛"]),
        new(Kind.Question, "summary", "summary", ["how does the floor look", "give me an overview of skill 3"], ["现场情况", "技能3概况"]),
        new(Kind.Question, "queue", "queue skill 3", ["how long is the queue on skill 3"], ["技能3排队多少"]),
        new(Kind.Question, "skills", "skills", ["which queues do we have"], ["有哪些技能组"]),
        new(Kind.Question, "status", "status", ["are you alive"], ["机器人状态"]),
        new(Kind.Question, "help", "help", ["help", "what can you do"], ["怎么用", "帮助"]),
        new(Kind.Alert, "alert", "alert when waiting skill 3 above 5", ["tell us when more than 5 are waiting to rest on skill 3", "alert me if anyone is busy over 10 minutes"], ["技能3等待休息超过5人时提醒我", "有人示忙超过10分钟就告警"]),
        new(Kind.Alert, "alerts", "alerts", ["list alerts"], ["有哪些告警"]),
        new(Kind.Alert, "alerts", "alerts history", ["who changed the alerts"], ["告警历史"]),
        new(Kind.Alert, "delete", "delete alert 4", ["delete alert 4"], ["删除告警4"]),
        new(Kind.Alert, "pause", "pause alert 4", ["pause alert 4"], ["暂停告警4"]),
        new(Kind.Alert, "resume", "resume alert 4", ["resume alert 4"], ["恢复告警4"]),
        new(Kind.Alert, "ack", "ack 231", ["I'll take 231"], ["我来处理231"]),
        new(Kind.Alert, "snooze", "snooze 231 30m", ["snooze 231 for half an hour"], ["231稍后30分钟提醒"]),
        new(Kind.Alert, "why", "why 231", ["why did 231 fire"], ["231为什么告警"]),
        new(Kind.Alert, "quiet", "quiet 30m", ["be quiet for 30 minutes", "stop being quiet"], ["静音半小时", "取消静音"]),
        new(Kind.Setting, "use", "use skill 3", ["switch to vdn 2", "use skill 3 by default"], ["切换到呼叫中心2", "默认技能3"]),
        new(Kind.Setting, "language", "language zh", ["speak Chinese"], ["说英文"]),
        new(Kind.Setting, "forget", "forget me", ["forget me", "delete my data"], ["忘记我", "删除我的数据"]),
    ];
}
