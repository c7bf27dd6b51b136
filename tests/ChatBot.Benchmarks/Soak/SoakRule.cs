using ChatBot.Alerts;
using ChatBot.Simulator;

namespace ChatBot.Benchmarks.Soak;

/// <summary>A rule, its place on the floor, and each time that place truly went beyond the limit.</summary>
internal sealed class SoakRule(int index, SimulatedVdn vdn, int kind)
{
    private const int Conversations = 250;

    /// <summary>Agents 1 to 10 work queue 1, and so on: the five rules of a VDN do not touch each other's places.</summary>
    private readonly SimulatedAgent[] _agents = [.. vdn.Agents.Skip(10 * kind).Take(10)];

    public string Chat => $"{index % Conversations}:{ChatKind}";

    public string ChatKind => ((string[])["personal", "groupChat", "channel"])[index % Conversations % 3];

    public List<(DateTimeOffset Began, DateTimeOffset? Ended)> Crossings { get; } = [];

    public int Vdn => vdn.Id;

    public string Sentence => "alert when " + kind switch
    {
        0 => $"waiting vdn {vdn.Id} above 5",
        1 => $"calls-waiting skill 2 vdn {vdn.Id} above 5",
        2 => $"resting skill 3 vdn {vdn.Id} above 5",
        3 => $"talk-time skill 4 vdn {vdn.Id} above 10m",
        _ => $"busy skill 5 vdn {vdn.Id} above 5",
    };

    public bool IsAbout(Incident incident) => incident.Scope.Vdn == vdn.Id && incident.Rule?.Metric == kind switch
    {
        0 => Metric.Waiting,
        1 => Metric.CallsWaiting,
        2 => Metric.Resting,
        3 => Metric.TalkTime,
        _ => Metric.Busy,
    };

    public static IEnumerable<SoakRule> Of(SimulatedVdn vdn)
    {
        for (var number = 0; number < 50; number++) vdn.Has($"Agent {number}").In(number / 10 + 1);
        return Enumerable.Range(0, 5).Select(kind => new SoakRule((vdn.Id - 1) * 5 + kind, vdn, kind));
    }

    /// <summary>Goes beyond the limit, or back.</summary>
    public void Turn(DateTimeOffset now)
    {
        var beyond = Crossings.Count == 0 || Crossings[^1].Ended is not null;
        if (beyond) Crossings.Add((now, null));
        else Crossings[^1] = (Crossings[^1].Began, now);
        var since = TimeSpan.FromMinutes(kind == 3 ? 11 : 1);
        foreach (var agent in _agents.Take(kind == 3 ? 1 : 8))
        {
            if (!beyond) agent.Is();
            else if (kind == 0) agent.Is(waiting: since);
            else if (kind == 2) agent.Is(resting: since);
            else if (kind == 3) agent.Is(talking: since);
            else if (kind == 4) agent.Is(busy: since);
        }

        if (kind != 1) return;
        if (beyond) vdn.Skill(2).HasCallsWaiting([.. Enumerable.Repeat(since, 8)]);
        else vdn.Skill(2).IsEmpty();
    }
}
