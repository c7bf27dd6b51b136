using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Reads what one messenger needs to know.</summary>
internal static class OutboxRows
{
    // Besides the live posts: the cards under which replies wait to be sent, and the digests that may still take more.
    private const string Needed =
        """
        SELECT id FROM posts WHERE conversation = @conversation AND live = 1
        UNION
        SELECT card.id FROM posts reply
        JOIN post_incidents ri ON ri.post = reply.id
        JOIN post_incidents ci ON ci.incident = ri.incident
        JOIN posts card ON card.id = ci.post
        WHERE reply.conversation = @conversation AND reply.live = 1 AND reply.kind = 'Reply'
          AND card.status = 'Sent' AND card.kind IN ('Card', 'Digest')
        UNION
        SELECT id FROM posts WHERE conversation = @conversation AND sent_at > @after AND kind = 'Digest' AND status = 'Sent'
        """;

    public static async Task<Outbox> ReadAsync(SqliteConnection connection, string conversation, DateTimeOffset sentAfter)
    {
        var values = new { conversation, after = sentAfter.ToUnixTimeMilliseconds() };
        // Deferred: a snapshot that keeps no writer waiting.
        await using var snapshot = connection.BeginTransaction(deferred: true);
        var quiet = await QuietUntilAsync(connection, conversation);
        var posts = Json.ReadAll<Post>(await connection.QueryAsync<string>($"SELECT data FROM posts WHERE id IN ({Needed}) ORDER BY id", values));
        var incidents = Json.ReadAll<Incident>(await connection.QueryAsync<string>(
            $"SELECT data FROM incidents WHERE number IN (SELECT incident FROM post_incidents WHERE post IN ({Needed}))", values));
        var sent = await connection.QueryAsync<(long At, string Kind)>(
            "SELECT sent_at, kind FROM posts WHERE conversation = @conversation AND sent_at > @after ORDER BY sent_at, id", values);
        return new(
            quiet,
            [.. posts.Where(IsToSend)],
            [.. posts.Where(post => !IsToSend(post))],
            [.. sent.Select(s => (DateTimeOffset.FromUnixTimeMilliseconds(s.At), s.Kind == nameof(PostKind.Card)))],
            incidents.ToDictionary(i => i.Number));
    }

    public static async Task<DateTimeOffset?> QuietUntilAsync(SqliteConnection connection, string conversation) =>
        await connection.ExecuteScalarAsync<long?>("SELECT quiet_until FROM conversations WHERE id = @conversation", new { conversation }) is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    private static bool IsToSend(Post post) => post.Status is PostStatus.Waiting or PostStatus.Sending;
}
