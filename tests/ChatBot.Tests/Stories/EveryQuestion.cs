using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Every question, asked in a chat in both languages, of both editions: the same floor gives the same answer.</summary>
public class EveryQuestion
{
    public static TheoryData<string, string, string[]> Questions => new()
    {
        { "who is resting on skill 3", "resting skill 3", ["2 resting", "longest 12 min (Eve)", "Eve", "2 min over", "Ana", "due back 14:03"] },
        { "技能3谁在休息", "resting skill 3", ["2 人休息中", "最久 12 分钟（Eve）", "超时 2 分钟", "应 14:03 回来"] },
        { "who has been resting more than 10 minutes on billing", "resting skill 3 over 10m", ["1 resting over 10 min", "Eve"] },
        { "who is waiting to rest on skill 3", "waiting skill 3", ["1 waiting to rest", "Ben", "the VDN's rest quota is full"] },
        { "技能3谁在申请休息", "waiting skill 3", ["1 人等待批准休息", "Ben", "VDN 休息名额已满"] },
        { "approved rests on skill 3", "approved skill 3", ["1 approved, not gone yet", "Cho"] },
        { "技能3批准了还没去休息的", "approved skill 3", ["1 人已批准未休息", "Cho"] },
        { "who is late back from break on skill 3", "overdue skill 3", ["1 late back from rest", "Eve", "most: 2 min over (Eve)"] },
        { "3号技能休息超时的人", "overdue skill 3", ["1 人休息超时", "Eve"] },
        { "rest overview of skill 3", "rest skill 3", ["2 resting · 1 waiting · 1 approved", "next back 14:03"] },
        { "技能3休息情况", "rest skill 3", ["休息 2 · 等待 1 · 已批准 1"] },
        { "who is busy over 10 minutes on skill 3", "busy skill 3 over 10m", ["1 busy over 10 min", "Dee", "42 min"] },
        { "技能3谁示忙", "busy skill 3", ["1 人示忙", "Dee", "42 分钟"] },
        { "who is free on skill 3", "idle skill 3", ["2 idle", "Fay"] },
        { "技能3空闲座席", "idle skill 3", ["2 人空闲", "Fay"] },
        { "who is on a call on skill 3", "talking skill 3", ["2 talking", "Gus", "1 h 15 min"] },
        { "技能3谁在通话", "talking skill 3", ["2 人通话中", "Gus"] },
        { "wrap-up on skill 3", "wrapup skill 3", ["1 in wrap-up", "Hal"] },
        { "技能3整理态的有谁", "wrapup skill 3", ["1 人整理中", "Hal"] },
        { "who is in training on skill 3", "learning skill 3", ["1 learning", "Ivy"] },
        { "技能3学习态的有谁", "learning skill 3", ["1 人学习中", "Ivy"] },
        { "list agents on skill 3", "agents skill 3", ["9 signed in", "Resting · 2", "Idle · 2", "Eve", "Ivy"] },
        { "技能3都有谁", "agents skill 3", ["9 人签入", "休息 · 2"] },
        { "what is 20011 doing", "agent 20011", ["Resting for 12 min", "Eve · 20011", "Was due"] },
        { "工号20011在干嘛", "agent 20011", ["休息 12 分钟", "已超时"] },
        { "overview of skill 3", "summary skill 3", ["9 signed in", "Idle", "Waiting to rest", "Calls waiting"] },
        { "技能3概况", "summary skill 3", ["9 人签入", "等待批准休息", "排队电话"] },
        { "how long is the queue on billing", "queue skill 3", ["Calls waiting: 2", "agents free"] },
        { "技能3排队多少", "queue skill 3", ["2 个电话排队"] },
        { "which queues do we have", "skills", ["Skill queues: 5", "Billing", "VIP"] },
        { "有哪些技能组", "skills", ["5 个技能队列", "账单", "贵宾"] },
        { "are you alive", "status", ["Newest data", "Last error", "none since the start"] },
        { "机器人状态", "status", ["最近错误", "启动以来没有"] },
        { "help", "help", ["What you can ask me", "who is resting on skill 3"] },
        { "怎么用", "help", ["您可以问我", "技能3谁在休息"] },
        { "tell us when more than 5 are waiting to rest on skill 3", "alert when waiting skill 3 above 5", ["Alert 1 is set", "1 · limit 5", "at 4 or less"] },
        { "技能3等待休息超过5人时提醒我", "alert when waiting skill 3 above 5", ["已设置告警 1", "1 · 上限 5", "不高于 4"] },
    };

    [Theory, MemberData(nameof(Questions))]
    public Task Is_answered_by_the_current_edition(string question, string understood, string[] shown) =>
        AskAsync("Current", question, understood, shown);

    [Theory, MemberData(nameof(Questions))]
    public Task Is_answered_by_the_classic_edition(string question, string understood, string[] shown) =>
        AskAsync("Classic", question, understood, shown);

    private static async Task AskAsync(string edition, string question, string understood, string[] shown)
    {
        await using var stage = await SetAsync(edition);
        var billing = stage.Billing;
        billing.Has("Eve", workNo: 20011, resting: Minutes(12), asked: Minutes(10));
        billing.Has("Ana", resting: Minutes(7), asked: Minutes(10));
        billing.Has("Ben", waiting: Minutes(4), cause: ChatBot.Simulator.WaitCause.VdnQuota);
        billing.Has("Cho", approved: Minutes(3), talking: Minutes(3));
        billing.Has("Dee", busy: Minutes(42));
        billing.Has("Fay", idle: Minutes(1));
        billing.Has("Gus", talking: Minutes(75));
        billing.Has("Hal", wrapup: Minutes(2));
        billing.Has("Ivy", learning: Minutes(20));
        stage.Centre.Vdn(1).Skill(1).Has("Someone Else", resting: Minutes(30), asked: Minutes(60));
        billing.HasCallsWaiting(Minutes(3), Minutes(1));

        var reply = await stage.Supervisor.Says(question);

        Assert.All(shown, part => Assert.Contains(part, reply.Text, StringComparison.Ordinal));
        Assert.Contains(understood, reply.Text, StringComparison.Ordinal);
        if (understood.Contains("skill 3", StringComparison.Ordinal)) Assert.DoesNotContain("Someone Else", reply.Text, StringComparison.Ordinal);
    }
}
