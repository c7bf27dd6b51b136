using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ChatBot.State;

/// <summary>The numbered scripts of <c>State/Schema</c>, each applied once, in order.</summary>
internal static class Schema
{
    private static readonly Assembly Home = typeof(Schema).Assembly;

    /// <summary>Version and resource name, ascending.</summary>
    private static readonly (int Version, string Script)[] Scripts =
    [
        .. from name in Home.GetManifestResourceNames()
           where name.StartsWith("Schema/", StringComparison.Ordinal)
           let version = int.Parse(name["Schema/".Length..].Split('-')[0], CultureInfo.InvariantCulture)
           orderby version
           select (version, name),
    ];

    public static async Task ApplyAsync(SqliteConnection connection, string file, DateTimeOffset now, CancellationToken stop)
    {
        // The transaction takes the write lock at once: of two processes that start together one waits for the other.
        await using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, applied_at BIGINT NOT NULL)",
            transaction: transaction);
        var has = await connection.ExecuteScalarAsync<int>(
            "SELECT COALESCE(MAX(version), 0) FROM schema_version", transaction: transaction);
        var known = Scripts[^1].Version;
        if (has > known)
        {
            throw new StateException(
                $"{file} was written by a newer version of the bot (schema {has}, this one knows {known})",
                "Run the newer version, or name another file.");
        }

        foreach (var (version, script) in Scripts.Where(s => s.Version > has))
        {
            await connection.ExecuteAsync(await ReadAsync(script, stop), transaction: transaction);
            await connection.ExecuteAsync(
                "INSERT INTO schema_version (version, applied_at) VALUES (@version, @at)",
                new { version, at = now.ToUnixTimeMilliseconds() }, transaction);
        }

        await transaction.CommitAsync(stop);
    }

    private static async Task<string> ReadAsync(string script, CancellationToken stop)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(script)!);
        return await reader.ReadToEndAsync(stop);
    }
}
