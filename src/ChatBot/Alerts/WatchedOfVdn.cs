using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>All that is watched in one VDN, between the database and the decisions.</summary>
internal sealed partial class WatchedOfVdn(int vdn, WatchTools tools)
{
    private readonly Dictionary<int, Watched> _rules = [];
    private readonly Dictionary<(string Conversation, Scope Place), Watched> _places = [];
    private readonly List<Watched> _orphans = [];
    private bool _stale = true;
    private bool _loaded;
    private bool _databaseFails;

    /// <summary>False only when it is certain.</summary>
    public bool HasWork => !_loaded || _stale || All.Any(w => w.Rule is not null || w.IsOpen || w.Unsaved.Count > 0);

    public IReadOnlyCollection<Watched> Rules => _rules.Values;

    /// <summary>The sight of places, for their conversations.</summary>
    public IReadOnlyCollection<Watched> Places => _places.Values;

    /// <summary>Open incidents of rules that are gone, paused, or about something else now.</summary>
    public IReadOnlyList<Watched> Orphans => _orphans;

    private IEnumerable<Watched> All => [.. _orphans, .. _places.Values, .. _rules.Values];

    public Watched Place(string conversation, Scope place)
    {
        if (!_places.TryGetValue((conversation, place), out var watched))
            _places[(conversation, place)] = watched = new(conversation, place, tools.Time.GetUtcNow());
        return watched;
    }

    public void Renew() => _stale = true;

    /// <summary>Reads rules and incidents if they may have changed. Does nothing where the database cannot be used.</summary>
    public async Task RenewAsync(CancellationToken stop)
    {
        if (!_stale) return;
        _stale = false;
        try
        {
            var rules = await tools.Store.RulesOfVdnAsync(vdn, stop);
            var incidents = await tools.Store.IncidentsOfVdnAsync(vdn, tools.Time.GetUtcNow() - tools.Judge.CoolDown, stop);
            Take([.. rules.Where(r => !r.Paused)], incidents.GroupBy(i => i.Key)
                .ToDictionary(g => g.Key, g => g.OrderBy(i => i.Open).ThenBy(i => i.Number).Last()));
            _loaded = true;
            DatabaseWorks();
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            _stale = true;
            DatabaseFails(e);
        }
    }

    /// <summary>Stores what was decided; what cannot be stored now is kept and stored with the next decisions.</summary>
    /// <param name="heard">Gets the conversations that have something to hear or to see.</param>
    /// <returns>Those that somebody else changed meanwhile: what was decided of them is void.</returns>
    public async Task<IReadOnlyCollection<Watched>> SaveAsync(ISet<string> heard, CancellationToken stop)
    {
        var pending = All.SelectMany(w => w.Unsaved.Select(change => (Watched: w, Change: change))).ToList();
        if (pending.Count == 0) return [];
        IReadOnlyList<Incident?> stored;
        try
        {
            stored = await tools.Store.SaveAsync([.. pending.Select(p => p.Change)], stop);
            DatabaseWorks();
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            DatabaseFails(e);
            return [];
        }

        var lost = new HashSet<Watched>();
        foreach (var ((watched, _), incident) in pending.Zip(stored))
        {
            heard.Add(watched.Conversation);
            watched.Saved(incident);
            if (incident is null) lost.Add(watched);
            else lost.Remove(watched);
        }

        if (lost.Count > 0) _stale = true;
        return lost;
    }

    private void Take(IReadOnlyList<Rule> rules, Dictionary<string, Incident> incidents)
    {
        var now = tools.Time.GetUtcNow();
        foreach (var gone in _rules.Keys.Except(rules.Select(r => r.Number)).ToList()) _rules.Remove(gone);
        foreach (var rule in rules)
        {
            // A rule that looks at something else now begins anew.
            if (!_rules.TryGetValue(rule.Number, out var watched) || !IsAboutTheSame(watched.Rule!, rule))
                _rules[rule.Number] = watched = new(rule.Conversation, rule.Scope, now);
            watched.Rule = rule;
            var incident = incidents.GetValueOrDefault($"rule {rule.Number}");
            watched.Adopt(incident is { Rule: { } its } && IsAboutTheSame(its, rule) ? incident : null);
        }

        var blindness = incidents.Values.Where(i => i.IsBlindness).ToDictionary(i => (i.Conversation, i.Scope));
        foreach (var (conversation, place) in blindness.Keys) Place(conversation, place);
        foreach (var (where, place) in _places) place.Adopt(blindness.GetValueOrDefault(where));

        var taken = _rules.Values.Select(r => r.Incident?.Number).ToHashSet();
        _orphans.Clear();
        _orphans.AddRange(incidents.Values.Where(i => i is { Open: true, IsBlindness: false } && !taken.Contains(i.Number)).Select(Orphan));
    }

    private static Watched Orphan(Incident incident)
    {
        var orphan = new Watched(incident.Conversation, incident.Scope, incident.RaisedAt);
        orphan.Adopt(incident);
        return orphan;
    }

    private static bool IsAboutTheSame(Rule one, Rule other) =>
        one.Metric == other.Metric && one.Scope == other.Scope && one.Comparison.IsUpward() == other.Comparison.IsUpward();

    private void DatabaseFails(Exception e)
    {
        tools.Health.Failed(Trouble.Database);
        if (!_databaseFails) CannotStore(tools.Log, vdn, e);
        _databaseFails = true;
    }

    private void DatabaseWorks()
    {
        if (_databaseFails) StoresAgain(tools.Log, vdn);
        _databaseFails = false;
    }

    [LoggerMessage(3014, LogLevel.Error, "The watch over VDN {Vdn} cannot use the database; what it decides is kept and told when that works again")]
    private static partial void CannotStore(ILogger log, int vdn, Exception e);

    [LoggerMessage(3015, LogLevel.Information, "The watch over VDN {Vdn} can use the database again")]
    private static partial void StoresAgain(ILogger log, int vdn);
}
