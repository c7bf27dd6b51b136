namespace ChatBot.Simulator;

/// <summary>One skill queue: who works it and which calls wait in it.</summary>
public sealed class SimulatedSkill
{
    private readonly List<SimulatedAgent> _agents = [];

    internal SimulatedSkill(SimulatedVdn vdn, int id, string name) => (Vdn, Id, Name) = (vdn, id, name);

    public SimulatedVdn Vdn { get; }

    public int Id { get; }

    public string Name { get; set; }

    public int MediaType { get; set; } = 5;

    /// <summary>How many of this queue may rest at once, granted ones included; only lively agents obey it.</summary>
    public int RestQuota { get; set; } = 2;

    public IReadOnlyList<SimulatedAgent> Agents => _agents;

    /// <summary>When each waiting call came, the oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Calls => Waiting;

    public SkillFigures Figures { get; internal init; } = new();

    internal List<DateTimeOffset> Waiting { get; } = [];

    /// <inheritdoc cref="SimulatedAgent.Is"/>
    /// <param name="name">Any text; <see cref="HostileNames"/> holds the worst.</param>
    /// <param name="workNo">Null takes the next free one.</param>
    public SimulatedAgent Has(
        string name, int? workNo = null,
        TimeSpan? resting = null, TimeSpan? asked = null, TimeSpan? waiting = null, int cause = WaitCause.Approval,
        TimeSpan? approved = null, TimeSpan? talking = null, TimeSpan? busy = null, TimeSpan? idle = null,
        TimeSpan? wrapup = null, TimeSpan? learning = null, TimeSpan? adjusting = null, TimeSpan? signedOut = null,
        int? cti = null, TimeSpan? since = null, TimeSpan? signedIn = null) =>
        Vdn.Has(name, workNo).In(Id).Is(resting, asked, waiting, cause, approved, talking, busy, idle,
            wrapup, learning, adjusting, signedOut, cti, since, signedIn);

    /// <summary>Calls wait here, each since so long.</summary>
    public SimulatedSkill HasCallsWaiting(params TimeSpan[] since)
    {
        lock (Vdn.Gate)
        {
            foreach (var age in since) Waiting.Add(Vdn.Now - age);
            Waiting.Sort();
        }

        return this;
    }

    /// <summary>No call waits any more.</summary>
    public SimulatedSkill IsEmpty()
    {
        lock (Vdn.Gate) Waiting.Clear();
        return this;
    }

    public SimulatedSkill Named(string name)
    {
        Name = name;
        return this;
    }

    // By work number, as lists are sent.
    internal void Join(SimulatedAgent agent)
    {
        var at = _agents.Count == 0 || _agents[^1].WorkNo < agent.WorkNo ? -1 : _agents.FindIndex(other => other.WorkNo > agent.WorkNo);
        _agents.Insert(at < 0 ? _agents.Count : at, agent);
    }

    internal void Leave(SimulatedAgent agent) => _agents.Remove(agent);
}
