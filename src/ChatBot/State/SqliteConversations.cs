using ChatBot.Alerts;
using ChatBot.Commands;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Conversations in a table. Every write is one transaction, so that two at once cannot lose each other's work.</summary>
internal sealed class SqliteConversations(Database database, SeenConversations seen, TimeProvider time) : IConversations
{
    private static readonly TimeSpan SeenIsKeptTo = TimeSpan.FromDays(1);

    public async Task<Conversation> GetAsync(string id, CancellationToken stop) =>
        await RowAsync(id, stop) is { } row ? new(id, row.Vdn, row.Skill, row.Language) { IsPersonal = row.Person is not null, EntraId = row.EntraId } : new(id);

    public async Task<string?> ReferenceAsync(string id, CancellationToken stop) => (await RowAsync(id, stop))?.Reference;

    public Task SetScopeAsync(string id, int? vdn, int? skill, Deed deed, CancellationToken stop) => ChangeAsync(
        id,
        deed,
        "vdn IS NOT DISTINCT FROM @vdn AND skill IS NOT DISTINCT FROM @skill",
        """
        INSERT INTO conversations (id, vdn, skill) VALUES (@id, @vdn, @skill)
        ON CONFLICT (id) DO UPDATE SET vdn = excluded.vdn, skill = excluded.skill
        """,
        new { id, vdn, skill }, stop);

    public Task SetLanguageAsync(string id, string? language, Deed deed, CancellationToken stop) => ChangeAsync(
        id,
        deed,
        "language IS NOT DISTINCT FROM @language",
        """
        INSERT INTO conversations (id, language) VALUES (@id, @language)
        ON CONFLICT (id) DO UPDATE SET language = excluded.language
        """,
        new { id, language }, stop);

    public async Task RememberAsync(string id, string referenceJson, string? person, string? team, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        // Each activity comes by here: what is known already costs no write.
        if (await RowAsync(id, stop) is { EndedAt: null, SeenAt: { } seenAt } row
            && now - DateTimeOffset.FromUnixTimeMilliseconds(seenAt) < SeenIsKeptTo
            && row.Reference == referenceJson && row.Person == person && (team is null || row.Team == team)) return;
        await WriteAsync(
            id,
            """
            INSERT INTO conversations (id, reference, person, team, seen_at) VALUES (@id, @referenceJson, @person, @team, @at)
            ON CONFLICT (id) DO UPDATE
            SET reference = excluded.reference, person = excluded.person, team = COALESCE(excluded.team, conversations.team),
                seen_at = excluded.seen_at, ended_at = NULL
            """,
            new { id, referenceJson, person, team, at = now.ToUnixTimeMilliseconds() }, stop);
    }

    public Task<IReadOnlyList<string>> OfTeamAsync(string team, CancellationToken stop) => database.ReadAsync<IReadOnlyList<string>>(
        async connection => [.. await connection.QueryAsync<string>("SELECT id FROM conversations WHERE team = @team ORDER BY id", new { team })],
        stop);

    public async Task<bool> ClaimWelcomeAsync(string id, CancellationToken stop) => await WriteAsync(
        id,
        """
        INSERT INTO conversations (id, welcomed_at) VALUES (@id, @at)
        ON CONFLICT (id) DO UPDATE SET welcomed_at = excluded.welcomed_at WHERE conversations.welcomed_at IS NULL
        """,
        new { id, at = time.GetUtcNow().ToUnixTimeMilliseconds() }, stop) == 1;

    public async Task ForgetAsync(string id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await WriteAsync(
            id,
            async connection =>
            {
                await Ends.EndAsync(connection, id, now);
                return await connection.ExecuteAsync("DELETE FROM conversations WHERE id = @id", new { id });
            },
            stop);
        // In steps, between which others write. What a crash leaves is removed when it is old.
        while (await database.WriteAsync(connection => OldRows.ForgetOfAsync(connection, id, now, OldRows.Step), stop) == OldRows.Step) ;
    }

    private Task<ConversationRow?> RowAsync(string id, CancellationToken stop) => seen.GetAsync(id, () => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<ConversationRow>(
            """
            SELECT vdn, skill, language, reference, person, team, seen_at AS SeenAt, ended_at AS EndedAt
            FROM conversations WHERE id = @id
            """,
            new { id }),
        stop));

    /// <summary>What was so already leaves no line.</summary>
    private Task<int> ChangeAsync(string id, Deed deed, string isSo, string sql, object values, CancellationToken stop) => WriteAsync(
        id,
        async connection =>
        {
            if (await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM conversations WHERE id = @id AND {isSo}", values) == 0)
                await AuditRows.AddAsync(connection, deed);
            return await connection.ExecuteAsync(sql, values);
        },
        stop);

    private Task<int> WriteAsync(string id, string sql, object values, CancellationToken stop) =>
        WriteAsync(id, connection => connection.ExecuteAsync(sql, values), stop);

    private async Task<int> WriteAsync(string id, Func<SqliteConnection, Task<int>> write, CancellationToken stop)
    {
        try
        {
            return await database.WriteAsync(write, stop);
        }
        finally
        {
            seen.Drop(id);
        }
    }
}
