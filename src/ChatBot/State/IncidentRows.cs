using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Writes one change of an incident with all that belongs to it, or nothing of it.</summary>
internal static class IncidentRows
{
    /// <summary>No incident opens while another of its key is open, nor one of a rule that is gone.</summary>
    private const string MayOpen =
        """
        NOT EXISTS (SELECT 1 FROM incidents o WHERE o.key = @Key AND o.open = 1)
        AND (@Rule = 0 OR EXISTS (SELECT 1 FROM rules r WHERE r.number = @Rule))
        """;

    private const string Insert =
        """
        INSERT INTO incidents (number, key, conversation, vdn, open, version, state_version, ended_at, last_line, data)
        VALUES (@Number, @Key, @Conversation, @Vdn, @Open, @Version, @StateVersion, @EndedAt, @Lines, @Data)
        ON CONFLICT (key) WHERE open = 1 DO NOTHING
        RETURNING last_line
        """;

    private const string Update =
        $"""
        UPDATE incidents
        SET open = @Open, version = @Version, state_version = @StateVersion, ended_at = @EndedAt,
            last_line = last_line + @Lines, data = @Data
        WHERE number = @Number AND version = @Version - 1 AND (@Open = 0 OR open = 1 OR ({MayOpen}))
        RETURNING last_line
        """;

    /// <returns>As stored; null where another was faster, or the rule is gone.</returns>
    public static async Task<Incident?> SaveAsync(SqliteConnection connection, Change change)
    {
        // 1 The incident itself decides whether anything is written.
        var isNew = change.Incident.Number == 0;
        if (isNew && !await MayOpenAsync(connection, change.Incident)) return null;
        var incident = isNew
            ? change.Incident with { Number = (int)await Numbers.NextAsync(connection, "incident") }
            : change.Incident;
        incident = await WithPeopleOfAsync(connection, incident);
        var lastLine = await connection.QuerySingleOrDefaultAsync<int?>(isNew ? Insert : Update, Row(incident, change.History.Count));
        if (lastLine is null) return null;

        // 2 What led to it, who did it, and what is to be told.
        if (change.Deed is { } deed) await AuditRows.AddAsync(connection, deed);
        await HistoryRows.AddAsync(connection, incident.Number, lastLine.Value - change.History.Count, change.History);
        foreach (var post in change.Posts)
            await PostRows.AddAsync(connection, isNew ? post with { Incidents = [incident.Number] } : post);

        // 3 The messages that show it may be out of date now.
        await PostRows.RefreshLiveOfAsync(connection, incident.Number);
        return incident;
    }

    /// <summary>Its watcher read the rule a moment ago; somebody the rule names may have asked to be forgotten since.</summary>
    private static async Task<Incident> WithPeopleOfAsync(SqliteConnection connection, Incident incident)
    {
        if (incident.Rule is not { } rule || (rule.MadeBy is null && rule.Mentions.Count == 0)) return incident;
        var now = await RuleRows.FindAsync(connection, rule.Conversation, rule.Number);
        return incident with { Rule = rule with { MadeBy = now?.MadeBy, Mentions = now?.Mentions ?? [] } };
    }

    private static Task<bool> MayOpenAsync(SqliteConnection connection, Incident incident) =>
        connection.ExecuteScalarAsync<bool>($"SELECT CASE WHEN {MayOpen} THEN 1 ELSE 0 END", Row(incident, 0));

    private static object Row(Incident incident, int lines) => new
    {
        incident.Number,
        incident.Key,
        incident.Conversation,
        incident.Scope.Vdn,
        Open = incident.Open ? 1 : 0,
        incident.Version,
        incident.StateVersion,
        EndedAt = incident.EndedAt?.ToUnixTimeMilliseconds(),
        Rule = incident.Rule?.Number ?? 0,
        Lines = lines,
        Data = Json.Write(incident),
    };
}
