namespace ChatBot.Monitoring;

/// <summary>What an agent is doing. The CTI platform's code is the truth: 0 signed out, 1 idle, 2–5 talking,
/// 6 and 10 wrap-up, 7 busy, 8 resting, 9 learning, anything else unknown.</summary>
public enum AgentState
{
    SignedOut,
    Idle,
    Talking,
    WrapUp,
    Busy,
    Resting,
    Learning,
    Unknown,
}

/// <summary>One agent as the contact centre sees them at the time of the reading.</summary>
/// <param name="WorkNo">Work number, 101–59999 or 70000–999999.</param>
/// <param name="Name">As configured in the contact centre, untrusted text; the work number when it has no name.</param>
/// <param name="State">From the CTI code; from <c>status</c> only where no code came.</param>
/// <param name="Cti">The CTI code as sent, to show "unknown (11)"; null when none came.</param>
/// <param name="InState">Time in this state at the reading, never negative; null when the platform sent none or a sentinel.</param>
/// <param name="SignedIn">When the agent signed in, by our clock; null when signed out or unknown.</param>
public sealed record Agent(
    int WorkNo, string Name, AgentState State, int? Cti, TimeSpan? InState, DateTimeOffset? SignedIn)
{
    /// <summary>The last digits of the phone they sit at, "•••• 1234"; null when signed out or not told. The whole number stays out
    /// of the model.</summary>
    public string? Phone { get; init; }
}

/// <summary>The agents of a scope. Signed-out agents are left out.</summary>
public sealed record AgentList(IReadOnlyList<Agent> People, IReadOnlyList<FloorNote> Notes);

/// <summary>One agent and, when they rest or asked for it, their rest.</summary>
/// <param name="Agent">Null when the contact centre does not know the work number.</param>
public sealed record AgentDetail(Agent? Agent, Rest? Rest, IReadOnlyList<FloorNote> Notes);

/// <summary>Head counts by state; null where this edition does not tell that count.</summary>
public sealed record HeadCounts(
    int? SignedIn, int? Idle, int? Talking, int? WrapUp, int? Busy, int? Resting, int? Learning, int? Unknown,
    IReadOnlyList<FloorNote> Notes);
