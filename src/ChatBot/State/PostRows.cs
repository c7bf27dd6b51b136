using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Writes posts, and keeps which of them are live: to be sent, or standing in the chat (or perhaps) with an incident that
/// is open or that they do not show as it is.</summary>
internal static class PostRows
{
    // A message that was deleted in the chat (sent, without an id) cannot show the end.
    private const string Live =
        """
        CASE WHEN status IN ('Waiting', 'Sending') THEN 1
             WHEN status NOT IN ('Sent', 'Unknown') OR kind NOT IN ('Card', 'Digest') THEN 0
             WHEN EXISTS (SELECT 1 FROM post_incidents l JOIN incidents i ON i.number = l.incident
                          WHERE l.post = posts.id AND i.open = 1) THEN 1
             WHEN (message_id IS NOT NULL OR status = 'Unknown')
                  AND shows_version < (SELECT COALESCE(SUM(i.version), 0) FROM post_incidents l JOIN incidents i ON i.number = l.incident
                                       WHERE l.post = posts.id) THEN 1
             ELSE 0 END
        """;

    public static async Task<Post> AddAsync(SqliteConnection connection, Post post)
    {
        var added = post with { Id = await Numbers.NextAsync(connection, "post") };
        await connection.ExecuteAsync(
            """
            INSERT INTO posts (id, conversation, kind, status, made_at, due_at, sent_at, message_id, shows_version, live, data)
            VALUES (@Id, @Conversation, @Kind, @Status, @MadeAt, @DueAt, @SentAt, @MessageId, @ShowsVersion, 0, @Data)
            """,
            Row(added));
        await LinkAsync(connection, added);
        return added;
    }

    /// <returns>Null when it was removed meanwhile.</returns>
    public static async Task<Post?> ChangeAsync(SqliteConnection connection, Post post)
    {
        var changed = await connection.ExecuteAsync(
            """
            UPDATE posts SET status = @Status, due_at = @DueAt, sent_at = @SentAt, message_id = @MessageId,
                             shows_version = @ShowsVersion, data = @Data
            WHERE id = @Id
            """,
            Row(post));
        if (changed == 0) return null;
        await LinkAsync(connection, post);
        return post;
    }

    public static Task RefreshLiveOfAsync(SqliteConnection connection, int incident) => connection.ExecuteAsync(
        $"UPDATE posts SET live = {Live} WHERE id IN (SELECT post FROM post_incidents WHERE incident = @incident)", new { incident });

    private static async Task LinkAsync(SqliteConnection connection, Post post)
    {
        await connection.ExecuteAsync(
            "INSERT INTO post_incidents (post, incident) VALUES (@Id, @incident) ON CONFLICT (post, incident) DO NOTHING",
            post.Incidents.Select(incident => new { post.Id, incident }));
        await connection.ExecuteAsync($"UPDATE posts SET live = {Live} WHERE id = @Id", new { post.Id });
    }

    private static object Row(Post post) => new
    {
        post.Id,
        post.Conversation,
        Kind = $"{post.Kind}",
        Status = $"{post.Status}",
        MadeAt = post.MadeAt.ToUnixTimeMilliseconds(),
        DueAt = post.DueAt?.ToUnixTimeMilliseconds(),
        SentAt = post.SentAt?.ToUnixTimeMilliseconds(),
        post.MessageId,
        post.ShowsVersion,
        Data = Json.Write(post),
    };
}
