using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>The audit: lines are added in the transaction of their change.</summary>
internal static class AuditRows
{
    public static async Task AddAsync(SqliteConnection connection, Deed deed) => await connection.ExecuteAsync(
        "INSERT INTO audit (id, conversation, done_at, data) VALUES (@Id, @Conversation, @At, @Data)",
        new
        {
            Id = await Numbers.NextAsync(connection, "audit"),
            deed.Conversation,
            At = deed.At.ToUnixTimeMilliseconds(),
            Data = Json.Write(deed),
        });

    public static async Task<(IReadOnlyList<Deed>, int)> NewestAsync(SqliteConnection connection, string conversation, int most)
    {
        var values = new { conversation, most };
        var newest = await connection.QueryAsync<string>(
            "SELECT data FROM audit WHERE conversation = @conversation ORDER BY id DESC LIMIT @most", values);
        var all = await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM audit WHERE conversation = @conversation", values);
        return (Json.ReadAll<Deed>(newest), all);
    }

    public static Task<int> ForgetAsync(SqliteConnection connection, DateTimeOffset before, int most) => connection.ExecuteAsync(
        "DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE done_at < @before ORDER BY done_at LIMIT @most)",
        new { before = before.ToUnixTimeMilliseconds(), most });
}
