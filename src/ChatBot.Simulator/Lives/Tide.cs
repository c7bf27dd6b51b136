namespace ChatBot.Simulator;

/// <summary>Requests for rest come and go in waves of six to eight minutes: while the shift lead is away they pile up, then the
/// lead grants until hardly anybody waits. Whoever watches the floor sees it rise and fall while they look.</summary>
internal sealed class Tide(SimulatedVdn vdn, Chance chance)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private int _crest = 5;
    private DateTimeOffset? _turns;
    private DateTimeOffset _nextAsk = vdn.Now + TimeSpan.FromSeconds(40);

    /// <summary>The shift lead is there; otherwise nobody is granted anything.</summary>
    public bool Falls { get; private set; }

    /// <summary>Lets the next one ask, or turns.</summary>
    public void Move(DateTimeOffset now)
    {
        if (Falls) GiveUp(now);
        var waiting = vdn.People.Count(agent => agent.Rest is { Stage: RestStage.Waiting });
        if (Falls ? waiting <= 1 : waiting >= _crest)
        {
            // The ebb and the crest last a little, so that people (and rules with a hold) see them.
            _turns ??= now + chance.Seconds(50, 100);
            if (now >= _turns) Turn(now);
        }
        else if (!Falls && now >= _nextAsk)
        {
            Ask(now);
            _nextAsk = now + chance.Seconds(8, 30);
        }
    }

    private void Turn(DateTimeOffset now)
    {
        (Falls, _turns, _nextAsk) = (!Falls, null, now);
        _crest = Math.Max(1, (4 + chance.Below(3)) * vdn.People.Count / 40);
    }

    /// <summary>The one whose last rest is longest ago, on a call or not, mostly one whose queues can spare somebody. Who nears the
    /// end of the shift does not ask.</summary>
    private void Ask(DateTimeOffset now)
    {
        var heedless = chance.Is(0.2);
        var tired = vdn.People.Where(agent => agent.SignedInAt is not null && agent.Rest is null && now < agent.Plan.ShiftEnds)
            .OrderBy(agent => heedless ? 0 : agent.Skills.Select(Crowding).DefaultIfEmpty().Max())
            .ThenBy(agent => agent.Plan.NextRest).FirstOrDefault();
        tired?.Rest = new(RestStage.Waiting, now, Day.RestOf(chance));

        static int Crowding(SimulatedSkill skill) => Math.Max(0, skill.Agents.Count(agent => agent.Rest is not null) + 1 - skill.RestQuota);
    }

    /// <summary>Who was passed over for long gives up.</summary>
    private void GiveUp(DateTimeOffset now)
    {
        foreach (var agent in vdn.People)
        {
            if (agent.Rest is not { Stage: RestStage.Waiting } rest || now - rest.At < Patience) continue;
            agent.Rest = null;
            agent.Plan.NextRest = now + chance.Minutes(20, 60);
        }
    }
}
