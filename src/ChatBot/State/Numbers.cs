using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>Numbers that are never given twice, also when what had the last one is deleted.</summary>
internal static class Numbers
{
    public static Task<long> NextAsync(SqliteConnection connection, string name) => connection.QuerySingleAsync<long>(
        "UPDATE numbers SET last = last + 1 WHERE name = @name RETURNING last", new { name });
}
