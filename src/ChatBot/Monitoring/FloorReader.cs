namespace ChatBot.Monitoring;

/// <summary>
/// Reads the floor. Everybody who asks for the same scope at the same time shares one upstream call; a reading is reused
/// for <c>Monitoring:MaxAge</c>; when a call fails the last good reading is given with its age and the failure.
/// Every method throws <see cref="MonitoringException"/> when there is no reading at all and
/// <see cref="EditionException"/> when the edition has no answer.
/// </summary>
public sealed class FloorReader
{
    /// <summary>Signed-in agents, in no particular order.</summary>
    public Task<Reading<AgentList>> AgentsAsync(Scope scope, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Who rests, waits and may go. Per skill it is the join of the queue's agents with the VDN's rest rows.</summary>
    public Task<Reading<RestPicture>> RestAsync(Scope scope, CancellationToken stop) => throw new NotImplementedException();

    public Task<Reading<AgentDetail>> AgentAsync(int vdn, int workNo, CancellationToken stop) => throw new NotImplementedException();

    public Task<Reading<HeadCounts>> CountsAsync(Scope scope, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>One row a queue: the scope's skill, or all queues of the VDN.</summary>
    public Task<Reading<QueueBoard>> QueuesAsync(Scope scope, CancellationToken stop) => throw new NotImplementedException();

    public Task<Reading<SkillList>> SkillsAsync(int vdn, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Names for the language and for display. Never fails and never waits for more than a second: what cannot be
    /// read is missing this time. Cached for minutes.</summary>
    public ValueTask<Names> NamesAsync(int vdn, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>How the contact centre has answered so far, for <c>status</c>.</summary>
    public MonitoringHealth Health => throw new NotImplementedException();
}

/// <summary>Counters since the start and the last good and bad moments.</summary>
public sealed record MonitoringHealth(
    long Calls, long Failures, DateTimeOffset? LastGood, MonitoringFailure? LastFailure, DateTimeOffset? LastFailureAt);
