namespace ChatBot.Simulator;

/// <summary>Where a rest stands.</summary>
public enum RestStage
{
    Waiting,

    /// <summary>Granted, not begun.</summary>
    Approved,

    Begun,
}

/// <summary>One rest, from the request to its end.</summary>
/// <param name="At">Of the request, the grant or the beginning, by stage; true time, before any clock skew.</param>
/// <param name="Asked">The length that was asked for.</param>
/// <param name="Cause">Why it waits (<see cref="WaitCause"/>); 0 in the other stages, as the platform sends it.</param>
public sealed record RestTurn(RestStage Stage, DateTimeOffset At, TimeSpan Asked, int Cause = 0);

/// <summary>Why a rest waits: the platform's codes.</summary>
public static class WaitCause
{
    public const int Approval = 0;
    public const int AgentBusy = 1;
    public const int VdnQuota = 2;
    public const int NoSkill = 3;
    public const int SkillQuota = 4;
}
