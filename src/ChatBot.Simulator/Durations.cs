namespace ChatBot.Simulator;

/// <summary>For <c>using static</c>: <c>skill.Has("Ana", resting: Minutes(7))</c>.</summary>
public static class Durations
{
    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    public static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    public static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}
