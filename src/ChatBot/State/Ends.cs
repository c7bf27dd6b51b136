using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>The end of what was watched for a conversation in which the bot can no longer speak.</summary>
internal static class Ends
{
    public static async Task<Ended> EndAsync(SqliteConnection connection, string conversation, DateTimeOffset now)
    {
        var values = new { conversation, at = now.ToUnixTimeMilliseconds() };
        // 1 It is marked until it is heard from again.
        await connection.ExecuteAsync(
            """
            INSERT INTO conversations (id, ended_at) VALUES (@conversation, @at)
            ON CONFLICT (id) DO UPDATE SET ended_at = COALESCE(conversations.ended_at, excluded.ended_at)
            """,
            values);

        // 2 Nothing more is said: what waited is refused, and cards that stand there are left as they are.
        await IncidentsAsync(connection, conversation, now);
        foreach (var post in Json.ReadAll<Post>(await connection.QueryAsync<string>(
            "SELECT data FROM posts WHERE conversation = @conversation AND live = 1 AND status IN ('Waiting', 'Sending')", values)))
            await PostRows.ChangeAsync(connection, post with { Status = PostStatus.Refused });
        await connection.ExecuteAsync("UPDATE posts SET live = 0 WHERE conversation = @conversation AND live = 1", values);

        // 3 Nothing more is watched, and whoever made the rules is told where the bot can.
        var rules = Json.ReadAll<Rule>(
            await connection.QueryAsync<string>("SELECT data FROM rules WHERE conversation = @conversation ORDER BY number", values));
        await connection.ExecuteAsync("DELETE FROM rules WHERE conversation = @conversation", values);
        foreach (var rule in rules)
            await AuditRows.AddAsync(connection, new Deed(now, conversation, null, $"delete alert {rule.Number}") { Before = rule });
        return new(rules, await NoticesAsync(connection, conversation, rules, now));
    }

    private static async Task IncidentsAsync(SqliteConnection connection, string conversation, DateTimeOffset now)
    {
        foreach (var incident in Json.ReadAll<Incident>(await connection.QueryAsync<string>(
            "SELECT data FROM incidents WHERE conversation = @conversation AND open = 1", new { conversation })))
            await WithdrawAsync(connection, incident, now, "gone", null);
    }

    /// <param name="did">For its history.</param>
    public static Task WithdrawAsync(SqliteConnection connection, Incident incident, DateTimeOffset now, string did, Deed? deed)
    {
        var next = incident.Version + 1;
        var ended = incident with { EndedAt = now, Ending = Ending.RuleWithdrawn, Version = next, StateVersion = next };
        HistoryLine line = new(now, VerdictKind.Stay, null, incident.Known.Value, did, deed?.By);
        return IncidentRows.SaveAsync(connection, new(ended, [line], [], deed));
    }

    private static async Task<IReadOnlyList<Post>> NoticesAsync(
        SqliteConnection connection, string conversation, IReadOnlyList<Rule> rules, DateTimeOffset now)
    {
        List<Post> notices = [];
        foreach (var owned in rules.Where(r => r.MadeBy is not null).GroupBy(r => r.MadeBy!.Id))
        {
            var chat = await connection.ExecuteScalarAsync<string?>(
                """
                SELECT id FROM conversations
                WHERE person = @person AND ended_at IS NULL AND id <> @conversation
                ORDER BY COALESCE(seen_at, 0) DESC LIMIT 1
                """,
                new { person = owned.Key, conversation });
            if (chat is null) continue;
            // Nobody is named in what only says which rules these were.
            Post notice = new()
            {
                Conversation = chat,
                Kind = PostKind.Gone,
                Rules = [.. owned.Select(r => r with { MadeBy = null, Mentions = [] })],
                MadeAt = now,
            };
            notices.Add(await PostRows.AddAsync(connection, notice));
        }

        return notices;
    }
}
