using System.Globalization;

namespace ChatBot.Alerts;

/// <summary>"8:00", "16:30": a time of day as settings and forms hold it.</summary>
internal static class TimeOfDay
{
    public static TimeOnly? Of(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
