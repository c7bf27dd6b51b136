using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Removes a person from all that is stored, however deep it stands there.</summary>
internal sealed partial class Forgetting(SqliteConnection connection, Person person)
{
    public async Task<(IReadOnlyList<string> Chats, Forgotten Forgotten)> ForgetAsync(Deed deed)
    {
        // 1 The personal chats, with what was watched and told there.
        List<string> chats = [.. await connection.QueryAsync<string>("SELECT id FROM conversations WHERE person = @Id", person)];
        var vdns = new HashSet<int>();
        foreach (var chat in chats) vdns.UnionWith(await RemoveChatAsync(chat, deed));

        // 2 Who did what. That this was asked for is a line too.
        await AuditRows.AddAsync(connection, deed with { Conversation = chats.Contains(deed.Conversation) ? "" : deed.Conversation });
        await CleanAsync("audit", "data", ["id"], data => Json.Read<Deed>(data) is { By: { } by } line && by.Id == person.Id
            ? Json.Write(line with { By = null, Forgotten = true })
            : data);

        // 3 What was made or told elsewhere stays without the person.
        await CleanAsync("rules", "data", ["number"]);
        await CleanAsync("history", "data", ["incident", "line"]);
        await CleanAsync("posts", "data", ["id"]);
        await CleanAsync("conversations", "reference", ["id"]);

        // 4 A new version of an incident makes its watcher read it anew, and the cards that stand there show it.
        var told = new HashSet<string>();
        foreach (var data in await NamingAsync("incidents", "data", ["number"]))
        {
            if (Json.Read<Incident>(Without((string)data["data"]!)) is not { } incident) continue;
            var next = incident.Version + 1;
            await IncidentRows.SaveAsync(connection, new(incident with { Version = next, StateVersion = next }, [], []));
            told.Add(incident.Conversation);
        }

        vdns.UnionWith(await connection.QueryAsync<int>("SELECT vdn FROM rules UNION SELECT vdn FROM incidents WHERE open = 1"));
        return (chats, new([.. vdns], [.. told]));
    }

    /// <returns>The VDNs that were watched for it.</returns>
    private async Task<IEnumerable<int>> RemoveChatAsync(string chat, Deed deed)
    {
        var values = new { chat };
        var rules = Json.ReadAll<Rule>(await connection.QueryAsync<string>("SELECT data FROM rules WHERE conversation = @chat ORDER BY number", values));
        await connection.ExecuteAsync(
            """
            DELETE FROM rules WHERE conversation = @chat;
            DELETE FROM history WHERE incident IN (SELECT number FROM incidents WHERE conversation = @chat);
            DELETE FROM post_incidents WHERE post IN (SELECT id FROM posts WHERE conversation = @chat);
            DELETE FROM posts WHERE conversation = @chat;
            DELETE FROM incidents WHERE conversation = @chat;
            DELETE FROM conversations WHERE id = @chat;
            """,
            values);

        // Where it was done says who did it: of these lines only the sentence and the time stay.
        foreach (var rule in rules) await AuditRows.AddAsync(connection, deed with { Conversation = chat, What = $"delete alert {rule.Number}" });
        foreach (var (id, data) in await connection.QueryAsync<(long, string)>("SELECT id, data FROM audit WHERE conversation = @chat", values))
        {
            var line = Json.Read<Deed>(data) with { Conversation = "", Before = null, After = null };
            await connection.ExecuteAsync("UPDATE audit SET conversation = '', data = @data WHERE id = @id", new { id, data = Json.Write(line) });
        }

        return rules.Select(r => r.Vdn);
    }

    private async Task CleanAsync(string table, string column, string[] keys, Func<string, string>? first = null)
    {
        foreach (var row in await NamingAsync(table, column, keys))
        {
            var data = (string)row["data"]!;
            var values = new DynamicParameters(row);
            values.Add("data", Without(first?.Invoke(data) ?? data));
            await connection.ExecuteAsync($"UPDATE {table} SET {column} = @data WHERE {string.Join(" AND ", keys.Select(k => $"{k} = @{k}"))}", values);
        }
    }

    /// <summary>Rows whose text holds the id, as JSON writes it; perhaps as a part of a longer one.</summary>
    private async Task<IReadOnlyList<IDictionary<string, object?>>> NamingAsync(string table, string column, string[] keys)
    {
        var rows = await connection.QueryAsync(
            $"SELECT {string.Join(", ", keys)}, {column} AS data FROM {table} WHERE {column} LIKE @plain ESCAPE '!' OR {column} LIKE @strict ESCAPE '!'",
            new { plain = Pattern(JavaScriptEncoder.UnsafeRelaxedJsonEscaping), strict = Pattern(JavaScriptEncoder.Default) });
        return [.. rows.Cast<IDictionary<string, object?>>()];

        string Pattern(JavaScriptEncoder encoder) => $"%{Likeness().Replace($"{JsonEncodedText.Encode(person.Id, encoder)}", "!$0")}%";
    }

    /// <summary>What LIKE takes for more than itself.</summary>
    [GeneratedRegex("[!%_]")]
    private static partial Regex Likeness();

    /// <summary>Without each object that is this person.</summary>
    private string Without(string json)
    {
        var root = JsonNode.Parse(json);
        Clean(root);
        return root!.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        void Clean(JsonNode? node)
        {
            if (node is JsonObject members)
            {
                foreach (var gone in members.Where(m => Is(m.Value)).Select(m => m.Key).ToList()) members.Remove(gone);
                foreach (var (_, value) in members) Clean(value);
            }
            else if (node is JsonArray items)
            {
                items.RemoveAll(Is);
                foreach (var item in items) Clean(item);
            }
        }

        bool Is(JsonNode? node) => node is JsonObject member && (member["Id"] ?? member["id"]) is JsonValue id
            && id.TryGetValue<string>(out var text) && text == person.Id;
    }
}
