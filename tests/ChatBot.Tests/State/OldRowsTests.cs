using ChatBot.Alerts;
using ChatBot.State;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using static ChatBot.Tests.State.StateFile;

namespace ChatBot.Tests.State;

/// <summary>What goes with time, and what stays from older versions.</summary>
public sealed class OldRowsTests : IDisposable
{
    private readonly StateFile _file = new();

    private static Change End(Incident incident, DateTimeOffset at) => new(
        incident with { Version = incident.Version + 1, EndedAt = at, Ending = ChatBot.Alerts.Ending.Recovered }, [Line(VerdictKind.Resolve)], []);

    [Fact]
    public async Task What_ended_before_goes_in_steps_with_its_history_and_posts()
    {
        var stores = _file.Start();
        var incidents = new List<Incident>();
        for (var i = 0; i < 4; i++) incidents.Add(await stores.RaiseAsync());
        // 1 and 3 share a digest, which goes with the last of them.
        await stores.SaveAsync(new Post { Conversation = "c", Kind = PostKind.Digest, Incidents = [1, 3], MadeAt = Noon });
        await stores.ChangeAsync(End(incidents[0], Noon));
        await stores.ChangeAsync(End(incidents[1], Noon.AddHours(1)));
        await stores.ChangeAsync(End(incidents[2], Noon.AddHours(3)));

        Assert.Equal(1, await stores.Alerts.ForgetAsync(Noon.AddHours(2), 1, Stop));
        Assert.Equal(1, await stores.Alerts.ForgetAsync(Noon.AddHours(2), 10, Stop));
        Assert.Equal(0, await stores.Alerts.ForgetAsync(Noon.AddHours(2), 10, Stop));

        Assert.Null(await stores.Alerts.FindIncidentAsync("c", 2, Stop));
        Assert.Empty(await stores.Alerts.HistoryAsync(2, Stop));
        Assert.Equal([3, 4], (await stores.Alerts.IncidentsOfVdnAsync(1, Noon, Stop)).Select(i => i.Number));
        Assert.Equal([3L, 4, 5], (await stores.OutboxAsync()).ToSend.Select(p => p.Id));

        Assert.Equal(1, await stores.Alerts.ForgetAsync(Noon.AddHours(4), 10, Stop));
        Assert.Equal([4L], (await stores.OutboxAsync()).ToSend.Select(p => p.Id));
        // None of their numbers is given again.
        await stores.ChangeAsync(End(incidents[3], Noon));
        await stores.Alerts.ForgetAsync(Noon.AddHours(4), 10, Stop);
        Assert.Equal(5, (await stores.RaiseAsync()).Number);
        Assert.Equal(6, Assert.Single((await stores.OutboxAsync()).ToSend).Id);
    }

    [Fact]
    public async Task The_sweep_removes_all_that_is_older_than_the_days_to_keep()
    {
        var stores = _file.Start();
        for (var i = 0; i < OldRows.Step + 10; i++) await stores.ChangeAsync(End(await stores.RaiseAsync(), Noon.AddDays(-8)));
        await stores.ChangeAsync(End(await stores.RaiseAsync(), Noon.AddDays(-6)));
        TaskCompletionSource swept = new();
        Mock<IAlertStore> alerts = new();
        alerts.Setup(a => a.ForgetAsync(Noon.AddDays(-7), OldRows.Step, It.IsAny<CancellationToken>())).Returns(
            (DateTimeOffset before, int most, CancellationToken stop) => stores.Alerts.ForgetAsync(before, most, stop));
        alerts.Setup(a => a.ForgetDeedsAsync(Noon.AddDays(-30), OldRows.Step, It.IsAny<CancellationToken>())).Callback(swept.SetResult).ReturnsAsync(0);
        alerts.Setup(a => a.Kept).Returns(new Kept(TimeSpan.FromDays(7), TimeSpan.FromDays(30)));
        using Sweep sweep = new(alerts.Object, _file.Time, NullLogger<Sweep>.Instance);

        await sweep.StartAsync(Stop);
        await swept.Task.WaitAsync(Stop);
        await sweep.StopAsync(Stop);

        Assert.Equal(1, await _file.AskAsync<long>("SELECT COUNT(*) FROM incidents"));
    }

    [Fact]
    public async Task A_long_history_keeps_its_beginning_its_decisions_and_its_end()
    {
        var stores = _file.Start();
        var incident = await stores.RaiseAsync();
        for (var i = 2; i <= 400; i++)
        {
            incident = incident with { Version = i };
            var line = Line(i % 100 == 0 ? VerdictKind.Remind : VerdictKind.Stay, i);
            Assert.NotNull(await stores.ChangeAsync(new(incident, [line], [])));
        }

        var history = await stores.Alerts.HistoryAsync(1, Stop);

        Assert.Equal([7, .. Enumerable.Range(2, 19), 100, 200, .. Enumerable.Range(251, 150)], history.Select(h => h.Value ?? 0));
        Assert.Equal(history.Count, await _file.AskAsync<long>("SELECT COUNT(*) FROM history"));
    }

    [Fact]
    public async Task Of_many_decisions_the_first_and_the_newest_are_told()
    {
        var stores = _file.Start();
        var incident = await stores.RaiseAsync();

        await stores.ChangeAsync(new(incident with { Version = 2 }, [.. Enumerable.Range(2, 299).Select(i => Line(VerdictKind.Remind, i))], []));

        Assert.Equal([7, .. Enumerable.Range(2, 19), .. Enumerable.Range(121, 180)], (await stores.Alerts.HistoryAsync(1, Stop)).Select(h => h.Value ?? 0));
    }

    [Fact]
    public async Task A_forgotten_conversation_leaves_nothing_but_what_its_owners_are_told()
    {
        var stores = _file.Start();
        await stores.Conversations.RememberAsync("ann", "{}", "29:ann", null, Stop);
        for (var i = 0; i < OldRows.Step + 5; i++) await stores.RaiseAsync();
        await stores.Alerts.AddAsync(Rule() with { MadeBy = new("29:ann", "Ann") }, Deeds.Any, Stop);

        await stores.Conversations.ForgetAsync("c", Stop);

        Assert.Equal(0, await _file.AskAsync<long>(
            "SELECT (SELECT COUNT(*) FROM rules) + (SELECT COUNT(*) FROM incidents) + (SELECT COUNT(*) FROM history) + (SELECT COUNT(*) FROM post_incidents)"));
        Assert.Equal(1, await _file.AskAsync<long>("SELECT COUNT(*) FROM conversations"));
        Assert.Equal(1, await _file.AskAsync<long>("SELECT COUNT(*) FROM posts"));
        Assert.Single(Assert.Single((await stores.OutboxAsync("ann")).ToSend).Rules);
    }

    [Fact]
    public async Task What_a_row_lacks_has_its_default_and_what_it_has_more_is_left()
    {
        var stores = _file.Start();
        await stores.RaiseAsync();
        await _file.AskAsync<long>("""UPDATE rules SET data = '{"Number":1,"Conversation":"c","Vdn":1,"Colour":{"Dark":"blue"}}' RETURNING 1""");
        await _file.AskAsync<long>(
            """UPDATE incidents SET data = '{"Number":1,"Conversation":"c","Scope":{"Vdn":4},"Known":{"Phase":"Raised"},"Last":{},"Version":1}' RETURNING 1""");

        var rule = Assert.Single(await stores.Alerts.RulesOfVdnAsync(1, Stop));
        Assert.Equal(("en", 0), (rule.Language, rule.Mentions.Count));
        var incident = (await stores.Alerts.FindIncidentAsync("c", 1, Stop))!;
        Assert.Equal((4, null, Phase.Raised, true), (incident.Scope.Vdn, incident.Scope.Skill, incident.Known.Phase, incident.Open));
        Assert.Empty(incident.Trend.Concat(incident.Mutes).Concat(incident.Known.Beyond).Concat(incident.Last.Worst.Select(w => w.Number)));
    }

    [Fact]
    public async Task A_file_of_the_first_version_is_taken_on_with_what_is_in_it()
    {
        await using (SqliteConnection first = new($"Data Source={_file.Path};Pooling=False"))
        {
            await first.OpenAsync(Stop);
            using StreamReader script = new(typeof(Database).Assembly.GetManifestResourceStream("Schema/001-conversations.sql")!);
            await first.ExecuteAsync(await script.ReadToEndAsync(Stop));
            await first.ExecuteAsync(
                """
                CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL);
                INSERT INTO schema_version VALUES (1, 0);
                INSERT INTO conversations VALUES ('a', 2, 3, 'zh', '{"serviceUrl":"s"}', 1, 2);
                """);
        }

        var stores = _file.Start();

        Assert.Equal(new("a", 2, 3, "zh"), await stores.Conversations.GetAsync("a", Stop));
        Assert.Equal("""{"serviceUrl":"s"}""", await stores.Conversations.ReferenceAsync("a", Stop));
        Assert.False(await stores.Conversations.ClaimWelcomeAsync("a", Stop));
        Assert.Equal(1, (await stores.RaiseAsync("a")).Number);
        Assert.Equal(3, await _file.AskAsync<long>("SELECT MAX(version) FROM schema_version"));
    }

    public void Dispose() => _file.Dispose();
}
