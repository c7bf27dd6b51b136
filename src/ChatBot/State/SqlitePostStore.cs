using ChatBot.Alerts;
using Dapper;

namespace ChatBot.State;

/// <summary>Posts in a table; the quiet time is the conversation's.</summary>
internal sealed class SqlitePostStore(Database database, SeenConversations seen) : IPostStore
{
    public Task<IReadOnlyList<string>> ConversationsWithWorkAsync(CancellationToken stop) => database.ReadAsync<IReadOnlyList<string>>(
        async connection =>
        [
            .. await connection.QueryAsync<string>(
                """
                SELECT DISTINCT p.conversation FROM posts p
                WHERE p.live = 1
                  AND (p.status IN ('Waiting', 'Sending')
                    OR (p.status = 'Unknown' OR p.message_id IS NOT NULL) AND p.shows_version < (SELECT SUM(i.version) FROM post_incidents l JOIN incidents i ON i.number = l.incident
                                          WHERE l.post = p.id))
                """),
        ],
        stop);

    public Task<Outbox> OutboxAsync(string conversation, DateTimeOffset sentAfter, CancellationToken stop) =>
        database.ReadAsync(connection => OutboxRows.ReadAsync(connection, conversation, sentAfter), stop);

    public Task<IReadOnlyList<Post>> SaveAsync(IReadOnlyList<Post> posts, CancellationToken stop) => database.WriteAsync<IReadOnlyList<Post>>(
        async connection =>
        {
            List<Post> stored = [];
            foreach (var post in posts)
            {
                var row = post.Id == 0 ? await PostRows.AddAsync(connection, post) : await PostRows.ChangeAsync(connection, post);
                stored.Add(row ?? post);
            }

            return stored;
        },
        stop);

    public Task SetQuietAsync(string conversation, DateTimeOffset? until, Deed? deed, CancellationToken stop) => database.WriteAsync(
        async connection =>
        {
            if (deed is not null) await AuditRows.AddAsync(connection, deed);
            return await connection.ExecuteAsync(
                """
                INSERT INTO conversations (id, quiet_until) VALUES (@conversation, @until)
                ON CONFLICT (id) DO UPDATE SET quiet_until = excluded.quiet_until
                """,
                new { conversation, until = until?.ToUnixTimeMilliseconds() });
        },
        stop);

    public Task<DateTimeOffset?> QuietUntilAsync(string conversation, CancellationToken stop) =>
        database.ReadAsync(connection => OutboxRows.QuietUntilAsync(connection, conversation), stop);

    public async Task<Ended> EndAsync(string conversation, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            return await database.WriteAsync(connection => Ends.EndAsync(connection, conversation, now), stop);
        }
        finally
        {
            seen.Drop(conversation);
        }
    }

    public Task<(int Waiting, DateTimeOffset? Oldest)> BacklogAsync(CancellationToken stop) => database.ReadAsync(
        async connection =>
        {
            var (waiting, oldest) = await connection.QuerySingleAsync<(int, long?)>(
                "SELECT COUNT(*), MIN(made_at) FROM posts WHERE live = 1 AND status IN ('Waiting', 'Sending')");
            return (waiting, oldest is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null);
        },
        stop);
}
