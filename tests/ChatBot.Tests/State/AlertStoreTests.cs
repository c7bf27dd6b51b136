using System.Text.Json;
using ChatBot.Alerts;
using static ChatBot.Tests.State.StateFile;

namespace ChatBot.Tests.State;

/// <summary>What IAlertStore promises, in a real file.</summary>
public sealed class AlertStoreTests : IDisposable
{
    private readonly StateFile _file = new();

    [Fact]
    public async Task A_rule_is_kept_whole_over_a_restart_and_changed_and_deleted()
    {
        var rule = Rule() with
        {
            Hold = TimeSpan.FromMinutes(2),
            Repeat = TimeSpan.FromMinutes(30),
            Severity = Severity.Critical,
            Active = new(new(22, 0), new(6, 0), [DayOfWeek.Monday, DayOfWeek.Saturday]),
            Mentions = [new("29:1", "王伟")],
            Shipped = "night",
            MadeBy = new("29:2", "Ann"),
            Language = "zh",
        };
        var added = await _file.Start().Alerts.AddAsync(rule, Deeds.Any, Stop);
        var alerts = _file.Restart().Alerts;

        Assert.Equal(1, added.Number);
        Assert.Equivalent(added, await alerts.FindRuleAsync("c", 1, Stop), strict: true);
        Assert.Null(await alerts.FindRuleAsync("other", 1, Stop));

        Assert.True(await alerts.ChangeAsync(added with { Paused = true, Limit = 9 }, Deeds.Any, Stop));
        Assert.Equal(9, Assert.Single(await alerts.RulesOfAsync("c", Stop)).Limit);
        Assert.False(await alerts.DeleteAsync("other", 1, Deeds.Any, Stop));
        Assert.True(await alerts.DeleteAsync("c", 1, Deeds.Any, Stop));
        Assert.False(await alerts.DeleteAsync("c", 1, Deeds.Any, Stop));
        Assert.False(await alerts.ChangeAsync(added, Deeds.Any, Stop));
        Assert.Empty(await alerts.VdnsWithRulesAsync(Stop));
        // A number that was deleted is not given again.
        Assert.Equal(2, (await alerts.AddAsync(rule, Deeds.Any, Stop)).Number);
    }

    [Fact]
    public async Task Rules_are_found_by_vdn_and_by_conversation()
    {
        var alerts = _file.Start().Alerts;
        await alerts.AddAsync(Rule("a", 2), Deeds.Any, Stop);
        await alerts.AddAsync(Rule("b", 1), Deeds.Any, Stop);
        await alerts.AddAsync(Rule("a", 1), Deeds.Any, Stop);

        Assert.Equal([1, 2], await alerts.VdnsWithRulesAsync(Stop));
        Assert.Equal([2, 3], (await alerts.RulesOfVdnAsync(1, Stop)).Select(r => r.Number));
        Assert.Equal([1, 3], (await alerts.RulesOfAsync("a", Stop)).Select(r => r.Number));
    }

    [Fact]
    public async Task An_incident_is_kept_whole_but_for_everybody_signed_in()
    {
        var raised = await _file.Start().RaiseAsync();
        var alerts = _file.Restart().Alerts;

        Assert.Equal(1, raised.Number);
        var back = await alerts.FindIncidentAsync("c", 1, Stop);
        Assert.Equivalent(raised with { Last = raised.Last with { SignedIn = null } }, back, strict: true);
        Assert.Null(await alerts.FindIncidentAsync("other", 1, Stop));
        Assert.Equal(1, Assert.Single(await alerts.IncidentsOfVdnAsync(1, Noon, Stop)).Number);
        Assert.Empty(await alerts.IncidentsOfVdnAsync(2, Noon, Stop));
        var line = Assert.Single(await alerts.HistoryAsync(1, Stop));
        Assert.Equal(Line(), line);
    }

    [Fact]
    public async Task A_change_that_was_read_too_early_leaves_nothing()
    {
        var stores = _file.Start();
        var raised = await stores.RaiseAsync();
        var next = raised with { Version = 2, TakenBy = new("29:1", "Ann") };
        Assert.NotNull(await stores.ChangeAsync(new(next, [Line(VerdictKind.Worse)], [Card()])));

        Assert.Null(await stores.ChangeAsync(new(raised with { Version = 2 }, [Line(VerdictKind.Resolve)], [Card()])));

        Assert.Equal("Ann", (await stores.Alerts.FindIncidentAsync("c", 1, Stop))!.TakenBy!.Name);
        Assert.Equal([VerdictKind.Raise, VerdictKind.Worse], (await stores.Alerts.HistoryAsync(1, Stop)).Select(h => h.Kind));
        Assert.Equal(2, (await stores.OutboxAsync()).ToSend.Count);
    }

    [Fact]
    public async Task One_of_many_changes_may_lose_and_the_others_are_kept()
    {
        var stores = _file.Start();
        var raised = await stores.RaiseAsync();
        var other = await stores.Alerts.AddAsync(Rule(), Deeds.Any, Stop);

        var stored = await stores.Alerts.SaveAsync(
            [
                new(Incident(raised.Rule!), [Line()], [Card()]),
                new(Incident(other), [Line()], [Card()]),
                new(raised with { Version = 5 }, [Line()], [Card()]),
                new(raised with { Version = 2, EndedAt = Noon, Ending = ChatBot.Alerts.Ending.Recovered }, [], []),
            ],
            Stop);

        Assert.Equal([null, 2, null, 1], stored.Select(i => i?.Number));
        Assert.Equal(2, (await stores.OutboxAsync()).ToSend.Count);
        // Its key is free again.
        Assert.Equal(3, (await stores.ChangeAsync(new(Incident(raised.Rule!), [], [])))!.Number);
        Assert.Equal([3, 2], (await stores.Alerts.OpenOfAsync("c", Stop)).Select(i => i.Number));
        // And the old one cannot be opened beside it.
        Assert.Null(await stores.ChangeAsync(new(raised with { Version = 3 }, [], [])));
    }

    [Fact]
    public async Task A_rule_that_is_gone_opens_no_incident()
    {
        var stores = _file.Start();
        var rule = await stores.Alerts.AddAsync(Rule(), Deeds.Any, Stop);
        await stores.Alerts.DeleteAsync("c", rule.Number, Deeds.Any, Stop);

        Assert.Null(await stores.ChangeAsync(new(Incident(rule), [Line()], [Card()])));
        Assert.Empty((await stores.OutboxAsync()).ToSend);
    }

    [Fact]
    public async Task Of_fifty_at_once_one_wins_each_version()
    {
        Stores[] processes = [_file.Start(), _file.Start()];
        var rule = await processes[0].Alerts.AddAsync(Rule(), Deeds.Any, Stop);
        for (var version = 1; version <= 5; version++)
        {
            var before = version == 1 ? Incident(rule) : (await processes[0].Alerts.FindIncidentAsync("c", 1, Stop))!;
            var won = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
                () => processes[i % 2].ChangeAsync(new(before with { Version = version, Reopened = i }, [Line()], [Card()])), Stop)));

            var winner = Assert.Single(won, i => i is not null)!;
            Assert.Equal(winner.Reopened, (await processes[1].Alerts.FindIncidentAsync("c", 1, Stop))!.Reopened);
            Assert.Equal(version, (await processes[0].Alerts.HistoryAsync(1, Stop)).Count);
            Assert.Equal(version, (await processes[0].OutboxAsync()).ToSend.Count);
        }
    }

    public void Dispose() => _file.Dispose();
}
