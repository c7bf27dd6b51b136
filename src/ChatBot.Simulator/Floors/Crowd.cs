namespace ChatBot.Simulator;

/// <summary>The people a centre starts with.</summary>
internal static class Crowd
{
    private const int Queues = 5;

    public static void Fill(SimulatedVdn vdn, CentreSettings settings)
    {
        // 1 Everyone has a queue; every third has a second one, so that joins by work number matter.
        for (var index = 0; index < settings.Agents; index++)
        {
            var agent = vdn.Has(PeopleNames.At(vdn.Id, index), WorkNumbers.At((vdn.Id - 1) * settings.Agents + index));
            agent.Team = index / 10 + 1;
            agent.In(index % Queues + 1);
            if (index % 3 == 0) agent.In((index + 2) % Queues + 1);
        }

        // 2 About a sixth may rest at once, and about a fifth of a queue.
        vdn.RestQuota = Math.Max(5, settings.Agents / 6);
        foreach (var skill in vdn.Skills) skill.RestQuota = Math.Max(2, skill.Agents.Count / 5);

        // 3 From here on they live by themselves.
        if (settings.Lively) vdn.Life = Life.Begin(vdn, settings.Seed);
    }
}
