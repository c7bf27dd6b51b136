using System.Globalization;
using System.Text.RegularExpressions;
using ChatBot.Simulator;

namespace ChatBot.Benchmarks.Soak;

/// <summary>How far apart the readings of a VDN are, as the contact centre sees them.</summary>
internal sealed partial class Polls(SimulatedCentre centre)
{
    private readonly Dictionary<int, DateTimeOffset> _last = [];
    private long _seen;

    /// <summary>Seconds between two readings of one VDN.</summary>
    public List<double> Apart { get; } = [];

    /// <summary>The centre keeps ten thousand calls, about two minutes.</summary>
    public async Task FollowAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(10), stop));
            Take();
        }
    }

    private void Take()
    {
        var (total, calls) = (centre.CallCount, centre.Calls);
        var first = total - calls.Count;
        foreach (var call in calls.Skip((int)Math.Max(0, _seen - first)).Where(c => c.Path.EndsWith("/queryagentreststate", StringComparison.Ordinal)))
        {
            var vdn = int.Parse(Vdn().Match(call.Body).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            if (_last.TryGetValue(vdn, out var before)) Apart.Add((call.When - before).TotalSeconds);
            _last[vdn] = call.When;
        }

        _seen = total;
    }

    [GeneratedRegex("""
        "vdn":\s*(\d+)
        """)]
    private static partial Regex Vdn();
}
