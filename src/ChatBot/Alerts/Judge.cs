namespace ChatBot.Alerts;

/// <summary>What surrounds a reading.</summary>
/// <param name="OnDuty">Within the rule's active hours.</param>
/// <param name="MutedBy">An open incident of a rule for the whole VDN with the same metric in the same conversation mutes a
/// queue's rule; its rule number.</param>
public sealed record Circumstances(DateTimeOffset Now, bool OnDuty = true, int? MutedBy = null);

/// <summary>Decides what a reading means. Pure: no clock, no I/O; the same input gives the same verdict.</summary>
public static class Judge
{
    public static Verdict Decide(Rule rule, Observation seen, Known known, JudgeTimes times, Circumstances circumstances) =>
        throw new NotSupportedException();
}

/// <summary>The figures of <c>Alerts</c> that decide.</summary>
/// <param name="HoldReadings">Readings in a row before a raise, where the rule has no time of its own.</param>
/// <param name="WorseByPercent">How far beyond what was last told is told again.</param>
/// <param name="LongestStep">The most that the time between two readings counts for.</param>
public sealed record JudgeTimes(
    int HoldReadings, int CalmReadings, int GoneReadings, int WorseByPercent, TimeSpan CoolDown, TimeSpan LongestStep);
