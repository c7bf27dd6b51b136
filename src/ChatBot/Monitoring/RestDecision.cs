namespace ChatBot.Monitoring;

/// <summary>Who of the rest rows rests, waits or may go. The rows do not say it, so in this order:
/// the time rested, the agent's state, the cause, the platform's counts. What stays open is "waiting or approved".</summary>
internal static class RestDecision
{
    /// <param name="states">Agents whose state is known, by work number; a row without one is judged without it.</param>
    public static RestPhase?[] Decide(RestRead read, IReadOnlyDictionary<int, Agent> states)
    {
        var lines = read.Lines;
        var phases = new RestPhase?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            // 1. Only who rests has a time rested (Current).
            if (line.Rested is not null) phases[i] = RestPhase.Resting;
            // 2. The CTI state is the truth; WaitingOrApproved means here "surely not resting".
            else if (states.TryGetValue(line.WorkNo, out var agent) && agent.State != AgentState.Unknown)
                phases[i] = agent.State == AgentState.Resting ? RestPhase.Resting : RestPhase.WaitingOrApproved;
            // 3. A cause is told only of who waits; people who rest carry 0, which then means nothing.
            if (line.Cause is > 0 && phases[i] != RestPhase.Resting) phases[i] = RestPhase.Waiting;
        }

        // 4. The counts decide only where they add up to the rows: rows and counts may be of different moments.
        if (!read.CountsAddUp) return phases;
        var (resting, waiting, approved) = (read.Resting, read.Waiting, read.Approved);
        int Found(RestPhase? phase) => phases.Count(p => p == phase);
        var unknown = Found(null);
        if (Found(RestPhase.Resting) == resting) Fill(phases, null, RestPhase.WaitingOrApproved);
        else if (Found(RestPhase.Resting) + unknown == resting) Fill(phases, null, RestPhase.Resting);
        var open = Found(RestPhase.WaitingOrApproved);
        if (Found(RestPhase.Waiting) == waiting && open <= approved) Fill(phases, RestPhase.WaitingOrApproved, RestPhase.Approved);
        else if (approved == 0 && Found(RestPhase.Waiting) + open <= waiting) Fill(phases, RestPhase.WaitingOrApproved, RestPhase.Waiting);
        return phases;
    }

    private static void Fill(RestPhase?[] phases, RestPhase? open, RestPhase phase)
    {
        for (var i = 0; i < phases.Length; i++)
            if (phases[i] == open) phases[i] = phase;
    }
}
