using ChatBot.Commands;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Conversations in a table. Every write is one statement, so that two at once cannot lose each other's work.</summary>
internal sealed class SqliteConversations(Database database, TimeProvider time) : IConversations
{
    private static readonly TimeSpan SeenIsKeptTo = TimeSpan.FromDays(1);

    public Task<Conversation> GetAsync(string id, CancellationToken stop) => WithAsync(
        async connection =>
        {
            var row = await connection.QuerySingleOrDefaultAsync<ScopeRow>(
                "SELECT vdn, skill, language FROM conversations WHERE id = @id", new { id });
            return row is null ? new Conversation(id) : new Conversation(id, row.Vdn, row.Skill, row.Language);
        },
        stop);

    public Task SetScopeAsync(string id, int? vdn, int? skill, CancellationToken stop) => ExecuteAsync(
        """
        INSERT INTO conversations (id, vdn, skill) VALUES (@id, @vdn, @skill)
        ON CONFLICT (id) DO UPDATE SET vdn = excluded.vdn, skill = excluded.skill
        """,
        new { id, vdn, skill }, stop);

    public Task SetLanguageAsync(string id, string? language, CancellationToken stop) => ExecuteAsync(
        """
        INSERT INTO conversations (id, language) VALUES (@id, @language)
        ON CONFLICT (id) DO UPDATE SET language = excluded.language
        """,
        new { id, language }, stop);

    public Task RememberAsync(string id, string referenceJson, CancellationToken stop) => WithAsync(
        async connection =>
        {
            var now = time.GetUtcNow();
            var row = await connection.QuerySingleOrDefaultAsync<ReferenceRow>(
                "SELECT reference, seen_at AS SeenAt FROM conversations WHERE id = @id", new { id });
            // Each activity comes by here: what is known already costs a read and no write.
            var isFresh = row?.SeenAt is { } seen && now - DateTimeOffset.FromUnixTimeMilliseconds(seen) < SeenIsKeptTo;
            if (isFresh && row!.Reference == referenceJson) return 0;
            return await connection.ExecuteAsync(
                """
                INSERT INTO conversations (id, reference, seen_at) VALUES (@id, @referenceJson, @at)
                ON CONFLICT (id) DO UPDATE SET reference = excluded.reference, seen_at = excluded.seen_at
                """,
                new { id, referenceJson, at = now.ToUnixTimeMilliseconds() });
        },
        stop);

    public Task<bool> ClaimWelcomeAsync(string id, CancellationToken stop) => WithAsync(
        async connection => await connection.ExecuteAsync(
            """
            INSERT INTO conversations (id, welcomed_at) VALUES (@id, @at)
            ON CONFLICT (id) DO UPDATE SET welcomed_at = excluded.welcomed_at WHERE conversations.welcomed_at IS NULL
            """,
            new { id, at = time.GetUtcNow().ToUnixTimeMilliseconds() }) == 1,
        stop);

    public Task ForgetAsync(string id, CancellationToken stop) =>
        ExecuteAsync("DELETE FROM conversations WHERE id = @id", new { id }, stop);

    private Task<int> ExecuteAsync(string sql, object values, CancellationToken stop) =>
        WithAsync(connection => connection.ExecuteAsync(sql, values), stop);

    private async Task<T> WithAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken stop)
    {
        await using var connection = await database.OpenAsync(stop);
        try
        {
            return await work(connection);
        }
        catch (SqliteException e)
        {
            throw StateException.From(e, database.File);
        }
    }

    // Properties, not constructors: each database has its own width of integers, and only properties are converted.
    private sealed record ScopeRow
    {
        public int? Vdn { get; init; }
        public int? Skill { get; init; }
        public string? Language { get; init; }
    }

    private sealed record ReferenceRow
    {
        public string? Reference { get; init; }
        public long? SeenAt { get; init; }
    }
}
