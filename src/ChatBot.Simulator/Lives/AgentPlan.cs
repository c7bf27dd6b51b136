namespace ChatBot.Simulator;

/// <summary>What a lively agent means to do next. All at the minimum for scripted ones, who mean nothing.</summary>
internal sealed class AgentPlan
{
    /// <summary>The present state lasts until then.</summary>
    public DateTimeOffset Until { get; set; }

    public DateTimeOffset ShiftEnds { get; set; }

    public DateTimeOffset NextRest { get; set; }

    /// <summary>The queue of the call in hand.</summary>
    public SimulatedSkill? Call { get; set; }
}
