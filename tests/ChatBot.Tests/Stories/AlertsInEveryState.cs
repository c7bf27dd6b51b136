using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Simulator;
using ChatBot.Tests.Alerts;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Whatever an incident is in the middle of, it goes on from there.</summary>
public class AlertsInEveryState
{
    private const string Rule = "alert when waiting skill 3 above 5";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Metrics => [.. from edition in (string[])["Current", "Classic"]
                                                            from rule in (string[])["waiting above 2", "resting above 2", "approved above 2", "wait-time above 10m", "rest-overrun above 5m", "idle below 1",
            "busy above 2", "busy-time above 10m", "talk-time above 10m", "wrapup-time above 10m", "calls-waiting above 2", "call-wait above 10m"]
                                                            select (edition, rule)];

    [Theory, MemberData(nameof(Metrics))]
    public async Task Each_figure_is_told_once_and_again_when_it_is_over(string edition, string rule)
    {
        await using var line = await TimeLine.BeginInAsync(edition);
        var agents = new[] { "Ana", "Ben", "Eve" }.Select(name => line.Stage.Billing.Has(name, idle: Minutes(1))).ToList();
        var words = rule.Split(' ');
        await line.MakeAsync($"alert when {words[0]} skill 3 {words[1]} {words[2]}");

        await line.At(1).Nothing();
        foreach (var agent in agents) Beyond(agent);
        line.Stage.Billing.HasCallsWaiting(Minutes(11), Minutes(12), Minutes(13));
        await line.At(3).Heard("Billing");
        await line.At(5).Nothing();
        foreach (var agent in agents) agent.Is(idle: Minutes(1));
        line.Stage.Billing.IsEmpty();
        await line.At(6).Replied("is over");
        await line.At(8).Nothing();

        SimulatedAgent Beyond(SimulatedAgent agent) => words[0] switch
        {
            "waiting" or "wait-time" => agent.Is(waiting: Minutes(12)),
            "resting" or "rest-overrun" => agent.Is(resting: Minutes(30), asked: Minutes(10)),
            "approved" => agent.Is(approved: Minutes(1)),
            "talk-time" => agent.Is(talking: Minutes(12)),
            "wrapup-time" => agent.Is(wrapup: Minutes(12)),
            _ => agent.Is(busy: Minutes(12)),
        };
    }

    [Fact]
    public async Task Whoever_has_it_has_it_after_a_restart_for_as_long_as_was_said()
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(0).Waiting(12).Heard("12");
        await line.At(2).Takes("Li Na").Nothing();

        await line.RestartAsync(Minutes(2));

        await line.At(11).Nothing().Shows("Li Na has it");
        await line.At(12.3).Replied("Li Na");
        await line.At(13).Takes("Wang").Nothing().Shows("Wang has it");
        await line.At(22).Nothing();
        await line.At(23.3).Replied("Wang");
    }

    [Fact]
    public async Task What_is_snoozed_is_snoozed_after_a_restart()
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(0).Waiting(6).Heard("6");
        await line.At(1).Snoozes(minutes: 15).Waiting(40).Nothing();

        await line.RestartAsync(Minutes(2));

        await line.At(10).Nothing();
        await line.At(16.3).Replied("40");
    }

    [Fact]
    public async Task A_quiet_time_outlives_a_restart_and_is_told_in_one_digest()
    {
        await using var line = await TimeLine.BeginAsync(Rule, "alert when resting skill 3 above 0");
        await line.Desk.QuietAsync(Minutes(10), Deeds.In(TimeLine.Here), Stop);
        line.Stage.Billing.Has("Eve", resting: Minutes(2), asked: Minutes(30));
        await line.At(1).Nothing();
        await line.At(2).Then(() => Enumerable.Range(0, 12).ToList().ForEach(i => line.Stage.Billing.Has($"Agent {i}", waiting: Minutes(2)))).Nothing();

        await line.RestartAsync(Minutes(2));

        await line.At(8).Nothing();
        await line.At(10.2).Heard("12", "Resting 1");
        await line.At(12).Nothing();
    }

    [Fact]
    public async Task Blindness_outlives_a_restart_and_its_end_and_what_got_worse_meanwhile_are_told_once_each()
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(0).Waiting(6).Heard("6");
        await line.At(5).Everything(Failure.BadGateway).Heard("I cannot see Billing");

        await line.RestartAsync(Minutes(2));

        await line.At(20).Nothing();
        await line.At(25).Works().Waiting(30).AfterReadings(6);
        Assert.Equal(2, line.Chatter.NewReplies().Count);
        Assert.Empty(line.Chatter.NewCards());
        Assert.Contains(line.Chatter.NewReplies(), r => r.Contains("30", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_who_take_it_at_the_same_instant_one_has_it_and_everybody_sees_who()
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(0).Waiting(12).Heard("12");

        await Task.WhenAll(new[] { "Li Na", "Wang" }.Select(who => line.Desk.AcknowledgeAsync(1, new("29:" + who, who), Minutes(10), Deeds.In(TimeLine.Here), Stop)));

        await line.At(2).Nothing();
        var incident = Assert.Single(await line.Desk.OpenAsync(TimeLine.Here, Stop));
        Assert.Contains($"{incident.TakenBy!.Name} has it", line.Chatter.LastCard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_speaks_the_conversations_new_language_from_its_next_figures_on()
    {
        await using var line = await TimeLine.BeginAsync(Rule);
        await line.At(0).Waiting(12).Heard("Waiting to rest 12");

        await line.Stage.Supervisor.Services.GetRequiredService<IConversations>().SetLanguageAsync(TimeLine.Here, "zh", Deeds.In(TimeLine.Here), Stop);

        await line.At(2).Nothing().Shows("等待批准休息 12");
        await line.At(3).Waiting(1).Replied("等待批准休息");
    }
}
