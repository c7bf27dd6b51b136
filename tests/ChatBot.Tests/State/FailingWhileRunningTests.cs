using ChatBot.State;
using Dapper;
using Microsoft.Data.Sqlite;
using static ChatBot.Tests.State.StateFile;

namespace ChatBot.Tests.State;

/// <summary>What goes wrong with the file while the bot runs is said clearly, and the next call works when it is over.</summary>
public sealed class FailingWhileRunningTests : IDisposable
{
    private readonly StateFile _file = new();

    private static async Task<string> FailAsync(Func<Task> call) => (await Assert.ThrowsAsync<StateException>(call)).Message;

    [Fact]
    public async Task A_full_disk()
    {
        var stores = _file.Start();
        var incident = await stores.RaiseAsync();
        // The limit stays with the connection, which the next calls get from the pool.
        await LimitAsync("PRAGMA page_count");
        var large = Incident(incident.Rule!) with { Number = 1, Version = 2, Trend = [.. Enumerable.Range(0, 30_000)] };

        Assert.Contains("the disk of", await FailAsync(() => stores.ChangeAsync(new(large, [Line()], [Card()]))));
        Assert.Contains("Free some space", await FailAsync(() => stores.ChangeAsync(new(large, [Line()], [Card()]))));
        Assert.Equal(1, (await stores.Alerts.FindIncidentAsync("c", 1, Stop))!.Version);
        Assert.Single(await stores.Alerts.HistoryAsync(1, Stop));

        await LimitAsync("SELECT 1000000");
        Assert.NotNull(await stores.ChangeAsync(new(large, [Line()], [Card()])));
        Assert.Equal(2, (await stores.OutboxAsync()).ToSend.Count);

        async Task LimitAsync(string pages)
        {
            await using var connection = await stores.Database.OpenAsync(Stop);
            var most = await connection.ExecuteScalarAsync<long>(pages);
            await connection.ExecuteAsync($"PRAGMA max_page_count = {most}");
        }
    }

    [Fact]
    public async Task Another_program_that_holds_the_lock_keeps_nobody_from_reading()
    {
        var stores = _file.Start(";Default Timeout=1");
        var incident = await stores.RaiseAsync();
        await using (SqliteConnection holder = new($"Data Source={_file.Path};Pooling=False"))
        {
            await holder.OpenAsync(Stop);
            await using var lasting = holder.BeginTransaction();

            Assert.Contains("is locked by another program", await FailAsync(() => stores.ChangeAsync(new(incident with { Version = 2 }, [], []))));
            Assert.Equal(1, (await stores.Alerts.FindIncidentAsync("c", 1, Stop))!.Version);
            Assert.Single((await stores.OutboxAsync()).ToSend);
        }

        Assert.NotNull(await stores.ChangeAsync(new(incident with { Version = 2 }, [], [])));
    }

    [Fact]
    public async Task Nobody_waits_for_his_turn_to_write_for_ever()
    {
        var stores = _file.Start();
        TaskCompletionSource<int> disk = new();
        var slow = stores.Database.WriteAsync(_ => disk.Task, Stop);
        var waiting = FailAsync(() => stores.Posts.SetQuietAsync("c", Noon, null, Stop));

        _file.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Contains("is too slow or locked by another program", await waiting);
        disk.SetResult(1);
        Assert.Equal(1, await slow);
        await stores.Posts.SetQuietAsync("c", Noon, null, Stop);
    }

    [Fact]
    public async Task A_file_that_was_damaged_until_the_copy_is_put_back()
    {
        var stores = _file.Start();
        await stores.RaiseAsync();
        SqliteConnection.ClearAllPools();
        var copy = await File.ReadAllBytesAsync(_file.Path, Stop);
        await File.WriteAllTextAsync(_file.Path, string.Concat(Enumerable.Repeat("this is no database ", 5000)), Stop);

        Assert.Contains("is damaged or not a SQLite database", await FailAsync(() => stores.Alerts.RulesOfAsync("c", Stop)));
        Assert.Contains("is damaged or not a SQLite database", await FailAsync(() => stores.RaiseAsync()));

        await File.WriteAllBytesAsync(_file.Path, copy, Stop);
        Assert.Single(await stores.Alerts.RulesOfAsync("c", Stop));
        Assert.Equal(2, (await stores.RaiseAsync()).Number);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read()
    {
        var stores = _file.Start();
        await stores.RaiseAsync();
        await _file.AskAsync<long>("UPDATE rules SET data = '{\"Metric\":\"Blue\"}' RETURNING number");

        Assert.Contains("holds a row that cannot be read", await FailAsync(() => stores.Alerts.RulesOfAsync("c", Stop)));
        Assert.Single(await stores.Alerts.OpenOfAsync("c", Stop));
    }

    [Fact]
    public async Task A_file_that_was_deleted_is_said_once_and_made_anew()
    {
        var stores = _file.Start();
        await stores.RaiseAsync();
        File.Delete(_file.Path);

        Assert.Contains("was deleted or moved while the bot was running", await FailAsync(() => stores.RaiseAsync()));

        Assert.Equal(1, (await stores.RaiseAsync()).Number);
        Assert.Equal(1, await _file.AskAsync<long>("SELECT COUNT(*) FROM incidents"));
    }

    [Fact]
    public async Task A_file_that_may_no_longer_be_written()
    {
        var stores = _file.Start();
        var incident = await stores.RaiseAsync();
        // As rights taken away show: those do not bind root, where tests may run.
        await using (var connection = await stores.Database.OpenAsync(Stop)) await connection.ExecuteAsync("PRAGMA query_only = 1");

        Assert.Contains("cannot be written", await FailAsync(() => stores.ChangeAsync(new(incident with { Version = 2 }, [], []))));
        Assert.NotNull(await stores.ChangeAsync(new(incident with { Version = 2 }, [], [])));
    }

    [Fact]
    public async Task Every_commit_is_on_the_disk_when_it_returns()
    {
        await using var connection = await _file.Start().Database.OpenAsync(Stop);

        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode"));
        Assert.Equal(2, await connection.ExecuteScalarAsync<int>("PRAGMA synchronous"));
    }

    public void Dispose() => _file.Dispose();
}
