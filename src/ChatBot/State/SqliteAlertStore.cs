using ChatBot.Alerts;
using Dapper;

namespace ChatBot.State;

/// <summary>Rules and incidents in tables.</summary>
internal sealed class SqliteAlertStore(Database database) : IAlertStore
{
    public Task<IReadOnlyList<int>> VdnsWithRulesAsync(CancellationToken stop) => database.ReadAsync<IReadOnlyList<int>>(
        async connection => [.. await connection.QueryAsync<int>("SELECT DISTINCT vdn FROM rules ORDER BY vdn")], stop);

    public Task<IReadOnlyList<Rule>> RulesOfVdnAsync(int vdn, CancellationToken stop) =>
        ListAsync<Rule>("SELECT data FROM rules WHERE vdn = @vdn ORDER BY number", new { vdn }, stop);

    public Task<IReadOnlyList<Rule>> RulesOfAsync(string conversation, CancellationToken stop) =>
        ListAsync<Rule>("SELECT data FROM rules WHERE conversation = @conversation ORDER BY number", new { conversation }, stop);

    public async Task<Rule?> FindRuleAsync(string conversation, int number, CancellationToken stop) =>
        (await ListAsync<Rule>(
            "SELECT data FROM rules WHERE number = @number AND conversation = @conversation", new { conversation, number }, stop))
        .SingleOrDefault();

    public Task<Rule> AddAsync(Rule rule, CancellationToken stop) => database.WriteAsync(
        async connection =>
        {
            var added = rule with { Number = (int)await Numbers.NextAsync(connection, "rule") };
            await connection.ExecuteAsync(
                "INSERT INTO rules (number, conversation, vdn, data) VALUES (@Number, @Conversation, @Vdn, @data)",
                new { added.Number, added.Conversation, added.Vdn, data = Json.Write(added) });
            return added;
        },
        stop);

    public Task<bool> ChangeAsync(Rule rule, CancellationToken stop) => database.WriteAsync(
        async connection => await connection.ExecuteAsync(
            "UPDATE rules SET vdn = @Vdn, data = @data WHERE number = @Number AND conversation = @Conversation",
            new { rule.Number, rule.Conversation, rule.Vdn, data = Json.Write(rule) }) == 1,
        stop);

    public Task<bool> DeleteAsync(string conversation, int number, CancellationToken stop) => database.WriteAsync(
        async connection => await connection.ExecuteAsync(
            "DELETE FROM rules WHERE number = @number AND conversation = @conversation", new { conversation, number }) == 1,
        stop);

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
                for (var i = 0; i < stored.Length; i++) stored[i] = await IncidentRows.SaveAsync(connection, changes[i]);
                return stored;
            },
            stop);

    public Task<IReadOnlyList<HistoryLine>> HistoryAsync(int incident, CancellationToken stop) =>
        ListAsync<HistoryLine>(HistoryRows.Read, new { incident, HistoryRows.First, HistoryRows.Last }, stop);

    public Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken stop) =>
        database.WriteAsync(connection => OldRows.ForgetAsync(connection, before, most), stop);

    private Task<IReadOnlyList<T>> ListAsync<T>(string sql, object values, CancellationToken stop) =>
        database.ReadAsync(async connection => Json.ReadAll<T>(await connection.QueryAsync<string>(sql, values)), stop);
}
