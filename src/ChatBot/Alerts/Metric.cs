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

public static class Metrics
{
    /// <summary>Its values are seconds.</summary>
    public static bool IsTime(this Metric metric) => metric is Metric.WaitTime or Metric.RestOverrun or Metric.BusyTime
        or Metric.TalkTime or Metric.WrapupTime or Metric.CallWait;

    /// <summary>About queues, not people.</summary>
    public static bool IsCalls(this Metric metric) => metric is Metric.CallsWaiting or Metric.CallWait;
}
