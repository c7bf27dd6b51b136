namespace ChatBot.Simulator;

/// <summary>How a lively floor stands at the start: everything a supervisor asks about is already there to see.</summary>
internal static class FirstMinute
{
    public static void Arrange(SimulatedVdn vdn, Chance chance)
    {
        // 1 Everybody somewhere in an ordinary day, one in six at home.
        foreach (var (index, agent) in vdn.People.Index())
        {
            if (index % 6 == 5) Stand(agent, Cti.SignedOut, chance.Minutes(20, 300), chance.Minutes(2, 60));
            else if (chance.Is(0.45)) Stand(agent, Cti.Talking, chance.Seconds(5, 200), chance.Seconds(5, 180));
            else if (chance.Is(0.15)) Stand(agent, Cti.WrapUp, chance.Seconds(2, 30), chance.Seconds(5, 40));
            else Stand(agent, Cti.Idle, chance.Seconds(5, 240), default);
            agent.SignedInAt = agent.Code == Cti.SignedOut ? null : vdn.Now - chance.Minutes(30, 200);
            agent.Plan.ShiftEnds = vdn.Now + chance.Minutes(30, 300);
            agent.Plan.NextRest = vdn.Now + chance.Minutes(1, 100);
        }

        // 2 Five rests: the first is late, the last is granted and not begun.
        var (rests, quota) = (0, Math.Min(5, vdn.RestQuota));
        foreach (var agent in vdn.People.Where(agent => agent.SignedInAt is not null))
        {
            if (rests == quota) break;
            if (agent.Skills.Any(skill => Quotas.Away(skill.Agents) >= skill.RestQuota)) continue;
            if (++rests == quota) Granted(agent);
            else Rest(agent, ago: rests == 1 ? TimeSpan.FromMinutes(19) : chance.Minutes(2, 9), asked: rests == 1 ? 15 : 10, chance);
        }

        // 3 Two who were never away wait at their desk (a full queue, or the full VDN) and one asked during a call.
        var others = vdn.People.Where(agent => agent.SignedInAt is not null && agent.Rest is null).ToList();
        var full = others.FirstOrDefault(agent => agent.Skills.Any(IsFull));
        var free = others.FirstOrDefault(agent => !agent.Skills.Any(IsFull));
        Wait(full, Cti.Idle, TimeSpan.FromMinutes(6));
        Wait(free, Cti.Idle, TimeSpan.FromMinutes(4));
        Wait(others.FirstOrDefault(agent => agent.Rest is null && agent.Code == Cti.Talking), Cti.Talking, TimeSpan.FromMinutes(2));

        // 4 Three are busy for long, one learns, calls wait.
        foreach (var (index, agent) in others.Where(agent => agent.Rest is null).Reverse().Take(4).Index())
        {
            Stand(agent, index == 3 ? Cti.Learning : Cti.Busy, TimeSpan.FromMinutes(11 + 6 * index), chance.Minutes(3, 9));
        }

        foreach (var skill in vdn.Skills)
        {
            var calls = skill.Id is 2 or 3 ? 3 : skill.Id == 5 ? 0 : 1;
            for (var call = 0; call < calls && skill.Agents.Count > 0; call++) skill.Waiting.Add(vdn.Now - chance.Seconds(10, 150));
            skill.Waiting.Sort();
        }
    }

    private static bool IsFull(SimulatedSkill skill) => Quotas.Away(skill.Agents) >= skill.RestQuota;

    private static void Stand(SimulatedAgent agent, int code, TimeSpan ago, TimeSpan lasts)
    {
        agent.Turn(code, agent.Vdn.Now - ago);
        agent.Plan.Until = agent.Vdn.Now + lasts;
    }

    private static void Rest(SimulatedAgent agent, TimeSpan ago, int asked, Chance chance)
    {
        var length = TimeSpan.FromMinutes(asked);
        agent.Rest = new(RestStage.Begun, agent.Vdn.Now - ago, length);
        Stand(agent, Cti.Resting, ago, length > ago ? length - ago : chance.Minutes(2, 3));
    }

    private static void Granted(SimulatedAgent agent)
    {
        agent.Rest = new(RestStage.Approved, agent.Vdn.Now - TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(10));
        Stand(agent, Cti.Idle, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(75));
    }

    private static void Wait(SimulatedAgent? agent, int code, TimeSpan ago)
    {
        if (agent is null) return;
        agent.Rest = new(RestStage.Waiting, agent.Vdn.Now - ago, TimeSpan.FromMinutes(10));
        if (code == Cti.Idle) Stand(agent, code, TimeSpan.FromSeconds(40), default);
    }
}
