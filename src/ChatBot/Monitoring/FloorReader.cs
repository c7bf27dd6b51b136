namespace ChatBot.Monitoring;

/// <summary>
/// Reads the floor. Everybody who asks for the same scope at the same time shares one upstream call; a reading is reused
/// for <c>Monitoring:MaxAge</c>; when a call fails the last good reading is given with its age and the failure.
/// Every method throws <see cref="MonitoringException"/> when there is no reading at all and
/// <see cref="EditionException"/> when the edition has no answer.
/// </summary>
public sealed class FloorReader
{
    private readonly FloorParts _parts;
    private readonly FloorLists _lists;
    private readonly NameBook _names;
    private readonly ServerClock _clock;
    private readonly MonitoringHealthBook _health;
    private readonly TimeProvider _time;

    internal FloorReader(FloorParts parts, FloorLists lists, NameBook names, ServerClock clock, MonitoringHealthBook health, TimeProvider time) =>
        (_parts, _lists, _names, _clock, _health, _time) = (parts, lists, names, clock, health, time);

    // The states only help to judge the rest rows: what they have not told by then is judged without.
    private static readonly TimeSpan WholeAnswer = TimeSpan.FromSeconds(9.5);

    /// <summary>The edition lists a whole VDN and its queues; otherwise (Classic) only what stands in the settings is known.</summary>
    public bool TellsWholeVdn => _parts.TellsWholeVdn;

    /// <summary>Signed-in agents, in no particular order.</summary>
    public async Task<Reading<AgentList>> AgentsAsync(Scope scope, CancellationToken stop)
    {
        var reading = await _lists.OfAsync(scope, stop);
        var ahead = _clock.Ahead;
        return ahead == TimeSpan.Zero ? reading
            : reading with { Value = reading.Value with { People = [.. reading.Value.People.Select(a => OurTime(a, ahead))] } };
    }

    /// <summary>Who rests, waits and may go. Per skill it is the join of the queue's agents with the VDN's rest rows.</summary>
    public async Task<Reading<RestPicture>> RestAsync(Scope scope, CancellationToken stop)
    {
        var began = _time.GetUtcNow();
        // 1. The rest rows of the VDN, and for a queue its agents, at the same time.
        var list = scope.Skill is null ? null : _lists.OfAsync(scope, stop);
        var resting = _parts.RestAsync(scope.Vdn, stop);
        if (list is not null) await Task.WhenAll(list, resting);
        var rest = await resting;

        // 2. The states that decide who rests, and what they tell of the server's clock.
        var agents = list is null ? null : await list;
        var (states, notes) = agents is null
            ? await StatesAsync(scope.Vdn, rest.Value, began + WholeAnswer, stop)
            : (agents.Value.People.ToDictionary(a => a.WorkNo), agents.Value.Notes);
        var still = rest.Value.Still.Notes().Concat(notes.OfType<FloorNote.StandsStill>()).Take(1).ToList();
        NoteClock(rest.Value, states, agents?.ReadAt ?? rest.ReadAt, still.Count > 0);

        // 3. The picture.
        var serverNow = rest.ReadAt + _clock.Ahead;
        var picture = agents is null
            ? RestPictures.OfVdn(rest.Value, states, serverNow)
            : RestPictures.OfSkill(rest.Value, agents.Value, states, serverNow);
        picture = picture with { Notes = [.. picture.Notes, .. rest.Value.Missing(rest.ReadAt), .. still.Except(picture.Notes)] };
        return new Reading<RestPicture>(picture,
            agents?.ReadAt < rest.ReadAt ? agents.ReadAt : rest.ReadAt, rest.Failure ?? agents?.Failure);
    }

    public async Task<Reading<AgentDetail>> AgentAsync(int vdn, int workNo, CancellationToken stop)
    {
        var asking = _parts.AgentAsync(vdn, workNo, stop);
        var resting = _parts.RestAsync(vdn, stop);
        Reading<Agent?> agent;
        try
        {
            agent = await asking;
        }
        catch (MonitoringException e) when (e.Failure.MayMeanUnknownNumber)
        {
            // When the rest overview is refused too, its failure is the answer.
            var rest = await resting;
            return new Reading<AgentDetail>(new AgentDetail(null, null, []), rest.ReadAt, rest.Failure);
        }

        if (agent.Value is not { } person || person.State == AgentState.SignedOut)
            return new Reading<AgentDetail>(new AgentDetail(agent.Value, null, []), agent.ReadAt, agent.Failure);
        try
        {
            var rest = await resting;
            var states = new Dictionary<int, Agent> { [workNo] = person };
            NoteClock(rest.Value, states, agent.ReadAt, rest.Value.Still.Proven);
            var row = RestPictures.People(rest.Value, states, rest.ReadAt + _clock.Ahead).FirstOrDefault(r => r.WorkNo == workNo);
            return new Reading<AgentDetail>(new AgentDetail(OurTime(person, _clock.Ahead), row, [.. rest.Value.Missing(rest.ReadAt), .. rest.Value.Still.Notes()]),
                rest.ReadAt < agent.ReadAt ? rest.ReadAt : agent.ReadAt, agent.Failure ?? rest.Failure);
        }
        catch (MonitoringException e)
        {
            return new Reading<AgentDetail>(
                new AgentDetail(OurTime(person, _clock.Ahead), null, [new FloorNote.PartMissing("rest", e.Failure)]), agent.ReadAt, agent.Failure);
        }
    }

    public async Task<Reading<HeadCounts>> CountsAsync(Scope scope, CancellationToken stop)
    {
        if (scope.Skill is null && !_parts.TellsWholeVdn) return await _parts.CountsAsync(scope.Vdn, stop);
        var list = await _lists.OfAsync(scope, stop);
        int In(AgentState state) => list.Value.People.Count(a => a.State == state);
        return new Reading<HeadCounts>(
            new HeadCounts(list.Value.People.Count, In(AgentState.Idle), In(AgentState.Talking), In(AgentState.WrapUp), In(AgentState.Busy),
                In(AgentState.Resting), In(AgentState.Learning), In(AgentState.Unknown), list.Value.Notes),
            list.ReadAt, list.Failure);
    }

    /// <summary>One row a queue: the scope's skill, or all queues of the VDN.</summary>
    public async Task<Reading<QueueBoard>> QueuesAsync(Scope scope, CancellationToken stop)
    {
        if (scope.Skill is { } skill) return await _parts.QueuesAsync(scope.Vdn, [skill], stop);
        int[] configured = [.. _names.Skills(scope.Vdn, null).Select(s => s.Id)];
        if (!_parts.TellsWholeVdn)
        {
            if (configured.Length == 0) throw new EditionException(EditionGap.QueuesOfVdn);
            return With(await _parts.QueuesAsync(scope.Vdn, configured, stop), new FloorNote.OnlyQueues(configured));
        }

        int[] all;
        try
        {
            all = [.. (await _parts.SkillNames(scope.Vdn).GetAsync(stop)).Value.Keys.Order()];
        }
        catch (MonitoringException) when (configured.Length > 0)
        {
            return With(await _parts.QueuesAsync(scope.Vdn, configured, stop), new FloorNote.OnlyQueues(configured));
        }

        return all.Length == 0
            ? new Reading<QueueBoard>(new QueueBoard([], []), _time.GetUtcNow())
            : await _parts.QueuesAsync(scope.Vdn, all, stop);
    }

    public async Task<Reading<SkillList>> SkillsAsync(int vdn, CancellationToken stop)
    {
        var configured = _names.Skills(vdn, null);
        if (!_parts.TellsWholeVdn)
        {
            if (configured.Count == 0) throw new EditionException(EditionGap.SkillNames);
            return new Reading<SkillList>(new SkillList(configured, []), _time.GetUtcNow());
        }

        try
        {
            var platform = await _parts.SkillNames(vdn).GetAsync(stop);
            return new Reading<SkillList>(new SkillList(_names.Skills(vdn, platform.Value), []), platform.ReadAt, platform.Failure);
        }
        catch (MonitoringException e) when (configured.Count > 0)
        {
            return new Reading<SkillList>(new SkillList(configured, [new FloorNote.PartMissing("names", e.Failure)]), _time.GetUtcNow());
        }
    }

    /// <summary>Names for the language and for display. Never fails and never waits for more than a second: what cannot be
    /// read is missing this time. Cached for minutes.</summary>
    public ValueTask<Names> NamesAsync(int vdn, CancellationToken stop) => _names.NamesAsync(vdn, stop);

    /// <summary>How the contact centre has answered so far, for <c>status</c>.</summary>
    public MonitoringHealth Health => _health.Health;

    /// <summary>States for a whole VDN's rest rows: none if the rows and counts decide alone, else from the lists, else one by one;
    /// those that came in time.</summary>
    private async Task<(IReadOnlyDictionary<int, Agent> States, IReadOnlyList<FloorNote> Notes)> StatesAsync(
        int vdn, RestRead rest, DateTimeOffset until, CancellationToken stop)
    {
        var states = new Dictionary<int, Agent>();
        IReadOnlyList<FloorNote> notes = [];
        if (rest.Lines.Count == 0) return (states, notes);
        if (_parts.TellsWholeVdn && RestDecision.Decide(rest, states).All(p => p is not null)) return (states, notes);
        var left = until - _time.GetUtcNow();
        if (left <= TimeSpan.Zero) return (states, notes);
        using var limit = new CancellationTokenSource(left, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            (var people, notes) = (await _lists.OfAsync(new Scope(vdn), either.Token)).Value;
            foreach (var agent in people) states[agent.WorkNo] = agent;
        }
        catch (Exception e) when (e is MonitoringException or EditionException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // Without a list the single queries below remain, if there is time for them.
        }

        var phases = RestDecision.Decide(rest, states);
        var open = rest.Lines.Where((line, i) => phases[i] is null && !states.ContainsKey(line.WorkNo)).Select(l => l.WorkNo);
        foreach (var (workNo, agent) in await _lists.OneByOneAsync(vdn, open, either.Token)) states[workNo] = agent;
        stop.ThrowIfCancellationRequested();
        return (states, notes);
    }

    /// <summary>Somebody resting began at the server's time, and is in that state for so long: together the server's "now".</summary>
    private void NoteClock(RestRead rest, IReadOnlyDictionary<int, Agent> states, DateTimeOffset readAt, bool still)
    {
        // What stands still tells no time.
        if (still) _clock.ForgetData();
        else _clock.SawData(rest.Lines
            .Where(l => l.Rested is null && l.Begin is not null && states.TryGetValue(l.WorkNo, out var a) && a.State == AgentState.Resting && a.InState > TimeSpan.Zero)
            .Select(l => l.Begin!.Value + states[l.WorkNo].InState!.Value), readAt);
    }

    private static Agent OurTime(Agent agent, TimeSpan ahead) => agent with { SignedIn = agent.SignedIn - ahead };

    private static Reading<QueueBoard> With(Reading<QueueBoard> reading, FloorNote note) =>
        reading with { Value = reading.Value with { Notes = [note, .. reading.Value.Notes] } };
}

/// <summary>Counters since the start and the last good and bad moments.</summary>
public sealed record MonitoringHealth(
    long Calls, long Failures, DateTimeOffset? LastGood, MonitoringFailure? LastFailure, DateTimeOffset? LastFailureAt);
