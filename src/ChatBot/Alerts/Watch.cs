using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>The watch over one VDN: one poll after the other, never two at once.</summary>
internal sealed partial class Watch(int vdn, WatchTools tools)
{
    private const int MostRounds = 5;

    private readonly Dictionary<int, Watched> _rules = [];
    private readonly Dictionary<(string Conversation, Scope Place), Watched> _places = [];
    private bool _loaded;
    private bool _stale = true;
    private bool _databaseFails;

    /// <summary>Whether there is something to watch, as far as is known.</summary>
    public bool HasWork => !_loaded || _stale || _rules.Count > 0 || All.Any(w => w.IsOpen || w.Unsaved.Count > 0);

    private IEnumerable<Watched> All => _places.Values.Concat(_rules.Values);

    /// <summary>Rules or incidents changed: they are read anew before the next decision.</summary>
    public void Renew() => _stale = true;

    /// <returns>The conversations that have something to hear or to see.</returns>
    public async Task<IReadOnlyCollection<string>> PollAsync(CancellationToken stop)
    {
        // 1 What to watch. Without the database: what is known.
        if (_stale) await LoadAsync(stop);
        if (_rules.Count == 0 && !All.Any(w => w.Unsaved.Count > 0 || w.IsOpen)) return [];

        // 2 What there is to see.
        var glance = new Glance(tools.Floor, stop);
        await Task.WhenAll(_rules.Values.Select(r => SeeAsync(r, glance, stop)));
        tools.Health.Polled(vdn, _rules.Values.Any(r => r.Failed > 0), _rules.Count == 0 ? null : _rules.Values.Min(r => r.LastLive));

        // 3 What it means, and what is to be said; stored. Who was changed by somebody else meanwhile is decided again.
        var heard = new HashSet<string>();
        var now = tools.Time.GetUtcNow();
        IReadOnlyCollection<Watched> toDecide = [.. All];
        DecideAll(toDecide, now);
        for (var round = 0; round < MostRounds && await SaveAsync(heard, stop) is { Count: > 0 } lost; round++)
        {
            await LoadAsync(stop);
            DecideAll(lost, now);
        }

        return heard;
    }

    private async Task SeeAsync(Watched watched, Glance glance, CancellationToken stop)
    {
        var rule = watched.Rule!;
        try
        {
            watched.Saw(await glance.OfAsync(rule, watched.IsOpen ? watched.Known.Beyond : []));
        }
        catch (MonitoringException e)
        {
            watched.Saw(Measure.Missing(e.Failure, watched.LastLive));
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            // The edition cannot tell it, or something nobody thought of: there is no figure, which is told like any blindness.
            if (e is not EditionException && watched.Failed == 0) CannotMeasure(tools.Log, rule.Number, e);
            watched.Saw(Measure.Missing(new(MonitoringFault.NotUnderstood, watched.LastLive, null, e.Message), watched.LastLive));
        }
    }
}
