using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>An incident's history. An incident that stays open for days would fill the disk with figures: of those only the ones
/// among its first and its newest lines are kept. Decisions all are.</summary>
internal static class HistoryRows
{
    public const int First = 20;
    public const int Last = 180;
    private const int Newest = 150;

    public const string Read =
        """
        SELECT data FROM history
        WHERE incident = @incident AND (line <= @First OR line IN
            (SELECT line FROM history WHERE incident = @incident ORDER BY line DESC LIMIT @Last))
        ORDER BY line
        """;

    /// <param name="lastLine">The number of the last line there is.</param>
    public static async Task AddAsync(SqliteConnection connection, int incident, int lastLine, IReadOnlyList<HistoryLine> lines)
    {
        if (lines.Count == 0) return;
        await connection.ExecuteAsync(
            "INSERT INTO history (incident, line, decided, data) VALUES (@incident, @line, @decided, @data)",
            lines.Select((line, i) => new
            {
                incident,
                line = lastLine + 1 + i,
                decided = line.Kind != VerdictKind.Stay || line.Did is not null ? 1 : 0,
                data = Json.Write(line),
            }));
        var old = lastLine + lines.Count - Newest;
        if (old <= First) return;
        await connection.ExecuteAsync(
            "DELETE FROM history WHERE incident = @incident AND line > @First AND line <= @old AND decided = 0",
            new { incident, First, old });
    }
}
