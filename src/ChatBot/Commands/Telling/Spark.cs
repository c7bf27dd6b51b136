namespace ChatBot.Commands.Telling;

/// <summary>A few figures as a line of bars.</summary>
internal static class Spark
{
    private const string Bars = "▁▂▃▄▅▆▇";

    // As many as fit a narrow phone in one line.
    private const int Most = 20;

    /// <summary>"▁▂▅▇": from nothing to the highest of the last figures; empty for fewer than two.</summary>
    public static string Of(IReadOnlyList<int> values)
    {
        var last = Last(values);
        if (last.Count < 2) return "";
        var top = Math.Max(1, last.Max());
        return string.Concat(last.Select(v => Bars[(int)((long)Math.Max(0, v) * (Bars.Length - 1) / top)]));
    }

    public static IReadOnlyList<int> Last(IReadOnlyList<int> values) => [.. values.TakeLast(Most)];
}
