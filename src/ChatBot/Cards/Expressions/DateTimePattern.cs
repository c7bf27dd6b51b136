using System.Globalization;
using System.Text;

namespace ChatBot.Cards.Expressions;

/// <summary>The format of <c>formatDateTime</c>, read once. Times are written in UTC, names of days and months in English:
/// that is what the official engine does. For a call centre's own time give the model a ready-made text.</summary>
internal sealed class DateTimePattern
{
    // What the language writes → what .NET writes. Both sets of letters that the official engine understands.
    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["yyyy"] = "yyyy",
        ["YYYY"] = "yyyy",
        ["yy"] = "yy",
        ["YY"] = "yy",
        ["MMMM"] = "MMMM",
        ["MMM"] = "MMM",
        ["MM"] = "MM",
        ["M"] = "%M",
        ["dddd"] = "dddd",
        ["ddd"] = "ddd",
        ["dd"] = "dd",
        ["d"] = "%d",
        ["DD"] = "dd",
        ["D"] = "%d",
        ["HH"] = "HH",
        ["H"] = "%H",
        ["hh"] = "hh",
        ["h"] = "%h",
        ["mm"] = "mm",
        ["m"] = "%m",
        ["ss"] = "ss",
        ["s"] = "%s",
        ["fff"] = "fff",
        ["tt"] = "tt",
        ["t"] = "tt",
    };

    private readonly List<(string Text, bool IsLetters)> _parts;

    private DateTimePattern(List<(string, bool)> parts) => _parts = parts;

    /// <param name="pattern">Null: the round-trip form, <c>2026-11-22T16:08:00.000Z</c>.</param>
    public static DateTimePattern Parse(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern)) return new([("yyyy-MM-dd", true), ("T", false), ("HH:mm:ss.fff", true), ("Z", false)]);

        var parts = new List<(string, bool)>();
        for (var at = 0; at < pattern.Length;)
        {
            var end = at + 1;
            while (end < pattern.Length && pattern[end] == pattern[at]) end++;
            var run = pattern[at..end];
            if (!char.IsAsciiLetter(pattern[at]) && pattern[at] is not ('\'' or '`' or '\\' or '%' or '[' or ']')) parts.Add((run, false));
            else if (Letters.TryGetValue(run, out var letters)) parts.Add((letters, true));
            else throw new FormatException($"'{run}' in the format '{pattern}' is not known; known are {string.Join(' ', Letters.Keys)} and signs that are no letters");
            at = end;
        }

        return new(parts);
    }

    public Value Format(in Value value)
    {
        // A text without an offset is taken as UTC.
        if (value.Kind != ValueKind.String
            || !DateTimeOffset.TryParse(value.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
        {
            return Value.Fail("formatDateTime needs a date and time such as 2026-11-22T16:08:00Z");
        }

        var text = new StringBuilder();
        foreach (var (part, isLetters) in _parts) text.Append(isLetters ? at.ToString(part, CultureInfo.InvariantCulture) : part);
        return Value.Of(text.ToString());
    }
}
