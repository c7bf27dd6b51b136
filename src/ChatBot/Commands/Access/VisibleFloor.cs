using ChatBot.Monitoring;

namespace ChatBot.Commands.Access;

/// <summary>
/// The floor as who asks may see it: every command reads through this. Readings stay shared by all; only the view differs.
/// A skill that is not theirs is refused; a VDN of which they may see some skills is told from those, each person once, and a
/// note says how many were left out.
/// </summary>
public sealed class VisibleFloor(FloorReader floor, Rights rights, VisibleNames names)
{
    private readonly OwnQueues _own = new(floor, rights);

    public Rights Rights => rights;

    public bool TellsWholeVdn => floor.TellsWholeVdn;

    /// <summary>Of the bot's calls in all, which belong to nobody's queue.</summary>
    public MonitoringHealth Health => floor.Health;

    /// <exception cref="NotYoursException">Not all of it is theirs.</exception>
    public void Demand(Scope scope)
    {
        if (!rights.Sees(scope)) throw new NotYoursException(scope);
    }

    public async Task<Reading<AgentList>> AgentsAsync(Scope scope, CancellationToken stop) => IsPlain(scope)
        ? await floor.AgentsAsync(scope, stop)
        : await _own.ReadAsync(scope.Vdn, floor.AgentsAsync, (lists, notes) => new(
            [.. lists.SelectMany(l => l.People).DistinctBy(a => a.WorkNo)], [.. notes.Concat(lists.SelectMany(l => l.Notes)).Distinct()]), stop);

    public async Task<Reading<RestPicture>> RestAsync(Scope scope, CancellationToken stop) => IsPlain(scope)
        ? await floor.RestAsync(scope, stop)
        : await _own.ReadAsync(scope.Vdn, floor.RestAsync, (pictures, notes) =>
        {
            var people = pictures.SelectMany(p => p.People).DistinctBy(r => r.WorkNo).ToList();
            int In(RestPhase phase) => people.Count(r => r.Phase == phase);
            return new(people, In(RestPhase.Resting), In(RestPhase.Waiting), In(RestPhase.Approved), In(RestPhase.WaitingOrApproved),
                [.. notes.Concat(pictures.SelectMany(p => p.Notes)).Distinct()]);
        }, stop);

    /// <summary>Somebody who is in no queue of theirs is refused alike, whether there is such an agent or not.</summary>
    public async Task<Reading<AgentDetail>> AgentAsync(int vdn, int workNo, CancellationToken stop)
    {
        var all = new Scope(vdn);
        if (!IsPlain(all) && (await AgentsAsync(all, stop)).Value.People.All(a => a.WorkNo != workNo)) throw new NotYoursException(all, workNo);
        return await floor.AgentAsync(vdn, workNo, stop);
    }

    public async Task<Reading<HeadCounts>> CountsAsync(Scope scope, CancellationToken stop)
    {
        if (IsPlain(scope)) return await floor.CountsAsync(scope, stop);
        var (list, readAt, failure) = await AgentsAsync(scope, stop);
        int In(AgentState state) => list.People.Count(a => a.State == state);
        return new(new(list.People.Count, In(AgentState.Idle), In(AgentState.Talking), In(AgentState.WrapUp), In(AgentState.Busy),
            In(AgentState.Resting), In(AgentState.Learning), In(AgentState.Unknown), list.Notes), readAt, failure);
    }

    public async Task<Reading<QueueBoard>> QueuesAsync(Scope scope, CancellationToken stop)
    {
        if (IsPlain(scope)) return await floor.QueuesAsync(scope, stop);
        var (_, others) = await _own.OfAsync(scope.Vdn, stop);
        var reading = await floor.QueuesAsync(scope, stop);
        return reading with
        {
            Value = new([.. reading.Value.Queues.Where(q => rights.Sees(new(scope.Vdn, q.Skill)))], _own.Notes(scope.Vdn, others, reading.Value.Notes)),
        };
    }

    public async Task<Reading<SkillList>> SkillsAsync(int vdn, CancellationToken stop)
    {
        if (IsPlain(new(vdn))) return await floor.SkillsAsync(vdn, stop);
        var (_, others) = await _own.OfAsync(vdn, stop);
        var reading = await floor.SkillsAsync(vdn, stop);
        return reading with
        {
            Value = new([.. reading.Value.Skills.Where(s => rights.Sees(new(vdn, s.Id)))], _own.Notes(vdn, others, reading.Value.Notes)),
        };
    }

    /// <summary>Names of their queues and of the people in these; never fails.</summary>
    public ValueTask<Names> NamesAsync(int vdn, CancellationToken stop) =>
        rights.Sees(new(vdn)) ? floor.NamesAsync(vdn, stop) : names.OfAsync(vdn, rights, this, stop);

    /// <summary>Their queues of this VDN by number, as far as they are known; empty when none is.</summary>
    public async Task<IReadOnlyList<int>> OwnAsync(int vdn, CancellationToken stop)
    {
        try
        {
            return (await _own.OfAsync(vdn, stop)).Own;
        }
        catch (NotYoursException)
        {
            return [];
        }
    }

    /// <returns>False for a VDN of which only a part is theirs.</returns>
    /// <exception cref="NotYoursException">Nothing of it is theirs.</exception>
    private bool IsPlain(Scope scope)
    {
        if (rights.Sees(scope)) return true;
        return rights.SeesSomeOf(scope) ? false : throw new NotYoursException(scope);
    }
}
