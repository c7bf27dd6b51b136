using System.Globalization;
using System.Text;

namespace ChatBot.Commands;

/// <summary>How slots are printed in canonical forms.</summary>
public static class Canonical
{
    /// <summary>The largest units with nothing lost: 600 s is <c>10m</c>, 90 s is <c>1m30s</c>, a day is <c>24h</c>.</summary>
    public static string Duration(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        var text = new StringBuilder();
        if (seconds / 3600 is > 0 and var h) text.Append(CultureInfo.InvariantCulture, $"{h}h");
        if (seconds / 60 % 60 is > 0 and var m) text.Append(CultureInfo.InvariantCulture, $"{m}m");
        if (seconds % 60 is > 0 || text.Length == 0) text.Append(CultureInfo.InvariantCulture, $"{seconds % 60}s");
        return text.ToString();
    }

    /// <summary>" over 10m", with a leading blank, or nothing.</summary>
    public static string Over(TimeSpan? over) => over is { } d ? " over " + Duration(d) : "";
}
