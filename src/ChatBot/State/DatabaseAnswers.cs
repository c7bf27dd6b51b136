using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChatBot.State;

/// <summary>Whether the database can be read just now.</summary>
internal sealed class DatabaseAnswers(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Reads the first page of the file; a statement without a table would read nothing.
            await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("PRAGMA schema_version"), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StateException e)
        {
            return HealthCheckResult.Unhealthy(e.What, e);
        }
    }
}
