namespace ChatBot.Simulator;

/// <summary>One agent. Its times are true times; the clock skew of the centre is added on the wire.</summary>
public sealed class SimulatedAgent
{
    internal SimulatedAgent(SimulatedVdn vdn, int workNo, string name) => (Vdn, WorkNo, Name) = (vdn, workNo, name);

    public SimulatedVdn Vdn { get; private init; }

    public int WorkNo { get; }

    public string Name { get; set; }

    public string? Phone { get; set; }

    public int Team { get; set; } = 1;

    /// <summary>5 is an ordinary voice call.</summary>
    public int MediaType { get; set; } = 5;

    /// <summary>The platform's state code; <see cref="Simulator.Cti"/> names the known ones.</summary>
    public int Code { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? SignedInAt { get; internal set; }

    public RestTurn? Rest { get; internal set; }

    public IReadOnlyList<SimulatedSkill> Skills { get; private set; } = [];

    internal (int Code, TimeSpan Length)? Before { get; private set; }

    /// <summary>What a lively agent has in mind.</summary>
    internal AgentPlan Plan { get; } = new();

    /// <summary>Says where the agent stands, each time as how long ago it began; nothing said is idle for a minute.</summary>
    /// <param name="resting">Resting since; <paramref name="asked"/> is the length of that rest.</param>
    /// <param name="waiting">Asked for rest so long ago and waits because of <paramref name="cause"/>; may be said beside a state.</param>
    /// <param name="approved">Granted so long ago, rest not begun; may be said beside a state.</param>
    /// <param name="signedOut">Signed out since.</param>
    /// <param name="cti">Any code, also one the platform does not have, since <paramref name="since"/>.</param>
    public SimulatedAgent Is(
        TimeSpan? resting = null, TimeSpan? asked = null, TimeSpan? waiting = null, int cause = WaitCause.Approval,
        TimeSpan? approved = null, TimeSpan? talking = null, TimeSpan? busy = null, TimeSpan? idle = null,
        TimeSpan? wrapup = null, TimeSpan? learning = null, TimeSpan? adjusting = null, TimeSpan? signedOut = null,
        int? cti = null, TimeSpan? since = null, TimeSpan? signedIn = null)
    {
        lock (Vdn.Gate)
        {
            var now = Vdn.Now;
            var (code, ago) = (cti, resting, talking, busy, wrapup, learning, adjusting, signedOut, idle) switch
            {
                ({ } raw, _, _, _, _, _, _, _, _) => (raw, since),
                (_, not null, _, _, _, _, _, _, _) => (Cti.Resting, resting),
                (_, _, not null, _, _, _, _, _, _) => (Cti.Talking, talking),
                (_, _, _, not null, _, _, _, _, _) => (Cti.Busy, busy),
                (_, _, _, _, not null, _, _, _, _) => (Cti.WrapUp, wrapup),
                (_, _, _, _, _, not null, _, _, _) => (Cti.Learning, learning),
                (_, _, _, _, _, _, not null, _, _) => (Cti.Adjusting, adjusting),
                (_, _, _, _, _, _, _, not null, _) => (Cti.SignedOut, signedOut),
                _ => (Cti.Idle, idle ?? waiting ?? approved),
            };
            var length = asked ?? TimeSpan.FromMinutes(10);
            SignedInAt = code == Cti.SignedOut ? null : now - (signedIn ?? TimeSpan.FromHours(2));
            Rest = (resting, approved, waiting) switch
            {
                ({ } began, _, _) => new(RestStage.Begun, now - began, length),
                (_, { } granted, _) => new(RestStage.Approved, now - granted, length),
                (_, _, { } requested) => new(RestStage.Waiting, now - requested, length, cause),
                _ => null,
            };
            Turn(code, now - (ago ?? TimeSpan.FromMinutes(1)));
        }

        return this;
    }

    /// <summary>Signs the agent in to further queues of its VDN.</summary>
    public SimulatedAgent In(params IEnumerable<int> skills)
    {
        lock (Vdn.Gate)
        {
            foreach (var id in skills)
            {
                var skill = Vdn.Skill(id);
                if (Skills.Contains(skill)) continue;
                skill.Join(this);
                Skills = [.. Skills, skill];
            }
        }

        return this;
    }

    internal void Turn(int code, DateTimeOffset at)
    {
        if (Since != default && at > Since) Before = (Code, at - Since);
        (Code, Since) = (code, at);
    }

    /// <summary>The same agent on a copy of the floor, for frozen data.</summary>
    internal SimulatedAgent On(SimulatedVdn copy)
    {
        var twin = new SimulatedAgent(copy, WorkNo, Name)
        {
            Phone = Phone,
            Team = Team,
            MediaType = MediaType,
            Code = Code,
            Since = Since,
            SignedInAt = SignedInAt,
            Rest = Rest,
            Before = Before,
        };
        return twin.In(Skills.Select(skill => skill.Id));
    }
}
