using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Removes what is old, a little at a time.</summary>
internal static class OldRows
{
    /// <summary>Incidents in one transaction: well under a tenth of a second.</summary>
    public const int Step = 50;

    /// <returns>How many incidents were removed.</returns>
    public static async Task<int> ForgetAsync(SqliteConnection connection, DateTimeOffset before, int most)
    {
        var values = new { before = before.ToUnixTimeMilliseconds(), most };
        // Notices to owners are about no incident.
        await connection.ExecuteAsync(
            """
            DELETE FROM posts
            WHERE id IN (SELECT id FROM posts WHERE made_at < @before AND kind = 'Gone' ORDER BY made_at LIMIT @most)
            """,
            values);
        return await RemoveAsync(connection, await connection.QueryAsync<int>(
            "SELECT number FROM incidents WHERE open = 0 AND ended_at < @before ORDER BY ended_at LIMIT @most", values));
    }

    /// <summary>The same for all that one conversation had until now.</summary>
    public static async Task<int> ForgetOfAsync(SqliteConnection connection, string conversation, DateTimeOffset now, int most)
    {
        var values = new { conversation, now = now.ToUnixTimeMilliseconds(), most };
        await connection.ExecuteAsync("DELETE FROM posts WHERE conversation = @conversation AND kind = 'Gone'", values);
        return await RemoveAsync(connection, await connection.QueryAsync<int>(
            "SELECT number FROM incidents WHERE conversation = @conversation AND open = 0 AND ended_at <= @now LIMIT @most", values));
    }

    private static async Task<int> RemoveAsync(SqliteConnection connection, IEnumerable<int> incidents)
    {
        var count = 0;
        foreach (var incident in incidents)
        {
            // A digest goes with the last of its incidents.
            await connection.ExecuteAsync(
                """
                DELETE FROM history WHERE incident = @incident;
                DELETE FROM posts
                WHERE id IN (SELECT post FROM post_incidents WHERE incident = @incident)
                  AND NOT EXISTS (SELECT 1 FROM post_incidents l WHERE l.post = posts.id AND l.incident <> @incident);
                DELETE FROM post_incidents WHERE incident = @incident;
                DELETE FROM incidents WHERE number = @incident;
                """,
                new { incident });
            count++;
        }

        return count;
    }
}
