using ChatBot.Alerts;
using ChatBot.State;
using ChatBot.Tests.Alerts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatBot.Benchmarks.Soak;

/// <summary>Counts what was told against what was true.</summary>
internal static class Verdicts
{
    /// <summary>How many incidents' newest messages show their end.</summary>
    public static int Settled(IReadOnlyList<ConnectorCall> calls)
    {
        var newest = new Dictionary<int, bool>();
        foreach (var call in calls.Where(c => c.Arrived))
        {
            foreach (var incident in call.Told.Incidents) newest[incident] = call.Told.Open.Contains(incident);
        }

        return newest.Values.Count(open => !open);
    }

    /// <returns>1 when something was lost or doubled for sure, an end included.</returns>
    public static async Task<int> TellAsync(IReadOnlyList<SoakRule> rules, IReadOnlyList<ConnectorCall> calls, string database)
    {
        var stored = (await StoredAsync(rules, database)).ToLookup(i => i.Scope.Vdn);
        var about = calls.SelectMany(c => c.Told.Incidents.Select(i => (Incident: i, Call: c))).ToLookup(t => t.Incident, t => t.Call);
        int once = 0, lost = 0, doubled = 0, undecided = 0, stale = 0;
        var ambiguous = new int[4];
        List<double> firstTry = [], arrival = [], wait = [];
        foreach (var rule in rules)
        {
            var incidents = stored[rule.Vdn].Where(rule.IsAbout).OrderBy(i => i.RaisedAt).ToList();
            foreach (var (began, ended) in rule.Crossings)
            {
                // 1 One incident, raised while the place was beyond its limit.
                var mine = incidents.Where(i => i.RaisedAt >= began && i.RaisedAt <= ended).ToList();
                if (mine.Count != 1)
                {
                    undecided += mine.Count == 0 ? 1 : 0;
                    doubled += mine.Count > 1 ? 1 : 0;
                    continue;
                }

                // 2 Told once; where the connector left a try open, nobody can know.
                var told = about[mine[0].Number].ToList();
                var creates = told.Where(c => c.Edits is null).ToList();
                var arrived = creates.Count(c => c.Arrived);
                var isOpen = creates.Any(c => !c.Confirmed && c.Status != 429);
                if (isOpen) ambiguous[Math.Min(arrived, 3)]++;
                else if (arrived == 0) lost++;
                else if (arrived > 1) doubled++;
                else once++;
                if (!isOpen && told.LastOrDefault(c => c.Confirmed)?.Told.Open.Contains(mine[0].Number) == true) stale++;

                // 3 How long it took.
                wait.Add((mine[0].RaisedAt - began).TotalSeconds);
                if (creates.FirstOrDefault() is { } first) firstTry.Add((first.At - mine[0].RaisedAt).TotalSeconds);
                if (!isOpen && creates.FirstOrDefault(c => c.Arrived) is { } stood) arrival.Add((stood.At - mine[0].RaisedAt).TotalSeconds);
            }
        }

        // 4 The figures.
        Console.WriteLine($"crossings                 {rules.Sum(r => r.Crossings.Count)}");
        Console.WriteLine($"told exactly once         {once}");
        Console.WriteLine($"ambiguous tries           {ambiguous.Sum()}: told never {ambiguous[0]}, once {ambiguous[1]}, twice {ambiguous[2]}, more often {ambiguous[3]}");
        Console.WriteLine($"lost                      {lost} told never, {undecided} never decided");
        Console.WriteLine($"doubled                   {doubled}");
        Console.WriteLine($"end not shown             {stale}");
        Figures.Tell("crossing → decision", wait);
        Figures.Tell("decision → first try", firstTry);
        Figures.Tell("decision → stands in chat", arrival);
        return lost + undecided + doubled + stale > 0 ? 1 : 0;
    }

    private static async Task<List<Incident>> StoredAsync(IReadOnlyList<SoakRule> rules, string database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { Args = [$"--State:ConnectionString={database}"] });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddState();
        using var host = builder.Build();
        var store = host.Services.GetRequiredService<IAlertStore>();
        var vdns = rules.Select(r => r.Vdn).Distinct();
        List<Incident> stored = [];
        foreach (var vdn in vdns) stored.AddRange(await store.IncidentsOfVdnAsync(vdn, DateTimeOffset.MinValue, CancellationToken.None));
        return stored;
    }
}
