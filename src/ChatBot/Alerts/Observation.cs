using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>What one reading says about one rule's metric and scope.</summary>
public sealed record Observation
{
    /// <summary>A count, or seconds. Null when there is no live figure: then <see cref="Failure"/> says why.</summary>
    public int? Value { get; init; }

    /// <summary>Only a part could be read or told (half a page, times left out): the true value may be higher, never lower.</summary>
    public bool AtLeast { get; init; }

    /// <summary>By our clock. Of the last good reading when there is a failure and there ever was one.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>The people (or queues, for calls) behind the value, the worst first, at most <see cref="MostWorst"/>.</summary>
    public IReadOnlyList<Worst> Worst { get; init; } = [];

    /// <summary>Work numbers of everybody signed in at the scope; null where this reading does not tell.</summary>
    public IReadOnlySet<int>? SignedIn { get; init; }

    /// <summary>Why there is no live figure. Figures that stand still are a failure too (<see cref="StandsStillSince"/>).</summary>
    public MonitoringFailure? Failure { get; init; }

    /// <summary>The contact centre answers, but its figures have not moved since then.</summary>
    public DateTimeOffset? StandsStillSince { get; init; }

    public const int MostWorst = 15;
}

/// <param name="Number">A work number; a skill queue for metrics about calls.</param>
/// <param name="Name">Untrusted text; empty for a queue.</param>
/// <param name="Seconds">How long: in the state, over the requested rest, or the longest waiting call. Null when not told.</param>
/// <param name="Count">Calls waiting, for a queue.</param>
/// <param name="Cause">Why a waiting person cannot rest yet.</param>
public sealed record Worst(int Number, string Name, int? Seconds = null, int? Count = null, RestCause? Cause = null);
