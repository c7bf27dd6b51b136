namespace ChatBot.Monitoring;

/// <summary>Something read from the contact centre, with its age and, when it could not be refreshed, why.</summary>
/// <param name="Value">The last good value.</param>
/// <param name="ReadAt">When it was read, by our clock.</param>
/// <param name="Failure">Set when refreshing failed and <paramref name="Value"/> is old.</param>
public sealed record Reading<T>(T Value, DateTimeOffset ReadAt, MonitoringFailure? Failure = null)
{
    public bool Stale => Failure is not null;
}

/// <summary>The ways the contact centre can fail us, as a supervisor would tell them apart.</summary>
public enum MonitoringFault
{
    /// <summary>No connection: wrong address, network, TLS.</summary>
    Unreachable,
    /// <summary>It did not answer in time.</summary>
    TimedOut,
    /// <summary>401: keys, signature form or clock.</summary>
    SignatureRefused,
    /// <summary>403, 418, 429, 5xx: an allow-list, a gateway or a proxy in front of it.</summary>
    GatewayRefused,
    /// <summary>HTTP 200 with a failure code of the platform.</summary>
    PlatformRefused,
    /// <summary>An answer that is not the documented JSON: cut, empty, HTML, too large.</summary>
    NotUnderstood,
}

/// <summary>One failure: what, since when. The advice ("what to do") goes with the fault and is worded per language.</summary>
/// <param name="Since">When this scope began to fail without a success in between.</param>
/// <param name="Code">HTTP status or the platform's code ("403", "0100002"); null when there is none.</param>
/// <param name="Text">The platform's own words or the technical reason, untrusted text, at most 200 characters; may be null.</param>
public sealed record MonitoringFailure(MonitoringFault Fault, DateTimeOffset Since, string? Code, string? Text)
{
    /// <summary>How an unknown work number is told is not documented. "Call failed" or "invalid parameter" to the number alone
    /// means that; when everything is refused it does not.</summary>
    internal bool MayMeanUnknownNumber => Fault == MonitoringFault.PlatformRefused && Code is ("0100001" or "0100002");
}

/// <summary>Thrown when a scope could not be read and there is no earlier reading to fall back on. Its message goes to logs, so the
/// platform's words, which may name people, are not in it.</summary>
public sealed class MonitoringException(MonitoringFailure failure, Exception? inner = null)
    : Exception($"{failure.Fault} {failure.Code}", inner)
{
    public MonitoringFailure Failure { get; } = failure;
}

/// <summary>What the configured edition cannot tell.</summary>
public enum EditionGap
{
    /// <summary>Classic has no list of a whole VDN and no queue stands in <c>Monitoring:Skills</c>: ask by skill.</summary>
    AgentsOfVdn,
    /// <summary>Classic tells no queue names and none stand in the settings.</summary>
    SkillNames,
    /// <summary>Classic has no queue figures for a VDN as none of its queues stands in the settings.</summary>
    QueuesOfVdn,
}

/// <summary>Thrown when the question has no answer in this edition; never retried.</summary>
public sealed class EditionException(EditionGap gap) : Exception($"The configured edition cannot tell: {gap}")
{
    public EditionGap Gap { get; } = gap;
}

/// <summary>Something the reader must know to trust a reading. A closed set; the wording is the room Commands'.</summary>
public abstract record FloorNote
{
    private FloorNote() { }

    /// <summary>The platform counts <paramref name="Counted"/> people in a phase but lists <paramref name="Listed"/>.</summary>
    public sealed record CountsDiffer(RestPhase Phase, int Listed, int Counted) : FloorNote;

    /// <summary>A whole VDN in Classic is only the union of these configured queues.</summary>
    public sealed record OnlyQueues(IReadOnlyList<int> Skills) : FloorNote;

    /// <summary>These queues could not be read; the rest of the union is shown.</summary>
    public sealed record QueuesNotRead(IReadOnlyList<int> Skills, MonitoringFailure Failure) : FloorNote;

    /// <summary>Only <paramref name="Read"/> of <paramref name="Expected"/> agents arrived.</summary>
    public sealed record PartlyRead(int Read, int Expected) : FloorNote;

    /// <summary>The longest wait now is not told by this edition; the longest of the last five minutes is shown.</summary>
    public sealed record LongestOf5Min : FloorNote;

    /// <summary>The figures have been the same to the second since then, though they should have moved: they are that old.</summary>
    public sealed record StandsStill(DateTimeOffset Since) : FloorNote;

    /// <summary>Told from some queues of the VDN only: so many others are not for who asks. 0 when it is only the people in none of
    /// these who are left out.</summary>
    public sealed record NotYours(int Queues) : FloorNote;

    /// <summary>A part of the answer is missing because its own call failed.</summary>
    public sealed record PartMissing(string Part, MonitoringFailure Failure) : FloorNote;
}
