using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>The watch over one VDN: one poll after the other, never two at once.</summary>
internal sealed partial class Watch(int vdn, WatchTools tools)
{
    private const int MostRounds = 5;

    private readonly WatchedOfVdn _watched = new(vdn, tools);

    /// <summary>Whether there is something to watch, as far as is known.</summary>
    public bool HasWork => _watched.HasWork;

    /// <summary>Rules or incidents changed: they are read anew before the next decision.</summary>
    public void Renew() => _watched.Renew();

    /// <returns>The conversations that have something to hear or to see.</returns>
    public async Task<IReadOnlyCollection<string>> PollAsync(CancellationToken stop)
    {
        // 1 What to watch. Without the database: what is known.
        await _watched.RenewAsync(stop);
        if (!_watched.HasWork) return [];

        // 2 What there is to see.
        var glance = new Glance(tools.Floor, stop);
        await Task.WhenAll(_watched.Rules.Select(r => SeeAsync(r, glance, stop)));
        tools.Health.Polled(vdn, _watched.Rules.Any(r => r.Failed > 0), _watched.Rules.Select(r => (DateTimeOffset?)r.LastLive).Min());

        // 3 What it means and what is to be said, stored. What somebody else changed meanwhile is read and decided again.
        var heard = new HashSet<string>();
        var round = new Round(_watched, tools, tools.Time.GetUtcNow());
        round.DecideAll();
        for (var i = 0; i < MostRounds && await _watched.SaveAsync(heard, stop) is { Count: > 0 } lost; i++)
        {
            await _watched.RenewAsync(stop);
            round.DecideAgain(lost);
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
            // What the edition cannot tell, or what nobody thought of: there is no figure, and that is told like any blindness.
            if (e is not EditionException && watched.Failed == 0) CannotMeasure(tools.Log, rule.Number, e);
            watched.Saw(Measure.Missing(new(MonitoringFault.NotUnderstood, watched.LastLive, null, e.Message), watched.LastLive));
        }
    }

    [LoggerMessage(3013, LogLevel.Error, "Alert {Rule} has no figure")]
    private static partial void CannotMeasure(ILogger log, int rule, Exception e);
}
