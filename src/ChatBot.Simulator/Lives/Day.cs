namespace ChatBot.Simulator;

/// <summary>An agent's day, one move at a time: sign in, calls, wrap-up, busy, rest, sign out.</summary>
internal sealed class Day(Chance chance)
{
    private static readonly int[] RestMinutes = [5, 5, 5, 5, 10, 10, 15];

    public void Move(SimulatedAgent agent, DateTimeOffset now)
    {
        var plan = agent.Plan;
        if (agent.Code != Cti.Idle && now < plan.Until) return;
        switch (agent.Code)
        {
            case Cti.SignedOut: SignIn(agent, now); break;
            case Cti.Idle: Idle(agent, now); break;
            case Cti.PreOccupied or Cti.Occupied: Turn(agent, Cti.Answering, now, chance.Seconds(2, 8)); break;
            case Cti.Answering: Turn(agent, Cti.Talking, now, chance.Seconds(40, 320)); break;
            case Cti.Talking: HangUp(agent, now); break;
            case Cti.Resting:
                agent.Rest = null;
                plan.NextRest = now + chance.Minutes(60, 150);
                Turn(agent, Cti.Idle, now, default);
                break;
            default: Turn(agent, Cti.Idle, now, default); break;
        }
    }

    /// <summary>How long somebody asks to rest.</summary>
    public static TimeSpan RestOf(Chance chance) => TimeSpan.FromMinutes(RestMinutes[chance.Below(RestMinutes.Length)]);

    private void SignIn(SimulatedAgent agent, DateTimeOffset now)
    {
        agent.SignedInAt = now;
        agent.Plan.ShiftEnds = now + chance.Minutes(240, 540);
        agent.Plan.NextRest = now + chance.Minutes(40, 120);
        Turn(agent, Cti.Idle, now, default);
    }

    private void Idle(SimulatedAgent agent, DateTimeOffset now)
    {
        if (agent.Rest is { Stage: RestStage.Approved } granted)
        {
            // A granted rest takes no further calls; it begins when the agent has put things away.
            if (now >= agent.Plan.Until) BeginRest(agent, granted, now);
        }
        else if (agent.Rest is null && now > agent.Plan.ShiftEnds)
        {
            agent.SignedInAt = null;
            Turn(agent, Cti.SignedOut, now, chance.Minutes(30, 90));
        }
        else if (Calls.Take(agent, now) is { } skill)
        {
            agent.Plan.Call = skill;
            Turn(agent, Cti.Occupied, now, default);
        }
        else if (chance.Is(0.0015)) Turn(agent, Cti.Busy, now, chance.Minutes(1, 15));
        else if (chance.Is(0.0008)) Turn(agent, Cti.PreOccupied, now, default);
        else if (chance.Is(0.0001)) Turn(agent, Cti.Learning, now, chance.Minutes(10, 25));
    }

    private void BeginRest(SimulatedAgent agent, RestTurn granted, DateTimeOffset now)
    {
        // One in five comes back late.
        var late = chance.Is(0.2) ? chance.Minutes(1, 8) : -chance.Seconds(0, 40);
        agent.Rest = granted with { Stage = RestStage.Begun, At = now, Cause = 0 };
        Turn(agent, Cti.Resting, now, granted.Asked + late);
    }

    private void HangUp(SimulatedAgent agent, DateTimeOffset now)
    {
        if (agent.Plan.Call is { } skill) Calls.End(skill, now - agent.Since);
        agent.Plan.Call = null;
        var code = chance.Is(0.1) ? Cti.Adjusting : Cti.WrapUp;
        Turn(agent, code, now, chance.Seconds(10, 60));
    }

    private static void Turn(SimulatedAgent agent, int code, DateTimeOffset now, TimeSpan lasts)
    {
        agent.Turn(code, now);
        agent.Plan.Until = now + lasts;
    }
}
