namespace ChatBot.Monitoring;

/// <summary>Calls waiting in one skill queue.</summary>
/// <param name="Waiting">Calls waiting now; null when not told.</param>
/// <param name="LongestWait">Of the calls waiting now; null when not told or nobody waits. Classic never tells it.</param>
/// <param name="LongestWaitIn5Min">Longest wait of the last five minutes, where the edition tells it (Classic).</param>
/// <param name="SignedIn">Agents signed in to the queue.</param>
/// <param name="Free">Agents of it ready for a call.</param>
public sealed record QueueState(
    int Skill, int? Waiting, TimeSpan? LongestWait, TimeSpan? LongestWaitIn5Min, int? SignedIn, int? Free);

/// <summary>The queues of a scope.</summary>
public sealed record QueueBoard(IReadOnlyList<QueueState> Queues, IReadOnlyList<FloorNote> Notes);
