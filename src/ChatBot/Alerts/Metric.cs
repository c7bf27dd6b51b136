namespace ChatBot.Alerts;

/// <summary>What an alert rule can watch. Counts take a whole number, times a duration.</summary>
public enum Metric
{
    Waiting,
    Resting,
    Approved,
    Idle,
    Busy,
    WaitTime,
    RestOverrun,
    BusyTime,
    TalkTime,
    WrapupTime,
    CallsWaiting,
    CallWait,
}

public enum Comparison
{
    Above,
    AtLeast,
    Below,
    AtMost,
}
