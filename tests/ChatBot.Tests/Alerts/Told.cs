using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatBot.Tests.Alerts;

/// <summary>What a message says of incidents, as its buttons name them.</summary>
/// <param name="Incidents">Their numbers; none for a message that is no incident's card.</param>
/// <param name="Open">Those that can still be taken.</param>
/// <param name="Over">The incident whose end a line tells.</param>
public sealed partial record Told(IReadOnlySet<int> Incidents, IReadOnlySet<int> Open, int? Over)
{
    public static Told Of(JsonElement activity)
    {
        HashSet<int> incidents = [], open = [];
        foreach (var say in Says(activity))
        {
            if (Named().Match(say) is not { Success: true } match) continue;
            var number = Number(match.Groups[2]);
            incidents.Add(number);
            if (match.Groups[1].ValueSpan is "ack") open.Add(number);
        }

        var line = activity.TryGetProperty("text", out var text) ? Ended().Match(text.GetString() ?? "") : Match.Empty;
        return new(incidents, open, line.Success ? Number(line.Groups[1]) : null);
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Says(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(p =>
            p.Name == "say" && p.Value.ValueKind == JsonValueKind.String ? [p.Value.GetString()!] : Says(p.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Says),
        _ => [],
    };

    [GeneratedRegex(@"^\D{0,2}(\d+) is over\b")]
    private static partial Regex Ended();

    [GeneratedRegex(@"^(ack|why|incident) (\d+)\b")]
    private static partial Regex Named();
}
