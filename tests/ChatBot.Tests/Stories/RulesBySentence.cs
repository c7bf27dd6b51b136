using ChatBot.Alerts;
using ChatBot.Preview;
using ChatBot.Simulator;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Supervisors make, look at, change and remove rules, in chats and by buttons.</summary>
public class RulesBySentence
{
    [Fact]
    public async Task A_rule_says_what_it_is_now_when_it_is_told_and_when_it_is_calm_again()
    {
        await using var stage = await SetAsync();
        for (var i = 0; i < 3; i++) stage.Billing.Has($"Waiter {i}", waiting: Minutes(i + 1));

        var made = await stage.Supervisor.Says("tell us when more than 5 are waiting to rest on skill 3", Cast.Alerts);

        Says(made, "Alert 1 is set", "Waiting to rest above 5", "Billing · skill 3 · VDN 1", "3 · limit 5", "after 2 readings in a row (about 30 s)", "at 4 or less",
            "every 30 min while nobody has it", "alert when waiting skill 3 above 5");
        Assert.Equal(["Undo", "Edit", "Alerts"], made.Buttons);
        Assert.Equal(1, Assert.Single(await RulesAsync(stage, Cast.Alerts)).Number);
    }

    [Fact]
    public async Task What_is_not_said_comes_from_the_conversations_default_scope()
    {
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("use skill 3");

        Says(await stage.Supervisor.Says("alert when busy-time above 10m for 2m"), "Longest busy above 10 min", "skill 3", "when it has been so for 2 min", "at 8 min or less");

        Assert.Equal(new(1, 3), Assert.Single(await RulesAsync(stage, Cast.Personal)).Scope);
    }

    [Fact]
    public async Task Undo_takes_it_back_at_once_and_a_second_undo_finds_nothing()
    {
        await using var stage = await SetAsync();
        var made = await stage.Supervisor.Says("alert when waiting above 5");

        var undone = await stage.Supervisor.Presses("Undo", made);
        Says(undone, "Alert 1 is taken back", "Waiting to rest above 5");
        Assert.Empty(await RulesAsync(stage, Cast.Personal));

        Says(await stage.Supervisor.Presses("Undo", made), "There is no alert 1 in this conversation");
        Says(await stage.Supervisor.Presses("Set it again", undone), "Alert 2 is set");
    }

    [Fact]
    public async Task The_same_rule_is_not_made_twice()
    {
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("alert when waiting skill 3 above 5", Cast.Group);

        Says(await stage.Supervisor.Says("技能3等待休息超过5人时提醒我", Cast.Group), "已有同样的告警 1");
        Says(await stage.Supervisor.Says("alert when waiting skill 3 above 5", Cast.Personal), "Alert 2 is set");

        Assert.Single(await RulesAsync(stage, Cast.Group));
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_refused_with_the_nearest()
    {
        await using var stage = await SetAsync();

        var refused = await stage.Supervisor.Says("alert when waiting skill 33 above 5");

        Says(refused, "There is no skill 33 in VDN 1", "it would never fire", "Billing (3)");
        Assert.Empty(await RulesAsync(stage, Cast.Personal));
        Says(await stage.Supervisor.Presses("Billing (3)", refused), "Alert 1 is set", "skill 3");
    }

    [Fact]
    public async Task What_the_edition_never_tells_is_refused_and_head_counts_are_not()
    {
        await using var stage = await SetAsync("Classic", queues: false);

        Says(await stage.Supervisor.Says("alert when busy-time above 10m"), "This contact centre has no list of a whole VDN");
        Says(await stage.Supervisor.Says("alert when calls-waiting above 3"), "This contact centre has no queue figures of a whole VDN");
        Assert.Empty(await RulesAsync(stage, Cast.Personal));

        Says(await stage.Supervisor.Says("alert when idle below 2"), "Alert 1 is set", "0 · at least 2 wanted, beyond it already");
        Says(await stage.Supervisor.Says("alert when busy-time skill 33 above 10m"), "Alert 2 is set");
    }

    [Fact]
    public async Task Classic_says_that_its_longest_wait_is_of_five_minutes()
    {
        await using var stage = await SetAsync("Classic");

        Says(await stage.Supervisor.Says("alert when call-wait skill 3 above 2m"), "Alert 1 is set", "Longest waits are of the last 5 minutes");
    }

    [Fact]
    public async Task While_the_contact_centre_fails_the_rule_is_made_all_the_same()
    {
        await using var stage = await SetAsync();
        stage.Centre.Trouble.Always(Failure.ConnectionReset);

        Says(await stage.Supervisor.Says("alert when waiting skill 3 above 5"),
            "Alert 1 is set", "It cannot be read now: The contact centre cannot be reached", "watched as soon as figures come");

        Assert.Single(await RulesAsync(stage, Cast.Personal));
    }

    [Fact]
    public async Task Who_is_mentioned_in_the_sentence_is_mentioned_by_the_rule()
    {
        await using var stage = await SetAsync();

        Says(await stage.Supervisor.Says("alert when waiting skill 3 above 5 @Adele Vance", Cast.Group), "Alert 1 is set", "critical", "Mentions Adele Vance");

        var rule = Assert.Single(await RulesAsync(stage, Cast.Group));
        Assert.Equal((Severity.Critical, new(Cast.AdeleVance.Id, "Adele Vance"), new(Cast.LiNa.Id, "Li Na")), (rule.Severity, rule.Mentions.Single(), rule.MadeBy));
    }

    [Fact]
    public async Task Deleting_asks_first_and_keeping_keeps()
    {
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("alert when waiting above 5");

        var asked = await stage.Supervisor.Says("stop alert 1");
        Says(asked, "Delete alert 1?", "Waiting to rest above 5");
        Assert.Equal(["Delete", "Keep"], asked.Buttons);
        Assert.Single(await RulesAsync(stage, Cast.Personal));

        Says(await stage.Supervisor.Presses("Keep", asked), "Alert 1", "Waiting to rest above 5");
        Says(await stage.Supervisor.Presses("Delete", asked), "Alert 1 is deleted");
        Assert.Empty(await RulesAsync(stage, Cast.Personal));
    }

    [Fact]
    public async Task An_old_question_whether_to_delete_is_asked_again()
    {
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("alert when waiting above 5");
        var asked = await stage.Supervisor.Says("delete alert 1");

        stage.Time.Advance(Minutes(6));

        Says(await stage.Supervisor.Presses("Delete", asked), "Delete alert 1?");
        Assert.Single(await RulesAsync(stage, Cast.Personal));
    }

    [Theory]
    [InlineData("delete alert 1")]
    [InlineData("pause alert 1")]
    [InlineData("resume alert 1")]
    public async Task Another_conversations_rule_is_unknown(string sentence)
    {
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("alert when waiting above 5", Cast.Alerts);

        Says(await stage.Supervisor.Says(sentence, Cast.Personal), "There is no alert 1 in this conversation");

        Assert.False(Assert.Single(await RulesAsync(stage, Cast.Alerts)).Paused);
    }

    [Fact]
    public async Task Nothing_is_less_than_nobody()
    {
        await using var stage = await SetAsync();

        var made = await stage.Supervisor.Says("alert when waiting above 0");

        Says(made, "at 0");
        Assert.DoesNotContain("at 0 or less", made.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("undo alert 1")]
    [InlineData("delete alert 1 before 9999999999")]
    [InlineData("edit alert 1")]
    [InlineData("alert 1")]
    [InlineData("incident 1")]
    [InlineData("new alert")]
    public async Task What_only_buttons_say_is_not_understood_when_typed(string typed)
    {
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("alert when waiting above 5");

        Assert.Equal(ChatBot.Commands.Outcome.NotUnderstood, (await stage.AskAsync(typed)).Outcome);
        Assert.Single(await RulesAsync(stage, Cast.Personal));
    }

    [Fact]
    public async Task A_paused_rule_can_be_resumed_and_says_when_it_was_so_already()
    {
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("alert when waiting above 5");

        var paused = await stage.Supervisor.Says("暂停告警1");
        Says(paused, "告警 1 已暂停");
        Says(await stage.Supervisor.Says("pause alert 1"), "Alert 1 is paused already");
        Assert.True(Assert.Single(await RulesAsync(stage, Cast.Personal)).Paused);
        Says(await stage.Supervisor.Presses("恢复", paused), "告警 1 已恢复监视");
        Says(await stage.Supervisor.Says("resume alert 1"), "Alert 1 is being watched already");
    }

    [Fact]
    public async Task The_list_shows_each_rule_and_a_tap_leads_to_it()
    {
        await using var stage = await SetAsync();
        Says(await stage.Supervisor.Says("list alerts"), "No alerts in this conversation yet");
        await stage.Supervisor.Says("alert when waiting skill 3 above 5");
        await stage.Supervisor.Says("alert when call-wait above 2m");

        var list = await stage.Supervisor.Says("what are you watching");

        Says(list, "Alerts: 2 · open incidents: 0", "Waiting to rest above 5", "Longest waiting call above 2 min");
        Says(await stage.Supervisor.Presses("New alert", list), "New alert", "Or type it");
    }

    private static Task<IReadOnlyList<Rule>> RulesAsync(Stage stage, Chat chat) =>
        stage.Supervisor.Services.GetRequiredService<IAlertStore>().RulesOfAsync(chat.Id, TestContext.Current.CancellationToken);

    private static void Says(Reply reply, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, reply.Text, StringComparison.Ordinal));
}
