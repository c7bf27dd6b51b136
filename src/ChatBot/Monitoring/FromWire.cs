using ChatBot.Monitoring.Wire;

namespace ChatBot.Monitoring;

/// <summary>Wire rows of either edition as the model.</summary>
internal static class FromWire
{
    /// <summary>The CTI code is the truth; <c>status</c> only stands in where no code came, and its 2 means an error in a
    /// list and signed out in the single query.</summary>
    public static AgentState State(int? cti, int? status, bool list) => cti switch
    {
        0 => AgentState.SignedOut,
        1 => AgentState.Idle,
        >= 2 and <= 5 => AgentState.Talking,
        6 or 10 => AgentState.WrapUp,
        7 => AgentState.Busy,
        8 => AgentState.Resting,
        9 => AgentState.Learning,
        not null => AgentState.Unknown,
        null => status switch
        {
            2 when !list => AgentState.SignedOut,
            3 => AgentState.Busy,
            4 or 6 => AgentState.Idle,
            5 => AgentState.WrapUp,
            7 => AgentState.Talking,
            8 => AgentState.Resting,
            _ => AgentState.Unknown,
        },
    };

    public static Agent? Agent(AgentRow row, bool list)
    {
        if (row.Number() is not { } workNo) return null;
        var cti = Plausible.Code(row.Cti());
        var state = State(cti, Plausible.Code(row.Status), list);
        return new Agent(workNo, row.Called() ?? Unnamed(workNo), state, cti,
            Plausible.Seconds(row.CurrentStateTime), state == AgentState.SignedOut ? null : Plausible.Moment(row.SignedInAt()))
        {
            Phone = state == AgentState.SignedOut ? null : Plausible.PhoneEnd(row.PhoneNumber),
        };
    }

    /// <summary>Nobody where nothing came; an answer about somebody else is none.</summary>
    public static Agent? OneAgent(List<AgentRow> rows, int workNo)
    {
        var agent = rows.Count == 0 ? null : Agent(rows[0], list: false);
        return agent is null || agent.WorkNo == workNo ? agent
            : throw new UpstreamFault(MonitoringFault.NotUnderstood, null, "asked about one agent, told about another");
    }

    public static AgentsRead Agents(List<AgentRow> rows)
    {
        var read = rows.Select(row => Agent(row, list: true)).ToList();
        return new AgentsRead(
            [.. read.OfType<Agent>().Where(a => a.State != AgentState.SignedOut).DistinctBy(a => a.WorkNo)],
            Lost: rows.Count > 1 ? read.Count(a => a is null) : 0);
    }

    public static RestLine? Line(RestRow row) => row.Number() is { } workNo
        ? new RestLine(workNo, row.Called(), Plausible.Code(row.Cause()), Plausible.Moment(row.BeginTime),
            Plausible.Asked(row.Asked()), Plausible.Seconds(row.ReqRestDura))
        : null;

    /// <summary>What stands for a name where none came.</summary>
    public static string Unnamed(int workNo) => workNo.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
