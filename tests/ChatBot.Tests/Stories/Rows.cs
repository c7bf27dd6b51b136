using System.Globalization;
using ChatBot.State;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Stories;

/// <summary>The whole database of a stage, as somebody with a SQL prompt sees it.</summary>
internal static class Rows
{
    /// <summary>Every value of every row of every table, a line each: "table: value | value".</summary>
    public static async Task<string> AllAsync(Stage stage)
    {
        await using var connection = Open(stage);
        var lines = new List<string>();
        foreach (var table in await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        {
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"SELECT * FROM {table}"))
                lines.Add($"{table}: {string.Join(" | ", row.Values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)))}");
        }

        return string.Join('\n', lines);
    }

    public static async Task ExecuteAsync(Stage stage, string sql)
    {
        await using var connection = Open(stage);
        await connection.ExecuteAsync(sql);
    }

    private static SqliteConnection Open(Stage stage) =>
        new(stage.Supervisor.Services.GetRequiredService<IOptions<StateSettings>>().Value.ConnectionString + ";Pooling=False");
}
