namespace ChatBot.Monitoring;

/// <summary>The contact centre in one edition. Every method is one question, asked now; all throw
/// <see cref="UpstreamFault"/> or whatever <see cref="UpstreamFault.Of(Exception)"/> understands.</summary>
internal interface IFloorSource
{
    /// <summary>True where a whole VDN, its names and its queues can be asked for.</summary>
    bool TellsWholeVdn { get; }

    /// <summary>Signed-in agents; moments by the server's clock.</summary>
    Task<AgentsRead> AgentsAsync(Scope scope, CancellationToken stop);

    /// <summary>Null when the platform does not know the work number.</summary>
    Task<Agent?> AgentAsync(int vdn, int workNo, CancellationToken stop);

    Task<RestRead> RestAsync(int vdn, CancellationToken stop);

    /// <summary>Head counts of a VDN where there is no list of it to count.</summary>
    Task<HeadCounts> CountsAsync(int vdn, CancellationToken stop);

    Task<QueueBoard> QueuesAsync(int vdn, IReadOnlyList<int> skills, CancellationToken stop);

    /// <summary>The platform's queue names by number; the name may be missing.</summary>
    Task<IReadOnlyDictionary<int, string?>> SkillNamesAsync(int vdn, CancellationToken stop);

    /// <summary>The platform's agent names by work number.</summary>
    Task<IReadOnlyDictionary<int, string>> RosterAsync(int vdn, CancellationToken stop);
}

/// <param name="Lost">Rows without a usable work number, or rows that the platform announced and did not send.</param>
internal sealed record AgentsRead(IReadOnlyList<Agent> People, int Lost = 0)
{
    public Stillness Still { get; init; }
}

/// <summary>The rest overview before anybody has decided who rests, waits or may go.</summary>
internal sealed record RestRead(IReadOnlyList<RestLine> Lines, int? Resting, int? Waiting, int? Approved, int Lost)
{
    public Stillness Still { get; init; }

    /// <summary>Rows and counts may be of different moments; here they are not.</summary>
    public bool CountsAddUp => Lost == 0 && Resting + Waiting + Approved == Lines.Count;

    /// <summary>A success without a row or a count tells nothing; that is not "nobody".</summary>
    public IEnumerable<FloorNote> Missing(DateTimeOffset readAt)
    {
        if (Lines.Count == 0 && Lost == 0 && (Resting ?? Waiting ?? Approved) is null)
            yield return new FloorNote.PartMissing("rest", new MonitoringFailure(MonitoringFault.NotUnderstood, readAt, null, "an answer without data"));
    }
}

/// <param name="Begin">By the server's clock; of the rest, the request or the grant.</param>
/// <param name="Rested">Told only of people who rest, and not by every edition.</param>
internal sealed record RestLine(int WorkNo, string? Name, int? Cause, DateTimeOffset? Begin, TimeSpan? Asked, TimeSpan? Rested);
