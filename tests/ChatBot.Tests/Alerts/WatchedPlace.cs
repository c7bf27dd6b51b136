using ChatBot.Simulator;

namespace ChatBot.Tests.Alerts;

/// <summary>A rule of its own conversation, and the place it watches: beyond its limit until that is told, then calm until that is
/// told, and so on. So it is known how often it was crossed, whatever happens to the bot.</summary>
internal sealed class WatchedPlace(SimulatedVdn vdn, int index, bool calls)
{
    private const int Limit = 3;

    /// <summary>"personal", "groupChat" and "channel" in turn.</summary>
    public string Kind { get; } = ((string[])["personal", "groupChat", "channel"])[index % 3];

    public string Chat => $"{index}:{Kind}";

    public string Sentence => calls
        ? $"alert when calls-waiting skill 1 vdn {vdn.Id} above {Limit}"
        : $"alert when waiting vdn {vdn.Id} above {Limit}";

    public int Crossings { get; private set; }

    public bool Beyond { get; private set; }

    /// <summary>Moves on where the last move was told.</summary>
    public void Step(IReadOnlyList<ConnectorCall> calls)
    {
        if (!IsTold(calls)) return;
        Beyond = !Beyond;
        if (Beyond) Crossings++;
        Set();
    }

    /// <summary>The last move reached the chat, or at least its door: as many incidents as crossings, and, when calm, the last
    /// message of each shows its end.</summary>
    public bool IsTold(IReadOnlyList<ConnectorCall> calls)
    {
        var incidents = calls.Where(c => c.Chat == Chat)
            .SelectMany(c => c.Told.Incidents.Select(i => (Incident: i, Call: c)))
            .GroupBy(t => t.Incident, t => t.Call).ToList();
        return incidents.Count >= Crossings && (Beyond || incidents.All(i => ShowsTheEnd(i.Key, i.Last())));

        // A new message that the connector broke off is not said again, as it may have arrived.
        static bool ShowsTheEnd(int incident, ConnectorCall last) =>
            !last.Told.Open.Contains(incident) && (last.Confirmed || last is { BrokenOff: true, Edits: null });
    }

    private void Set()
    {
        var queue = vdn.Skill(1);
        if (calls)
        {
            if (Beyond) queue.HasCallsWaiting([.. Enumerable.Repeat(TimeSpan.FromSeconds(20), Limit + Crossings)]);
            else queue.IsEmpty();
            return;
        }

        while (vdn.Agents.Count <= Limit) queue.Has($"Agent {vdn.Agents.Count}");
        foreach (var agent in vdn.Agents) agent.Is(waiting: Beyond ? TimeSpan.FromMinutes(1) : null);
    }
}
