using ChatBot.Alerts;
using ChatBot.Simulator;
using ChatBot.Tests.Alerts;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Watching goes on, whatever happens to the machines.</summary>
public class AlertsThroughTrouble
{
    private const string Rule = "alert when waiting skill 3 above 5";

    [Fact]
    public async Task After_a_restart_it_goes_on_where_it_was()
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(0).Waiting(12).Heard("12");

        await line.RestartAsync(Minutes(2));

        await line.At(5).Waiting(11).Still();
        await line.At(10).Waiting(1).Calm("back to 1", "peak 12");
    }

    [Theory, InlineData("Current", 2), InlineData("Classic", 2)]
    public async Task Two_rules_about_one_place_cost_one_reading(string edition, int calls)
    {
        await using var line = await TimeLine.BeginInAsync(edition, Rule, "alert when wait-time skill 3 above 30m", "alert when resting skill 3 above 9");
        await line.At(2);
        var (polls, before) = (line.Health.Good, line.Stage.Centre.CallCount);

        await line.PollAsync();
        await line.PollAsync();

        Assert.Equal(polls + 2, line.Health.Good);
        Assert.Equal(before + (2 * calls), line.Stage.Centre.CallCount);
    }

    [Fact]
    public async Task A_clock_that_jumps_raises_nothing_and_ends_nothing()
    {
        await using var line = await TimeLine.BeginAsync(Rule + " for 10m");
        await line.At(1).Waiting(12).AfterReadings(2).Then(() => line.Stage.Time.Advance(Minutes(300))).Nothing();

        await line.At(312).Heard("12");
    }

    [Fact]
    public async Task The_end_of_a_cool_down_takes_nothing_from_what_was_held_by_then()
    {
        await using var line = await TimeLine.BeginAsync(Rule + " for 8m");
        await line.At(0).Waiting(12);
        await line.At(8.2).Heard("12");
        await line.At(9).Waiting(1).Calm();

        // The cool-down is over before 20, and 8 minutes are at 22.
        await line.At(14).Waiting(11).Nothing();
        await line.At(20.5).Nothing();
        await line.At(22.3).Heard("11");
    }

    [Fact]
    public async Task A_clock_that_was_put_back_after_an_incident_keeps_no_other_from_being_told()
    {
        await using var line = await TimeLine.BeginAsync(Rule + " for 3m");
        await line.At(0).Waiting(12);
        await line.At(3.2).Heard("12");
        await line.At(4).Waiting(1).Calm();

        line.PutBack(Minutes(60));

        await line.At(6).Waiting(11).AfterReadings(8).Nothing();
        await line.At(9.5).Replied("is back", "11");
        await line.At(12).Waiting(1).Replied("is over");
    }

    [Fact]
    public async Task A_database_that_fails_for_a_while_loses_nothing_and_doubles_nothing()
    {
        await using var line = await TimeLine.BeginAsync(Rule);

        await line.At(1).Database(works: false).Waiting(12).Nothing();
        await line.At(3).Database(works: true).Heard("12");
        await line.At(5).Database(works: false).Waiting(1).Nothing();
        await line.At(7).Database(works: true).Calm("back to 1");
        await line.At(9).Nothing();
    }

    [Fact]
    public async Task A_slow_vdn_delays_no_other_and_its_polls_do_not_pile_up()
    {
        await using var line = await TimeLine.BeginAsync("Monitoring:Timeout=00:00:09", "Alerts:PollInterval=00:00:05", Rule);
        await line.MakeAsync("alert when calls-waiting skill 3 vdn 2 above 5", conversation: "a:elsewhere");
        await line.At(1);
        var late = line.Health.Late;
        line.Stage.Centre.Trouble.Always(Failure.NeverAnswers, "skill/totalskillstatusex3");

        await line.At(2).Waiting(12).Heard("12");
        await line.At(4);

        Assert.True(line.Health.Late >= late + 3);
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task Whoever_is_gone_from_the_lists_has_signed_out_and_not_recovered(string edition)
    {
        await using var line = await TimeLine.BeginInAsync(edition, Rule);
        await line.At(1).Waiting(7).Heard("7");

        await line.At(5).Then(() => line.Stage.Billing.Agents.ToList().ForEach(line.Stage.Centre.Vdn(1).Loses)).Replied("signed out");
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task A_queue_that_the_platform_no_longer_knows_is_blindness_and_its_end_too(string edition)
    {
        await using var line = await TimeLine.BeginInAsync(edition, Rule);
        await line.At(1).Waiting(7).Heard("7");

        await line.At(5).Then(() => line.Stage.Centre.Trouble.Always(Failure.Platform("0101007", "技能队列不存在"))).Heard("I cannot see");
        await line.At(10).Waiting(8).Nothing();
        await line.At(12).Works().Replied("see");
        await line.At(16).Waiting(1).Replied("back to 1");
    }

    [Fact]
    public async Task The_incident_of_a_queue_that_is_open_already_falls_silent_below_that_of_its_vdn()
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(1).Waiting(12).Heard("Billing", "12");

        await line.At(5).Then(() => line.MakeAsync("alert when waiting above 9")).Heard("VDN 1", "12");
        // Worse in both: it is told once.
        await line.At(8).Waiting(30).Replied("30");
        await line.At(9).Nothing();
    }

    [Theory]
    [InlineData("status", "The bot's database cannot be used · 14:0")]
    [InlineData("机器人状态", "机器人的数据库无法使用 · 14:0")]
    public async Task What_went_wrong_is_told_in_words_and_not_in_those_of_the_machine(string question, string told)
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(0).Waiting(3).Nothing();
        await line.At(1).Database(works: false).Waiting(12).AfterReadings(3);
        await line.DatabaseAsync(works: true);

        var status = (await line.Stage.Supervisor.Says(question)).Text;

        Assert.Contains(told, status, StringComparison.Ordinal);
        Assert.DoesNotContain("SQL", status, StringComparison.Ordinal);
        Assert.DoesNotContain("table", status, StringComparison.Ordinal);
    }
}
