using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Writes one change of a rule with all that belongs to it: its line in the audit, and the end of its incident.</summary>
internal static class RuleRows
{
    public static async Task<Rule> AddAsync(SqliteConnection connection, Rule rule, Deed deed)
    {
        var added = rule with { Number = (int)await Numbers.NextAsync(connection, "rule") };
        await connection.ExecuteAsync(
            "INSERT INTO rules (number, conversation, vdn, data) VALUES (@Number, @Conversation, @Vdn, @data)",
            new { added.Number, added.Conversation, added.Vdn, data = Json.Write(added) });
        await AuditRows.AddAsync(connection, deed with { After = added });
        return added;
    }

    public static async Task<bool> ChangeAsync(SqliteConnection connection, Rule rule, Deed deed)
    {
        if (await FindAsync(connection, rule.Conversation, rule.Number) is not { } before) return false;
        rule = WithoutTheForgotten(rule, before, deed.By);
        var data = Json.Write(rule);
        if (data != Json.Write(before))
        {
            await connection.ExecuteAsync(
                "UPDATE rules SET vdn = @Vdn, data = @data WHERE number = @Number", new { rule.Vdn, data, rule.Number });
            await AuditRows.AddAsync(connection, deed with { Before = before, After = rule });
        }

        if (rule.Paused) await WithdrawAsync(connection, rule, deed);
        return true;
    }

    public static async Task<bool> DeleteAsync(SqliteConnection connection, string conversation, int number, Deed deed)
    {
        if (await FindAsync(connection, conversation, number) is not { } rule) return false;
        await connection.ExecuteAsync("DELETE FROM rules WHERE number = @number", new { number });
        await AuditRows.AddAsync(connection, deed with { Before = rule });
        await WithdrawAsync(connection, rule, deed);
        return true;
    }

    public static async Task<Rule?> FindAsync(SqliteConnection connection, string conversation, int number) =>
        await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT data FROM rules WHERE number = @number AND conversation = @conversation", new { conversation, number }) is { } data
            ? Json.Read<Rule>(data)
            : null;

    /// <summary>Whoever changes it read it a moment ago; somebody it names may have asked to be forgotten since.</summary>
    private static Rule WithoutTheForgotten(Rule rule, Rule before, Person? by) => before.Shipped is not null && by is null ? rule : rule with
    {
        MadeBy = before.MadeBy,
        Mentions = [.. rule.Mentions.Where(m => m.Id == by?.Id || before.Mentions.Any(b => b.Id == m.Id))],
    };

    private static async Task WithdrawAsync(SqliteConnection connection, Rule rule, Deed deed)
    {
        foreach (var incident in Json.ReadAll<Incident>(await connection.QueryAsync<string>(
            "SELECT data FROM incidents WHERE key = @key AND open = 1", new { key = $"rule {rule.Number}" })))
            await Ends.WithdrawAsync(connection, incident, deed.At, "withdraw", deed with { Incident = incident.Number });
    }
}
