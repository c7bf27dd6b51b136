using ChatBot.Monitoring;

namespace ChatBot.Commands.Access;

/// <summary>Asked about something that is not theirs who ask; never says more of it than they said themselves.</summary>
/// <param name="workNo">When it is about one agent.</param>
public sealed class NotYoursException(Scope scope, int? workNo = null) : Exception("Asked about a scope that is not theirs who ask")
{
    public Scope Scope { get; } = scope;

    public int? WorkNo { get; } = workNo;

    /// <summary>How many queues of the VDN are theirs, where these are too many to be added up.</summary>
    public int? TooMany { get; init; }
}
