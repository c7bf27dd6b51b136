namespace ChatBot.Alerts;

/// <summary>When a rule may speak, by the call centre's wall clock: days of the week, and from a time to a time. A window that
/// ends before it begins goes over midnight and belongs to the day it begins on; equal times are the whole day.</summary>
/// <param name="Days">Empty for every day.</param>
public sealed record ActiveHours(TimeOnly From, TimeOnly To, IReadOnlyList<DayOfWeek> Days)
{
    public bool Contains(DateTime wallClock)
    {
        var time = TimeOnly.FromDateTime(wallClock);
        var today = wallClock.DayOfWeek;
        if (From == To) return On(today);
        if (From < To) return On(today) && time >= From && time < To;
        return (time >= From && On(today)) || (time < To && On(wallClock.AddDays(-1).DayOfWeek));
    }

    private bool On(DayOfWeek day) => Days.Count == 0 || Days.Contains(day);
}
