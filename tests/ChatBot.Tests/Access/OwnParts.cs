using System.Text;
using ChatBot.Commands;
using ChatBot.Simulator;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Access;

/// <summary>Each supervisor sees their own part of the floor: whatever is asked, in both editions.</summary>
public class OwnParts
{
    // Ana may see Support and Billing of VDN 1; Max may see all of VDN 1, and no more.
    private static readonly string[] Access =
    [
        "Access:Grants:0:Person=ana", "Access:Grants:0:See:0=vdn 1 skill 2-3", "Access:Grants:0:Rules=true",
        "Access:Grants:1:Person=max", "Access:Grants:1:See:0=vdn 1",
        "Access:Grants:2:Person=boss", "Access:Grants:2:See:0=*", "Access:Grants:2:Rules=true",
    ];

    [Theory]
    [InlineData("Current")]
    [InlineData("Classic")]
    public async Task A_skill_that_is_not_theirs_is_refused_without_a_figure_or_a_name(string edition)
    {
        await using var stage = await FloorAsync(edition);

        foreach (var ask in (string[])["resting skill 5", "summary skill 5", "queue skill 5", "agents skill 5", "rest skill 5", "alert when waiting skill 5 above 5", "use skill 5"])
        {
            var answer = await stage.AsksAsync("ana", ask);
            Says(answer, "Skill 5 is not yours to see", "Support", "Billing");
            SaysNothingOf(answer, "VIP", "Victor", "贵宾");
        }

        Says(await stage.AsksAsync("max", "resting skill 5"), "1 resting", "Victor Vip");
        Says(await stage.AsksAsync("max", "summary vdn 2"), "VDN 2 as a whole is not yours to see", "VDN 1");
        Says(await stage.AsksAsync("nobody", "resting skill 3"), "Skill 3 is not yours to see", "Who runs this bot can change that");
        Says(await stage.AsksAsync("boss", "resting skill 5"), "Victor Vip");
        Says(await stage.AsksAsync("ana", "技能5谁在休息"), "您没有查看技能 5 的权限");
    }

    [Theory]
    [InlineData("Current")]
    [InlineData("Classic")]
    public async Task Of_a_whole_VDN_they_get_their_skills_and_each_person_once(string edition)
    {
        await using var stage = await FloorAsync(edition);

        var resting = await stage.AsksAsync("ana", "who is resting");
        Says(resting, "2 resting", "Bill Ing", "Both Ways", "3 skills are not yours and left out.");
        SaysNothingOf(resting, "Victor", "VIP");
        Assert.Equal(2, Words(resting).Split("Both Ways").Length);   // once among the rows, once nowhere else: the longest is another
        Says(await stage.AsksAsync("ana", "summary"), "3 signed in", "3 skills are not yours and left out.");
        Says(await stage.AsksAsync("ana", "list agents"), "Sue Port", "Bill Ing", "Both Ways", "3 skills");
        var queues = await stage.AsksAsync("ana", "queue");
        Says(queues, "Calls waiting: 1", "Billing", "3 skills are not yours");
        SaysNothingOf(queues, "VIP", "skill 5");
        var skills = await stage.AsksAsync("ana", "skills");
        Says(skills, "Support", "Billing", "3 skills are not yours");
        SaysNothingOf(skills, "VIP", "Sales");
        Says(await stage.AsksAsync("ana", "谁在休息"), "有 3 个技能不在您的权限内");
        Says(await stage.AsksAsync("boss", "who is resting"), "3 resting", "Victor Vip");
        SaysNothingOf(await stage.AsksAsync("boss", "who is resting"), "not yours");
    }

    [Fact]
    public async Task One_agent_is_told_only_to_who_may_see_a_skill_of_theirs_and_others_learn_nothing_of_whether_there_is_one()
    {
        await using var stage = await FloorAsync();
        var victor = stage.Centre.Vdn(1).Skill(5).Has("Second Vip", busy: Minutes(3)).WorkNo;
        var bill = stage.Billing.Has("Billy Idle", idle: Minutes(1)).WorkNo;

        Says(await stage.AsksAsync("ana", $"agent {bill}"), "Billy Idle");
        var hidden = await stage.AsksAsync("ana", $"agent {victor}");
        var unknown = await stage.AsksAsync("ana", "agent 59998");
        Says(hidden, "That agent is in no skill of yours");
        Assert.Equal(Words(unknown), Words(hidden).Replace($"{victor}", "59998", StringComparison.Ordinal));
        Says(await stage.AsksAsync("max", $"agent {victor}"), "Second Vip");
    }

    [Fact]
    public async Task Names_that_are_not_theirs_are_not_understood_and_never_suggested()
    {
        await using var stage = await FloorAsync();
        await stage.AsksAsync("boss", "summary");

        var queue = await stage.AsksAsync("ana", "who is resting on VIP");
        SaysNothingOf(queue, "Skill 5", "skill 5", "贵宾");
        var near = await stage.AsksAsync("ana", "who is resting on Vipp");
        SaysNothingOf(near, "VIP\"", "Complaints", "Sales");
        var person = await stage.AsksAsync("ana", "what is Victor Vip doing");
        SaysNothingOf(person, "agent 2", "resting for");
        Says(await stage.AsksAsync("ana", "what is Bill Ing doing"), "Bill Ing");
        Says(await stage.AsksAsync("boss", "what is Victor Vip doing"), "Victor Vip", "Resting");
    }

    [Fact]
    public async Task A_default_scope_must_be_theirs_too()
    {
        await using var stage = await FloorAsync();

        Says(await stage.AsksAsync("boss", "use skill 5"), "VIP");
        Says(await stage.AsksAsync("ana", "resting"), "Skill 5 is not yours to see");
        Says(await stage.AsksAsync("ana", "use vdn 2"), "VDN 2 as a whole is not yours to see");
        Says(await stage.AsksAsync("ana", "use skill 3"), "Billing");
        Says(await stage.AsksAsync("ana", "resting"), "2 resting");
    }

    [Fact]
    public async Task Rules_need_the_right_to_them_and_sight_of_the_whole_scope()
    {
        await using var stage = await FloorAsync();

        foreach (var ask in (string[])["alert when waiting skill 3 above 5", "quiet 30m", "pause alert 1", "resume alert 1", "delete alert 1"])
            Says(await stage.AsksAsync("max", ask), "You may look, but not change alerts");
        foreach (var press in (string[])["new alert", "make alert vdn 1", "edit alert 1", "save alert 1", "undo alert 1", "delete alert 1 before 99999999999", "pause incident 1"])
            Says(await stage.AsksAsync("max", press, pressed: true), "You may look, but not change alerts");
        Says(await stage.AsksAsync("ana", "alert when waiting above 5"), "VDN 1 as a whole is not yours to see");
        Says(await stage.AsksAsync("ana", "alert when waiting skill 3 above 5"), "Alert 1");
        Says(await stage.AsksAsync("max", "只是看看, 有哪些告警"), "1");
        Says(await stage.AsksAsync("max", "静音半小时"), "您可以查看，但不能更改告警");
    }

    /// <summary>Where nobody can tell which queues there are, the settings' own numbers count.</summary>
    [Theory]
    [InlineData("Current", true, 140)]
    [InlineData("Classic", false, 500)]
    public async Task More_queues_than_can_be_added_up_are_told_as_that_and_each_of_them_can_be_asked_about(string edition, bool known, int queues)
    {
        await using var stage = await SetAsync(edition, known, "Access:Grants:0:Person=ana", $"Access:Grants:0:See:0=vdn 1 skill 1-{queues}");
        for (var id = 1; id <= 150; id++) stage.Centre.Vdn(1).Skill(id);
        stage.Centre.Vdn(1).Skill(120).Has("Hundred Twenty", resting: Minutes(3));

        foreach (var ask in (string[])["resting", "agents", "agent 20001"])
        {
            var answer = await stage.AsksAsync("ana", ask);
            Says(answer, $"{queues} skills of VDN 1 are yours: too many to add up", "I add up 100 at most", "summary skill 1");
            SaysNothingOf(answer, "not yours", "Hundred Twenty");
        }

        Says(await stage.AsksAsync("ana", "谁在休息"), $"VDN 1 有 {queues} 个技能在您的权限内");
        Says(await stage.AsksAsync("ana", "resting skill 120"), "1 resting", "Hundred Twenty");
        if (known) Says(await stage.AsksAsync("ana", "skills"), "10 skills are not yours");
    }

    [Fact]
    public async Task With_nothing_set_nothing_changes()
    {
        await using var stage = await SetAsync();
        stage.Centre.Vdn(1).Skill(5).Has("Victor Vip", resting: Minutes(3));

        var answer = await stage.AsksAsync("anybody", "who is resting");

        Says(answer, "Victor Vip");
        SaysNothingOf(answer, "not yours");
    }

    private static async Task<Stage> FloorAsync(string edition = "Current")
    {
        var stage = await SetAsync(edition, Access);
        stage.Billing.Has("Bill Ing", resting: Minutes(9), asked: Minutes(15));
        var both = stage.Billing.Has("Both Ways", resting: Minutes(3), asked: Minutes(15));
        both.In(2, 3);
        stage.Centre.Vdn(1).Skill(2).Has("Sue Port", idle: Minutes(2));
        stage.Centre.Vdn(1).Skill(5).Has("Victor Vip", resting: Minutes(30), asked: Minutes(15));
        stage.Billing.HasCallsWaiting(Minutes(1));
        stage.Centre.Vdn(1).Skill(5).HasCallsWaiting(Minutes(2), Minutes(1));
        return stage;
    }

    internal static void Says(Answer answer, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, Words(answer), StringComparison.Ordinal));

    internal static void SaysNothingOf(Answer answer, params string[] parts) => Assert.All(parts, part => Assert.DoesNotContain(part, Words(answer), StringComparison.Ordinal));

    /// <summary>The whole card as it goes out, with what its buttons carry, and the line for lock screens.</summary>
    internal static string Words(Answer answer) => Encoding.UTF8.GetString(answer.Card.Span) + answer.Summary;
}

internal static class Asking
{
    public static Task<Answer> AsksAsync(this Stage stage, string who, string text, bool pressed = false, Origin? from = null) =>
        stage.AskAsync(new Question(text, Here) { Pressed = pressed, By = new($"29:{who}", who), From = (from ?? new Origin { IsPersonal = true }) with { EntraId = who } });
}
