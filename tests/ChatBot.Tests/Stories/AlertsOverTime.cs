using ChatBot.Alerts;
using ChatBot.Simulator;
using ChatBot.Tests.Alerts;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Alerts as people hear them, minute by minute.</summary>
public class AlertsOverTime
{
    private const string Rule = "alert when waiting skill 3 above 5";

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task It_is_told_once_and_again_when_it_is_over(string edition)
    {
        await using var line = await TimeLine.BeginInAsync(edition, Rule, "Alerts:Repeat=00:00:00");

        await line.At(0).Waiting(12).Heard("Waiting to rest 12 · limit 5");
        await line.At(1).Waiting(14).Nothing();
        await line.At(31).Still();
        await line.At(32).Waiting(3).Calm("after 32 min", "peak 14");
        await line.At(50).Nothing();
    }

    [Fact]
    public async Task What_lasts_for_one_reading_only_is_not_told()
    {
        await using var line = await TimeLine.BeginAsync(Rule);

        await line.At(0).Waiting(12).AfterReadings(1).Waiting(2).Nothing();
    }

    [Fact]
    public async Task A_rule_that_names_a_time_waits_for_it()
    {
        await using var line = await TimeLine.BeginAsync(Rule + " for 5m");

        await line.At(0).Waiting(12).Nothing();
        await line.At(4).Nothing();
        await line.At(5.2).Heard("12");
    }

    [Fact]
    public async Task What_comes_back_soon_is_the_same_incident()
    {
        await using var line = await TimeLine.BeginAsync(Rule);

        await line.At(0).Waiting(12).Heard("12");
        await line.At(3).Waiting(2).Calm("after 3 min");
        await line.At(6).Waiting(9).Replied("is back", "9");
        await line.At(9).Waiting(2).Calm("peak 12");
        await line.At(30).Waiting(9).Heard("9");
    }

    [Fact]
    public async Task What_comes_and_goes_every_minute_is_not_told_every_minute()
    {
        await using var line = await TimeLine.BeginAsync(Rule, "Alerts:Repeat=00:00:00");
        await line.At(0).Waiting(7).Heard("7");

        // 40 seconds of calm, half a minute beyond, for an hour.
        for (var i = 0; i < 50; i++) await line.At(2 + i).Waiting(1).AfterReadings(2).Waiting(7).AfterReadings(2);

        Assert.InRange(line.Chatter.Replies.Count, 1, 3);
        await line.At(70).Waiting(1).AfterReadings(25);
        Assert.Contains("is over", line.Chatter.Replies[^1], StringComparison.Ordinal);
        Assert.Empty(await line.Desk.OpenAsync(TimeLine.Here, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Much_worse_is_told_and_a_little_worse_is_not()
    {
        await using var line = await TimeLine.BeginAsync(Rule);

        await line.At(0).Waiting(6).Heard("6");
        await line.At(2).Waiting(8).Nothing().Shows("Waiting to rest 8");
        await line.At(4).Waiting(9).Replied("9");
    }

    [Fact]
    public async Task What_nobody_takes_is_told_again()
    {
        await using var line = await TimeLine.BeginAsync(Rule);

        await line.At(0).Waiting(12).Heard("12");
        await line.At(29).Nothing();
        await line.At(30.2).Replied("30 min");
        await line.At(50).Nothing();
    }

    [Fact]
    public async Task Who_takes_it_has_it_for_ten_minutes()
    {
        await using var line = await TimeLine.BeginAsync(Rule);

        await line.At(0).Waiting(12).Heard("12");
        await line.At(2).Takes("Li Na").Nothing().Shows("Li Na");
        await line.At(11).Nothing();
        await line.At(12.2).Replied("Li Na");
    }

    [Fact]
    public async Task A_snooze_keeps_quiet_until_it_ends_also_about_the_end()
    {
        await using var line = await TimeLine.BeginAsync(Rule);

        await line.At(0).Waiting(6).Heard("6");
        await line.At(1).Snoozes(minutes: 15).Waiting(40).Nothing();
        await line.At(15).Nothing();
        await line.At(16.1).Replied("40");
        await line.At(17).Snoozes(minutes: 15).Waiting(1).Nothing().Shows("back to 1");
    }

    [Fact]
    public async Task An_alert_of_the_whole_vdn_keeps_its_queues_quiet()
    {
        await using var line = await TimeLine.BeginAsync("alert when waiting above 5", Rule);

        await line.At(0).Waiting(12).Heard("VDN 1", "12", "Alert 2 is quiet meanwhile");
        await line.At(5).Waiting(13).Nothing();
        await line.At(10).Waiting(1).Calm("back to 1");
    }

    [Fact]
    public async Task An_alert_of_the_whole_vdn_that_may_not_speak_any_more_keeps_nobody_quiet()
    {
        // 14:00 in Shanghai.
        await using var line = await TimeLine.BeginAsync();
        await line.MakeAsync("alert when waiting above 5", r => r with { Active = new(new(8, 0), new(14, 10), []) });
        await line.MakeAsync(Rule);

        await line.At(0).Waiting(12).Heard("VDN 1", "12", "Alert 2 is quiet meanwhile");
        await line.At(9).Nothing();
        await line.At(10.2).Heard("Billing", "12");
        Assert.All(await line.Desk.OpenAsync(TimeLine.Here, TestContext.Current.CancellationToken), i => Assert.Empty(i.Mutes));
    }

    [Fact]
    public async Task The_end_of_the_whole_vdns_incident_lets_its_queues_speak_again()
    {
        await using var line = await TimeLine.BeginAsync("alert when waiting above 20", Rule);

        await line.At(0).Waiting(24).Heard("VDN 1", "24");
        await line.At(5).Nothing();
        // Its queue is beyond its own limit still.
        await line.At(6).Waiting(10).AfterReadings(6);
        Assert.Contains("back to 10", Assert.Single(line.Chatter.NewReplies()), StringComparison.Ordinal);
        Assert.Contains("Waiting to rest 10 · limit 5", Assert.Single(line.Chatter.NewCards()), StringComparison.Ordinal);
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task What_cannot_be_seen_is_not_calm(string edition)
    {
        await using var line = await TimeLine.BeginInAsync(edition, Rule);

        await line.At(0).Waiting(12).Heard("12");
        await line.At(5).Everything(Failure.BadGateway).Heard("I cannot see Billing");
        await line.At(20).Nothing();
        await line.At(25).Works().Waiting(11).Replied("Billing");
        await line.At(26).Still();
        await line.At(28).Waiting(1).Replied("back to 1", "Incident 1 is over");
    }

    [Fact]
    public async Task Figures_that_come_and_go_are_told_of_less_and_less()
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(0).Nothing();
        await line.At(1).Everything(Failure.BadGateway).Heard("I cannot see Billing");
        await line.At(4).Works().Replied("Billing");

        // Once more; from then on one reading is not enough.
        await line.At(6).Everything(Failure.BadGateway).AfterReadings(3).Replied("is back");
        await line.At(9).Works().AfterReadings(1).Everything(Failure.BadGateway).Nothing();
        await line.At(12).Works().Replied("see Billing again");

        await line.At(14).Everything(Failure.BadGateway).AfterReadings(3).Replied("is back");
        await line.At(17).Works().AfterReadings(2).Shows("The figures come and go").Replied("see Billing again");
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task Nothing_at_all_can_be_seen_is_told_once_for_the_vdn(string edition)
    {
        await using var line = await TimeLine.BeginInAsync(edition, Rule, "alert when idle skill 1 below 1", "alert when calls-waiting skill 2 above 5");
        line.Stage.Centre.Vdn(1).Skill(1).Has("Sam", idle: Minutes(1));

        await line.At(1).Everything(Failure.NeverAnswers).Heard("I cannot see VDN 1");
        await line.At(10).Nothing();
        await line.At(12).Works().Replied("VDN 1");
    }

    [Fact]
    public async Task One_failed_reading_says_nothing()
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(0).Waiting(12).Heard("12");

        await line.At(5).Everything(Failure.CutBody).AfterReadings(1).Works().Still();
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task Figures_that_stand_still_are_blindness_too(string edition)
    {
        await using var line = await TimeLine.BeginInAsync(edition, Rule);
        line.Stage.Billing.Has("Eve", resting: Minutes(12), asked: Minutes(300));
        await line.At(1).Nothing();

        await line.At(2).Then(line.Stage.Centre.Trouble.Freeze).AfterReadings(3).Heard("I cannot see Billing");
        await line.At(9).Works().Replied("Billing");
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task People_who_sign_out_are_gone_and_not_recovered(string edition)
    {
        await using var line = await TimeLine.BeginInAsync(edition, "alert when wait-time skill 3 above 10m");
        line.Stage.Billing.Has("Ana", waiting: Minutes(15));
        line.Stage.Billing.Has("Ben", idle: Minutes(15));

        await line.At(0).Heard("15 min", "Ana");
        await line.At(3).Then(() => line.Stage.Centre.Vdn(1).Agent("Ana").Is(signedOut: Minutes(0))).Replied("signed out");
    }

    [Fact]
    public async Task Outside_its_hours_a_rule_says_nothing_new()
    {
        // 14:00 in Shanghai.
        await using var line = await TimeLine.BeginAsync();
        await line.MakeAsync(Rule, r => r with { Active = new(new(8, 0), new(14, 10), []) });

        await line.At(0).Waiting(12).Heard("12");
        await line.At(11).Waiting(40).Nothing().Shows("40");
        await line.At(12).Waiting(1).Nothing().Shows("back to 1");
        await line.At(40).Waiting(30).Nothing();
    }

    [Fact]
    public async Task A_rule_made_wider_is_judged_by_its_new_limit()
    {
        await using var line = await TimeLine.BeginAsync();
        var rule = await line.MakeAsync(Rule);
        await line.At(0).Waiting(12).Heard("limit 5");

        await line.Desk.ChangeAsync(rule with { Limit = 20, Calm = 19 }, Deeds.In(TimeLine.Here), TestContext.Current.CancellationToken);

        await line.At(2).Calm("back to 12");
    }

    [Fact]
    public async Task A_rule_that_is_paused_ends_its_incident_without_a_word()
    {
        await using var line = await TimeLine.BeginAsync();
        var rule = await line.MakeAsync(Rule);
        await line.At(0).Waiting(12).Heard("12");

        await line.Desk.ChangeAsync(rule with { Paused = true }, Deeds.In(TimeLine.Here), TestContext.Current.CancellationToken);

        await line.At(2).Nothing();
        Assert.Empty(await line.Desk.OpenAsync(TimeLine.Here, TestContext.Current.CancellationToken));
    }
}
