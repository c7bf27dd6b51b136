namespace ChatBot.Monitoring;

/// <summary>Where somebody stands with their rest. Classic cannot always tell the last two apart.</summary>
public enum RestPhase
{
    Resting,
    Waiting,
    Approved,
    WaitingOrApproved,
}

/// <summary>Why a rest is not granted yet (<c>cantrestreason</c>); a value outside this list is a code we do not know.</summary>
public enum RestCause
{
    AwaitingApproval = 0,
    AgentBusy = 1,
    VdnQuotaFull = 2,
    TakesNoCalls = 3,
    SkillQuotaFull = 4,
}

/// <summary>One person who rests, waits for permission to, or may but has not gone.</summary>
/// <param name="For">Time resting, or waiting since the request, or since the grant; at the reading, corrected for the
/// server's clock, never negative; null when the platform's time was not plausible.</param>
/// <param name="Asked">The length of rest asked for; null when not told.</param>
/// <param name="Cause">Only while waiting; null otherwise.</param>
public sealed record Rest(int WorkNo, string Name, RestPhase Phase, TimeSpan? For, TimeSpan? Asked, RestCause? Cause)
{
    /// <summary>Time left of a rest being taken; negative when overdue; null when not resting or not known.</summary>
    public TimeSpan? Left => Phase == RestPhase.Resting ? Asked - For : null;

    public bool Overdue => Left < TimeSpan.Zero;
}

/// <summary>The rest picture of a scope: the people, and how many there are of each. A count is never smaller than the
/// truth known from rows; where the platform's own count differs from its rows, <see cref="Notes"/> says so.</summary>
public sealed record RestPicture(IReadOnlyList<Rest> People, int Resting, int Waiting, int Approved, int WaitingOrApproved,
    IReadOnlyList<FloorNote> Notes)
{
    /// <summary>How many of <see cref="WaitingOrApproved"/> wait by the platform's counts, though nobody knows which.</summary>
    public int SurelyWaiting { get; init; }

    /// <summary>How many of them may go.</summary>
    public int SurelyApproved { get; init; }
}
