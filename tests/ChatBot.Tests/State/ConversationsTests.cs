using ChatBot.Commands;
using ChatBot.State;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests.State;

/// <summary>What is kept, in a real file.</summary>
public sealed class ConversationsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatbot-state-").FullName;
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "deeper", "chatbot.db");

    // Many who write at once wait for each other, on a slow disk for long.
    private string ConnectionString => $"Data Source={File};Default Timeout={Supervisor.Patience.TotalSeconds}";

    private Database Open() => new(Options.Create(new StateSettings { ConnectionString = ConnectionString }), _time);

    /// <summary>Closes the connections to this file, and no other test's.</summary>
    private void ClearPool()
    {
        using var any = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString).ConnectionString);
        SqliteConnection.ClearPool(any);
    }

    private SqliteConversations Conversations(Database database) => new(database, new(_time), _time);

    [Fact]
    public async Task Knows_nothing_of_a_new_conversation()
    {
        using var database = Open();

        Assert.Equal(new Conversation("new"), await Conversations(database).GetAsync("new", Stop));
    }

    [Fact]
    public async Task Keeps_scope_and_language_over_a_restart()
    {
        using (var database = Open())
        {
            await Conversations(database).SetScopeAsync("a:1", 2, 3, Deeds.Any, Stop);
            await Conversations(database).SetLanguageAsync("a:1", "zh", Deeds.Any, Stop);
        }

        ClearPool();
        using var reopened = Open();
        Assert.Equal(new Conversation("a:1", 2, 3, "zh"), await Conversations(reopened).GetAsync("a:1", Stop));
        await Conversations(reopened).SetScopeAsync("a:1", 2, null, Deeds.Any, Stop);
        await Conversations(reopened).SetLanguageAsync("a:1", null, Deeds.Any, Stop);
        Assert.Equal(new Conversation("a:1", 2), await Conversations(reopened).GetAsync("a:1", Stop));
    }

    [Fact]
    public async Task Only_one_of_many_at_once_says_welcome_and_again_after_the_bot_was_removed()
    {
        using var here = Open();
        using var there = Open();
        var claims = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            () => Conversations(i % 2 == 0 ? here : there).ClaimWelcomeAsync("a:1", Stop), Stop)));

        Assert.Single(claims, claimed => claimed);
        Assert.False(await Conversations(here).ClaimWelcomeAsync("a:1", Stop));

        await Conversations(there).SetLanguageAsync("a:1", "zh", Deeds.Any, Stop);
        await Conversations(there).ForgetAsync("a:1", Stop);
        Assert.Equal(new Conversation("a:1"), await Conversations(here).GetAsync("a:1", Stop));
        Assert.True(await Conversations(here).ClaimWelcomeAsync("a:1", Stop));
    }

    [Fact]
    public async Task Two_programs_write_at_once_and_nothing_is_lost()
    {
        using var here = Open();
        using var there = Open();

        await Task.WhenAll(Enumerable.Range(1, 200).Select(i => Task.Run(
            () => Conversations(i % 2 == 0 ? here : there).SetScopeAsync($"c{i}", i, i, Deeds.Any, Stop), Stop)));

        for (var i = 1; i <= 200; i++) Assert.Equal(i, (await Conversations(here).GetAsync($"c{i}", Stop)).Skill);
    }

    [Fact]
    public async Task A_reference_that_is_known_is_not_written_again_for_a_day()
    {
        using var database = Open();
        var conversations = Conversations(database);
        await conversations.RememberAsync("a:1", """{"serviceUrl":"one"}""", null, null, Stop);
        await using var watcher = await database.OpenAsync(Stop);
        // Changes when another connection has written.
        Task<long> Version() => watcher.ExecuteScalarAsync<long>("PRAGMA data_version");
        var before = await Version();

        _time.Advance(TimeSpan.FromHours(23));
        await conversations.RememberAsync("a:1", """{"serviceUrl":"one"}""", null, null, Stop);
        Assert.Equal(before, await Version());

        await conversations.RememberAsync("a:1", """{"serviceUrl":"two"}""", null, null, Stop);
        var changed = await Version();
        Assert.NotEqual(before, changed);
        Assert.Equal("""{"serviceUrl":"two"}""", await watcher.ExecuteScalarAsync<string>("SELECT reference FROM conversations"));

        _time.Advance(TimeSpan.FromHours(25));
        await conversations.RememberAsync("a:1", """{"serviceUrl":"two"}""", null, null, Stop);
        Assert.NotEqual(changed, await Version());
    }

    [Fact]
    public async Task A_turn_after_the_first_reads_nothing_and_what_another_program_wrote_is_seen_within_a_minute()
    {
        using var here = Open();
        using var there = Open();
        var (mine, other) = (Conversations(here), Conversations(there));
        Assert.Null((await mine.GetAsync("a:1", Stop)).Skill);
        Assert.Null(await mine.ReferenceAsync("a:1", Stop));
        await other.SetScopeAsync("a:1", 1, 3, Deeds.Any, Stop);
        Assert.Null((await mine.GetAsync("a:1", Stop)).Skill);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, (await mine.GetAsync("a:1", Stop)).Skill);
        await mine.SetScopeAsync("a:1", 1, 4, Deeds.Any, Stop);
        await mine.RememberAsync("a:1", "{}", null, null, Stop);
        Assert.Equal(4, (await mine.GetAsync("a:1", Stop)).Skill);
        Assert.Equal("{}", await mine.ReferenceAsync("a:1", Stop));
    }

    [Fact]
    public async Task What_is_read_while_another_writes_is_not_remembered()
    {
        SeenConversations seen = new(_time);
        var old = await seen.GetAsync("a", () =>
        {
            seen.Drop("a");
            return Task.FromResult<ConversationRow?>(new() { Skill = 1 });
        });
        Assert.Equal(1, old!.Skill);

        Assert.Equal(2, (await seen.GetAsync("a", () => Task.FromResult<ConversationRow?>(new() { Skill = 2 })))!.Skill);
        Assert.Equal(2, (await seen.GetAsync("a", () => throw new InvalidOperationException("is read again")))!.Skill);
    }

    [Fact]
    public async Task Ten_thousand_conversations_are_kept_apart()
    {
        using var database = Open();
        var conversations = Conversations(database);
        await using (var bulk = await database.OpenAsync(Stop))
        await using (var transaction = bulk.BeginTransaction())
        {
            await bulk.ExecuteAsync(
                "INSERT INTO conversations (id, skill) VALUES (@Id, @Skill)",
                Enumerable.Range(0, 10_000).Select(i => new { Id = $"19:{i}@thread.v2", Skill = i }), transaction);
            await transaction.CommitAsync(Stop);
        }

        await conversations.SetScopeAsync("19:7777@thread.v2", 1, 5, Deeds.Any, Stop);

        Assert.Equal(5, (await conversations.GetAsync("19:7777@thread.v2", Stop)).Skill);
        Assert.Equal(7778, (await conversations.GetAsync("19:7778@thread.v2", Stop)).Skill);
        Assert.Null((await conversations.GetAsync("19:7777@thread.v", Stop)).Skill);
    }

    [Fact]
    public async Task The_check_leaves_nothing_behind()
    {
        using var database = Open();

        var result = await new StateCheck(database, Conversations(database)).RunAsync(Stop);

        Assert.True(result.Ok);
        Assert.Contains(File, result.Detail);
        await using var connection = await database.OpenAsync(Stop);
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM conversations"));
    }

    public void Dispose()
    {
        ClearPool();
        Directory.Delete(_folder, recursive: true);
    }
}
