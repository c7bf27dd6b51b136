using ChatBot.Alerts;
using ChatBot.Preview;
using ChatBot.Tests.Cards;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Supervisors take, snooze and question incidents: by sentence they get a short notice, on the card the card.</summary>
public class IncidentsInHand
{
    [Fact]
    public async Task A_typed_acknowledgement_is_answered_shortly_and_a_press_with_the_card()
    {
        await using var stage = await SetAsync();
        await StoreAsync(stage);

        var typed = await stage.Supervisor.Says("I'll take 1");
        Says(typed, "You have incident 1 until 14:10", "Li Na");
        var card = await stage.Supervisor.Presses("The incident", typed);
        Says(card, "Waiting to rest 7 · limit 5", "Li Na has it until 14:10");

        var taken = await stage.Supervisor.Presses("Acknowledge", card, Cast.WangWei);
        Says(taken, "Waiting to rest 7 · limit 5", "王伟 has it until 14:10");
        Assert.Equal(Cast.WangWei.Id, (await IncidentAsync(stage))!.TakenBy!.Id);
    }

    [Fact]
    public async Task Twice_is_once()
    {
        await using var stage = await SetAsync();
        await StoreAsync(stage);

        await stage.Supervisor.Says("ack 1");
        Says(await stage.Supervisor.Says("ack 1"), "You have incident 1 until 14:10");
        Says(await stage.Supervisor.Says("snooze 1 30m"), "Quiet about incident 1 until 14:30");
        Says(await stage.Supervisor.Says("1稍后1小时提醒"), "事件 1 静音到 15:00");
    }

    [Theory]
    [InlineData("snooze 1 12h", "Quiet about incident 1 until 21 Nov 02:00")]
    [InlineData("snooze 1 12h1s", "An incident can be snoozed for 12 h at most")]
    [InlineData("snooze 1 100h", "An incident can be snoozed for 12 h at most")]
    public async Task A_snooze_lasts_at_most_twelve_hours(string sentence, string answer)
    {
        await using var stage = await SetAsync();
        await StoreAsync(stage);

        Says(await stage.Supervisor.Says(sentence), answer);
    }

    [Fact]
    public async Task A_snooze_until_the_shift_ends_is_offered_where_shifts_are_known()
    {
        await using var stage = await SetAsync("Current", "Alerts:ShiftEnds:0=08:00", "Alerts:ShiftEnds:1=18:30");
        await StoreAsync(stage);
        var card = await stage.Supervisor.Presses("The incident", await stage.Supervisor.Says("ack 1"));

        Says(await stage.Supervisor.Presses("Snooze until the shift ends", card), "Quiet until 18:30 (Li Na)");
    }

    [Theory]
    [InlineData("ack 1")]
    [InlineData("snooze 1 30m")]
    [InlineData("why 1")]
    public async Task Another_conversations_incident_is_unknown(string sentence)
    {
        await using var stage = await SetAsync();
        await StoreAsync(stage);

        Says(await stage.Supervisor.Says(sentence, Cast.Group), "There is no incident 1 in this conversation");

        Assert.Equal((null, null), (await IncidentAsync(stage)) is var incident ? (incident!.TakenBy, incident.Known.SnoozedUntil) : default);
    }

    [Fact]
    public async Task Numbers_of_rules_and_incidents_that_are_mixed_up_lead_to_the_right_one()
    {
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("alert when busy above 5");
        await StoreAsync(stage);   // rule 2, incident 1

        Says(await stage.Supervisor.Says("ack 2"), "There is no incident 2", "Its open incident is 1.");
        await stage.Supervisor.Presses("Delete", await stage.Supervisor.Says("delete alert 1"));
        Says(await stage.Supervisor.Says("delete alert 1"), "There is no alert 1", "1 is an incident. Its alert is 2.");
    }

    [Fact]
    public async Task What_is_over_cannot_be_taken_any_more()
    {
        await using var stage = await SetAsync();
        await StoreAsync(stage);
        var card = await stage.Supervisor.Presses("The incident", await stage.Supervisor.Says("ack 1"));
        await stage.Supervisor.Says("pause alert 1");

        Says(await stage.Supervisor.Says("ack 1"), "1 ended at 14:00");
        Says(await stage.Supervisor.Says("snooze 1 30m"), "1 ended at 14:00");
        var pressed = await stage.Supervisor.Presses("Acknowledge", card);
        Says(pressed, "no longer watched", "Its alert was paused or deleted");
        Assert.Equal(["Why", "Alerts"], pressed.Buttons);
    }

    [Fact]
    public async Task Pausing_the_rule_on_the_card_ends_the_incident_and_shows_it()
    {
        await using var stage = await SetAsync();
        await StoreAsync(stage);
        var card = await stage.Supervisor.Presses("The incident", await stage.Supervisor.Says("ack 1"));

        Says(await stage.Supervisor.Presses("Pause this alert", card), "no longer watched");

        Says(await stage.Supervisor.Says("alerts"), "Alerts: 1 · open incidents: 0", "paused");
    }

    [Fact]
    public async Task Pausing_the_rule_on_the_card_of_an_incident_that_ended_says_that_the_rule_is_paused()
    {
        await using var stage = await SetAsync();
        await StoreAsync(stage);
        var card = await stage.Supervisor.Presses("The incident", await stage.Supervisor.Says("ack 1"));
        await stage.Supervisor.Says("pause alert 1");
        await stage.Supervisor.Says("resume alert 1");

        var paused = await stage.Supervisor.Presses("Pause this alert", card);
        Says(paused, "Alert 1 is paused", "nothing is watched");
        Says(await stage.Supervisor.Presses("Pause this alert", card), "Alert 1 is paused already");
        Says(await stage.Supervisor.Presses("Resume", paused), "Alert 1 is watched again");
    }

    [Fact]
    public async Task Why_tells_readings_and_decisions_by_the_clock_and_leads_back_to_the_card()
    {
        await using var stage = await SetAsync();
        await StoreAsync(stage);
        await stage.Supervisor.Says("ack 1");

        var why = await stage.Supervisor.Says("why did 1 fire");
        Says(why, "Why incident 1", "Alert 1: Waiting to rest above 5", "Raised: beyond the limit for long enough (2 in a row)", "13:48:00", "Worse: much worse than told before", "Taken by Li Na");
        Says(await stage.Supervisor.Presses("Back to the incident", why), "Waiting to rest 7 · limit 5");
        Says(await stage.Supervisor.Says("1为什么告警"), "告警：超限时间已够（连续 2 次）");
    }

    [Fact]
    public async Task A_conversation_can_be_quiet_for_a_while()
    {
        await using var stage = await SetAsync();

        var quiet = await stage.Supervisor.Says("静音半小时", Cast.Group);
        Says(quiet, "这里静音到 14:30");
        Says(await stage.Supervisor.Says("alerts", Cast.Group), "Quiet here until 14:30");
        Says(await stage.Supervisor.Presses("取消静音", quiet), "这里恢复告警");
        Says(await stage.Supervisor.Says("quiet off", Cast.Group), "I was not being quiet");
        Says(await stage.Supervisor.Says("quiet 25h", Cast.Group), "I can be quiet for 24 h at most");
    }

    /// <summary>A rule and its open incident in the personal chat.</summary>
    private static async Task StoreAsync(Stage stage)
    {
        for (var i = 0; i < 7; i++) stage.Billing.Has($"Waiter {i}", waiting: Minutes(i + 5));
        await AlertScenes.StoredIn(stage, Cast.Personal.Id);
    }

    private static Task<Incident?> IncidentAsync(Stage stage) =>
        stage.Supervisor.Services.GetRequiredService<IAlertStore>().FindIncidentAsync(Cast.Personal.Id, 1, TestContext.Current.CancellationToken);

    private static void Says(Reply reply, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, reply.Text, StringComparison.Ordinal));
}
