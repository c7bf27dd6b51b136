namespace ChatBot.Simulator;

/// <summary>Who may rest: a VDN and every queue let only so many go at once, granted ones included.</summary>
internal static class Quotas
{
    private static readonly TimeSpan Approval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PuttingAway = TimeSpan.FromSeconds(25);

    /// <summary>Grants what may be granted, the oldest request first.</summary>
    public static void Grant(SimulatedVdn vdn, DateTimeOffset now)
    {
        var patient = vdn.People.Where(agent => agent.Rest is { Stage: RestStage.Waiting } rest && now - rest.At >= Approval)
            .OrderBy(agent => agent.Rest!.At).ThenBy(agent => agent.WorkNo).ToList();
        foreach (var agent in patient)
        {
            if (Cause(agent) != WaitCause.Approval) continue;
            agent.Rest = agent.Rest! with { Stage = RestStage.Approved, At = now, Cause = 0 };
            agent.Plan.Until = now + PuttingAway;
        }
    }

    /// <summary>Writes beside each waiting request what it waits for now.</summary>
    public static void Explain(SimulatedVdn vdn)
    {
        foreach (var agent in vdn.People)
        {
            if (agent.Rest is not { Stage: RestStage.Waiting } rest) continue;
            var cause = Cause(agent);
            if (cause != rest.Cause) agent.Rest = rest with { Cause = cause };
        }
    }

    /// <summary>The narrowest reason first: the agent, then its queues, then the VDN.</summary>
    public static int Cause(SimulatedAgent agent)
    {
        if (agent.Skills.Count == 0) return WaitCause.NoSkill;
        if (agent.Code != Cti.Idle) return WaitCause.AgentBusy;
        foreach (var skill in agent.Skills)
        {
            if (Away(skill.Agents) >= skill.RestQuota) return WaitCause.SkillQuota;
        }

        return Away(agent.Vdn.People) >= agent.Vdn.RestQuota ? WaitCause.VdnQuota : WaitCause.Approval;
    }

    /// <summary>Resting or about to.</summary>
    public static int Away(IEnumerable<SimulatedAgent> agents) =>
        agents.Count(agent => agent.Rest is { Stage: RestStage.Begun or RestStage.Approved });
}
