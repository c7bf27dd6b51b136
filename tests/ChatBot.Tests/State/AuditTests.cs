using ChatBot.Alerts;
using ChatBot.State;
using static ChatBot.Tests.State.StateFile;

namespace ChatBot.Tests.State;

/// <summary>A change and its line in the audit are one: both are stored, or neither is.</summary>
public sealed class AuditTests : IDisposable
{
    private static readonly Person Ann = new("29:ann", "Ann");

    private readonly StateFile _file = new();

    [Fact]
    public async Task Every_change_of_a_rule_is_a_line_with_what_it_was_and_is()
    {
        var stores = _file.Start();
        var made = await stores.Alerts.AddAsync(Rule(), By("alert when waiting skill 3 vdn 1 above 5"), Stop);
        await stores.Alerts.ChangeAsync(made with { Limit = 9 }, By("edit alert 1"), Stop);
        await stores.Alerts.DeleteAsync("c", 1, By("delete alert 1"), Stop);

        var (newest, all) = await _file.Restart().Alerts.DeedsAsync("c", 10, Stop);

        Assert.Equal(3, all);
        Assert.Equal(["delete alert 1", "edit alert 1", "alert when waiting skill 3 vdn 1 above 5"], newest.Select(d => d.What));
        Assert.Equal([(9, null), (5, 9), (null, 5)], newest.Select(d => (d.Before?.Limit, d.After?.Limit)));
        Assert.All(newest, d => Assert.Equal((Noon, "c", Ann), (d.At, d.Conversation, d.By)));
        Assert.Equal((0, 2), ((await stores.Alerts.DeedsAsync("other", 10, Stop)).All, (await stores.Alerts.DeedsAsync("c", 2, Stop)).Newest.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_incident_ends_with_its_rule_in_one_transaction_by_whoever_ended_it(bool deleted)
    {
        var stores = _file.Start();
        var rule = (await stores.RaiseAsync()).Rule!;

        var did = By(deleted ? "delete alert 1" : "pause alert 1");
        Assert.True(deleted ? await stores.Alerts.DeleteAsync("c", 1, did, Stop) : await stores.Alerts.ChangeAsync(rule with { Paused = true }, did, Stop));

        Assert.Equal(ChatBot.Alerts.Ending.RuleWithdrawn, (await stores.Alerts.FindIncidentAsync("c", 1, Stop))!.Ending);
        var line = (await stores.Alerts.HistoryAsync(1, Stop))[^1];
        Assert.Equal(("withdraw", Ann), (line.Did, line.By));
        var (newest, _) = await stores.Alerts.DeedsAsync("c", 2, Stop);
        Assert.Equal([(did.What, 1), (did.What, null)], newest.Select(d => (d.What, d.Incident)));
    }

    [Fact]
    public async Task What_came_to_nothing_leaves_no_line()
    {
        var stores = _file.Start();
        var raised = await stores.RaiseAsync();
        await stores.Conversations.SetScopeAsync("c", 1, 3, By("use skill 3"), Stop);
        await stores.Conversations.SetLanguageAsync("c", null, By("language auto"), Stop);
        var before = await CountAsync();

        await stores.Alerts.ChangeAsync(raised.Rule!, By("resume alert 1"), Stop);
        Assert.False(await stores.Alerts.ChangeAsync(raised.Rule! with { Number = 9, Limit = 2 }, By("edit alert 9"), Stop));
        Assert.False(await stores.Alerts.DeleteAsync("other", 1, By("delete alert 1"), Stop));
        Assert.Null(await stores.ChangeAsync(new(raised with { Version = 7 }, [], [], By("ack 1"))));
        await stores.Conversations.SetScopeAsync("c", 1, 3, By("use skill 3"), Stop);
        await stores.Conversations.SetLanguageAsync("c", null, By("language auto"), Stop);

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_change_whose_line_cannot_be_written_is_not_taken_either()
    {
        var stores = _file.Start();
        var raised = await stores.RaiseAsync();
        await _file.AskAsync<long>("CREATE TRIGGER none BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no audit'); END");
        var before = await AllAsync();

        foreach (var change in (Func<Task>[])
        [
            () => stores.Alerts.AddAsync(Rule(), By("alert when waiting above 5"), Stop),
            () => stores.Alerts.ChangeAsync(raised.Rule! with { Paused = true }, By("pause alert 1"), Stop),
            () => stores.Alerts.DeleteAsync("c", 1, By("delete alert 1"), Stop),
            () => stores.ChangeAsync(new(raised with { Version = 2, TakenBy = Ann }, [Line()], [], By("ack 1"))),
            () => stores.Posts.SetQuietAsync("c", Noon, By("quiet 30m"), Stop),
            () => stores.Conversations.SetScopeAsync("c", 2, null, By("use vdn 2"), Stop),
            () => stores.Conversations.SetLanguageAsync("c", "zh", By("language zh"), Stop),
            () => stores.Alerts.ForgetPersonAsync(Ann, By("forget me"), Stop),
        ])
            Assert.Contains("no audit", (await Assert.ThrowsAsync<StateException>(change)).Message, StringComparison.Ordinal);

        Assert.Equal(before, await AllAsync());
    }

    [Fact]
    public async Task Lines_go_when_they_are_old_a_few_at_a_time()
    {
        var stores = _file.Start();
        for (var i = 0; i < 5; i++) await stores.Posts.SetQuietAsync("c", Noon, By("quiet 30m") with { At = Noon.AddDays(i) }, Stop);

        Assert.Equal(2, await stores.Alerts.ForgetDeedsAsync(Noon.AddDays(3), 2, Stop));
        Assert.Equal(1, await stores.Alerts.ForgetDeedsAsync(Noon.AddDays(3), 2, Stop));

        Assert.Equal([Noon.AddDays(4), Noon.AddDays(3)], (await stores.Alerts.DeedsAsync("c", 9, Stop)).Newest.Select(d => d.At));
    }

    [Fact]
    public async Task Rules_that_end_with_their_conversation_were_ended_by_nobody_and_their_lines_stay()
    {
        var stores = _file.Start();
        await stores.RaiseAsync();

        await stores.Conversations.ForgetAsync("c", Stop);

        var last = (await stores.Alerts.DeedsAsync("c", 1, Stop)).Newest[0];
        Assert.Equal(("delete alert 1", null, 5), (last.What, last.By, last.Before?.Limit));
    }

    /// <summary>Only what the database will never take is dropped, and only that.</summary>
    [Fact]
    public async Task A_decision_that_the_database_refuses_for_good_keeps_no_other_waiting()
    {
        var stores = _file.Start();
        var (one, other) = (await stores.RaiseAsync(), await stores.RaiseAsync());
        await _file.AskAsync<long>("CREATE TRIGGER none BEFORE UPDATE ON incidents WHEN NEW.number = 1 BEGIN SELECT RAISE(ABORT, 'never'); END");

        var stored = await stores.Alerts.SaveAsync([new(one with { Version = 2 }, [Line()], [Card()]), new(other with { Version = 2 }, [Line()], [])], Stop);

        Assert.Equal([null, 2], stored.Select(i => i?.Version));
        Assert.Equal((1, 2), ((await stores.Alerts.FindIncidentAsync("c", 1, Stop))!.Version, (await stores.Alerts.FindIncidentAsync("c", 2, Stop))!.Version));
        Assert.Equal((1, 2), ((await stores.Alerts.HistoryAsync(1, Stop)).Count, (await stores.OutboxAsync()).ToSend.Count));
    }

    private static Deed By(string what) => new(Noon, "c", Ann, what);

    private Task<long> CountAsync() => _file.AskAsync<long>("SELECT COUNT(*) FROM audit");

    private Task<string> AllAsync() => _file.AskAsync<string>(
        """
        SELECT (SELECT group_concat(data) FROM rules) || (SELECT group_concat(data) FROM incidents) || (SELECT group_concat(data) FROM history)
            || (SELECT COUNT(*) FROM conversations) || (SELECT group_concat(name || last) FROM numbers)
        """);

    public void Dispose() => _file.Dispose();
}
