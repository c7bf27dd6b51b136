using ChatBot.State;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests.State;

/// <summary>A database that cannot be used says which setting, what is wrong, and the mend.</summary>
public sealed class UnusableDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatbot-state-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "chatbot.db");

    private async Task<string> FailAsync(string file)
    {
        using var database = new Database(Options.Create(new StateSettings { ConnectionString = $"Data Source={file};Pooling=False" }), new FakeTimeProvider());
        var failure = await Assert.ThrowsAsync<StateException>(() => database.OpenAsync(Stop));
        var check = await new StateCheck(database, new SqliteConversations(database, new(new FakeTimeProvider()), new FakeTimeProvider())).RunAsync(Stop);
        Assert.False(check.Ok);
        Assert.Contains("State:ConnectionString", check.Mend);
        Assert.StartsWith("State:ConnectionString: ", failure.Message, StringComparison.Ordinal);
        return failure.Message;
    }

    [Fact]
    public async Task A_damaged_file()
    {
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("this is no database ", 500)), Stop);

        Assert.Contains($"{File} is damaged or not a SQLite database", await FailAsync(File));
    }

    [Fact]
    public async Task A_newer_schema()
    {
        await using (var newer = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await newer.OpenAsync(Stop);
            await newer.ExecuteAsync("CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)");
            await newer.ExecuteAsync("INSERT INTO schema_version VALUES (99, 0)");
        }

        var message = await FailAsync(File);
        Assert.Contains("newer version of the bot (schema 99", message);
        Assert.EndsWith("Run the newer version, or name another file.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made()
    {
        await System.IO.File.WriteAllTextAsync(File, "", Stop);

        Assert.Contains("cannot be made", await FailAsync(Path.Combine(File, "below-a-file", "chatbot.db")));
    }

    [Fact]
    public async Task A_folder_where_the_file_should_be()
    {
        Directory.CreateDirectory(File);

        Assert.Contains("cannot be opened", await FailAsync(File));
    }

    [Fact]
    public async Task A_file_that_may_only_be_read()
    {
        await using (var empty = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await empty.OpenAsync(Stop);
            await empty.ExecuteAsync("CREATE TABLE other (a INTEGER)");
        }

        // Rights do not bind root, where tests may run; this mode binds everybody.
        Assert.Contains("cannot be written", await FailAsync($"{File};Mode=ReadOnly"));
    }

    [Fact]
    public async Task A_file_that_another_program_holds()
    {
        await using var holder = new SqliteConnection($"Data Source={File};Pooling=False");
        await holder.OpenAsync(Stop);
        await using var lasting = holder.BeginTransaction();
        await holder.ExecuteAsync("CREATE TABLE other (a INTEGER)", transaction: lasting);

        Assert.Contains("is locked by another program", await FailAsync($"{File};Default Timeout=1"));
    }

    [Fact]
    public async Task A_damaged_file_stops_the_start()
    {
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("this is no database ", 500)), Stop);

        await Assert.ThrowsAsync<StateException>(() => Supervisor.StartAsync(null, $"State:ConnectionString=Data Source={File}"));
    }

    [Theory]
    [InlineData("Host=db;Username=bot", "is not a SQLite connection string")]
    [InlineData("", "names no file")]
    [InlineData("Data Source=:memory:", "names a database in memory")]
    [InlineData("Data Source=x;Mode=Memory", "names a database in memory")]
    public void A_connection_string_that_names_no_file(string connectionString, string fault)
    {
        var result = new StateSettings.Validation().Validate(null, new StateSettings { ConnectionString = connectionString });

        Assert.StartsWith("State:ConnectionString " + fault, result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("Data Source=data/chatbot.db", result.FailureMessage);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
