using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Removes what is old, a little at a time.</summary>
internal static class OldRows
{
    public static async Task<int> ForgetAsync(SqliteConnection connection, DateTimeOffset before, int most)
    {
        var values = new { before = before.ToUnixTimeMilliseconds(), most };
        var incidents = (await connection.QueryAsync<int>(
            "SELECT number FROM incidents WHERE open = 0 AND ended_at < @before ORDER BY ended_at LIMIT @most", values)).ToList();
        foreach (var incident in incidents) await RemoveAsync(connection, incident);
        // Notices to owners, which are about no incident.
        await connection.ExecuteAsync(
            """
            DELETE FROM posts WHERE id IN
                (SELECT p.id FROM posts p
                 WHERE p.made_at < @before AND p.kind = 'Gone' ORDER BY p.made_at LIMIT @most)
            """,
            values);
        return incidents.Count;
    }

    /// <summary>A digest goes with the last of its incidents.</summary>
    private static Task<int> RemoveAsync(SqliteConnection connection, int incident) => connection.ExecuteAsync(
        """
        DELETE FROM history WHERE incident = @incident;
        DELETE FROM posts WHERE id IN (SELECT post FROM post_incidents WHERE incident = @incident)
            AND NOT EXISTS (SELECT 1 FROM post_incidents l WHERE l.post = posts.id AND l.incident <> @incident);
        DELETE FROM post_incidents WHERE incident = @incident;
        DELETE FROM incidents WHERE number = @incident;
        """,
        new { incident });
}
