using System.Collections.Concurrent;
using ChatBot.Alerts;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace ChatBot.State;

/// <summary>Rules, incidents and the audit in tables.</summary>
internal sealed partial class SqliteAlertStore(
    Database database, SeenConversations seen, IOptions<StateSettings> settings, ILogger<SqliteAlertStore> log) : IAlertStore
{
    private readonly ConcurrentDictionary<string, bool> _refused = [];

    public Kept Kept { get; } = new(TimeSpan.FromDays(settings.Value.KeepDays), TimeSpan.FromDays(settings.Value.KeepAuditDays));

    public Task<IReadOnlyList<int>> VdnsWithRulesAsync(CancellationToken stop) => database.ReadAsync<IReadOnlyList<int>>(
        async connection => [.. await connection.QueryAsync<int>("SELECT DISTINCT vdn FROM rules ORDER BY vdn")], stop);

    public Task<IReadOnlyList<Rule>> RulesOfVdnAsync(int vdn, CancellationToken stop) =>
        ListAsync<Rule>("SELECT data FROM rules WHERE vdn = @vdn ORDER BY number", new { vdn }, stop);

    public Task<IReadOnlyList<Rule>> RulesOfAsync(string conversation, CancellationToken stop) =>
        ListAsync<Rule>("SELECT data FROM rules WHERE conversation = @conversation ORDER BY number", new { conversation }, stop);

    public Task<Rule?> FindRuleAsync(string conversation, int number, CancellationToken stop) =>
        database.ReadAsync(connection => RuleRows.FindAsync(connection, conversation, number), stop);

    public Task<Rule> AddAsync(Rule rule, Deed deed, CancellationToken stop) =>
        database.WriteAsync(connection => RuleRows.AddAsync(connection, rule, deed), stop);

    public Task<bool> ChangeAsync(Rule rule, Deed deed, CancellationToken stop) =>
        database.WriteAsync(connection => RuleRows.ChangeAsync(connection, rule, deed), stop);

    public Task<bool> DeleteAsync(string conversation, int number, Deed deed, CancellationToken stop) =>
        database.WriteAsync(connection => RuleRows.DeleteAsync(connection, conversation, number, deed), stop);

    public Task<IReadOnlyList<Incident>> IncidentsOfVdnAsync(int vdn, DateTimeOffset endedAfter, CancellationToken stop) =>
        ListAsync<Incident>(
            "SELECT data FROM incidents WHERE vdn = @vdn AND (open = 1 OR (open = 0 AND ended_at > @after)) ORDER BY number",
            new { vdn, after = endedAfter.ToUnixTimeMilliseconds() }, stop);

    public Task<IReadOnlyList<Incident>> OpenOfAsync(string conversation, CancellationToken stop) => ListAsync<Incident>(
        "SELECT data FROM incidents WHERE conversation = @conversation AND open = 1 ORDER BY number DESC", new { conversation }, stop);

    public async Task<Incident?> FindIncidentAsync(string conversation, int number, CancellationToken stop) =>
        (await ListAsync<Incident>(
            "SELECT data FROM incidents WHERE number = @number AND conversation = @conversation", new { conversation, number }, stop))
        .SingleOrDefault();

    public Task<IReadOnlyList<Incident?>> SaveAsync(IReadOnlyList<Change> changes, CancellationToken stop) =>
        database.WriteAsync<IReadOnlyList<Incident?>>(
            async connection =>
            {
                var stored = new Incident?[changes.Count];
                for (var i = 0; i < stored.Length; i++) stored[i] = await SaveAsync(connection, changes[i]);
                return stored;
            },
            stop);

    public Task<IReadOnlyList<HistoryLine>> HistoryAsync(int incident, CancellationToken stop) =>
        ListAsync<HistoryLine>(HistoryRows.Read, new { incident, HistoryRows.First, HistoryRows.Last }, stop);

    public Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken stop) =>
        database.WriteAsync(connection => OldRows.ForgetAsync(connection, before, most), stop);

    public Task<(IReadOnlyList<Deed> Newest, int All)> DeedsAsync(string conversation, int most, CancellationToken stop) =>
        database.ReadAsync(connection => AuditRows.NewestAsync(connection, conversation, most), stop);

    public Task<int> ForgetDeedsAsync(DateTimeOffset before, int most, CancellationToken stop) =>
        database.WriteAsync(connection => AuditRows.ForgetAsync(connection, before, most), stop);

    public async Task<Forgotten> ForgetPersonAsync(Person person, Deed deed, CancellationToken stop)
    {
        var (chats, forgotten) = await database.WriteAsync(connection => new Forgetting(connection, person).ForgetAsync(deed), stop);
        foreach (var chat in chats) seen.Drop(chat);
        return forgotten;
    }

    public Task<string> HoldAsync(string holder, string? over, DateTimeOffset now, DateTimeOffset until, CancellationToken stop) => database.WriteAsync(
        async connection =>
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO lease (name, holder, held_to) VALUES ('watch', @holder, @until)
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_to = excluded.held_to
                WHERE lease.holder = excluded.holder OR lease.holder = @over OR lease.held_to < @now
                """,
                new { holder, over, now = now.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds() });
            return (await connection.ExecuteScalarAsync<string>("SELECT holder FROM lease WHERE name = 'watch'"))!;
        },
        stop);

    public Task<bool> LetGoAsync(string holder, CancellationToken stop) => database.WriteAsync(
        async connection => await connection.ExecuteAsync("DELETE FROM lease WHERE name = 'watch' AND holder = @holder", new { holder }) == 1, stop);

    /// <summary>What the database will never take (a full disk or a lock passes) keeps no other change of its watcher waiting.</summary>
    private async Task<Incident?> SaveAsync(SqliteConnection connection, Change change)
    {
        await connection.ExecuteAsync("SAVEPOINT change");
        try
        {
            var stored = await IncidentRows.SaveAsync(connection, change);
            await connection.ExecuteAsync("RELEASE SAVEPOINT change");
            _refused.TryRemove(change.Incident.Key, out _);
            return stored;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 19 && change.Deed is null)
        {
            await connection.ExecuteAsync("ROLLBACK TO SAVEPOINT change; RELEASE SAVEPOINT change");
            if (_refused.TryAdd(change.Incident.Key, true)) Refused(log, change.Incident.Key, e);
            return null;
        }
    }

    private Task<IReadOnlyList<T>> ListAsync<T>(string sql, object values, CancellationToken stop) =>
        database.ReadAsync(async connection => Json.ReadAll<T>(await connection.QueryAsync<string>(sql, values)), stop);

    [LoggerMessage(4001, LogLevel.Error, "The database refuses what was decided about '{Key}'; it is dropped, all else is stored")]
    private static partial void Refused(ILogger log, string key, Exception e);
}
