using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatBot.Tests.Cards;

/// <summary>What a card may be made of so that it reads well on a phone, in old and new clients. Complaints name the JSON path.</summary>
internal static partial class PhoneProfile
{
    private const int MaxUtf8 = 24 * 1024;
    private const int MaxUtf16 = 40 * 1024;
    private const int MaxActions = 6;
    private const int MaxDepth = 8;

    private static readonly Dictionary<string, string[]> Children = new()
    {
        ["AdaptiveCard"] = ["body", "actions"],
        ["Container"] = ["items"],
        ["Column"] = ["items"],
        ["ColumnSet"] = ["columns"],
        ["ActionSet"] = ["actions"],
        ["FactSet"] = [],
        ["TextBlock"] = [],
        ["RichTextBlock"] = ["inlines"],
        ["TextRun"] = [],
        ["Image"] = [],
        ["Action.Execute"] = [],
        ["Input.Text"] = [],
        ["Input.ChoiceSet"] = [],
        ["Input.Toggle"] = [],
    };

    public static List<string> Complaints(string card)
    {
        var complaints = new List<string>();
        var (utf8, utf16) = (Encoding.UTF8.GetByteCount(card), card.Length * 2);
        if (utf8 > MaxUtf8) complaints.Add($"$: {utf8} bytes of UTF-8, more than {MaxUtf8}");
        if (utf16 > MaxUtf16) complaints.Add($"$: {utf16} bytes of UTF-16, more than {MaxUtf16}");

        using var document = JsonDocument.Parse(card);
        var root = document.RootElement;
        if (Text(root, "type") != "AdaptiveCard") complaints.Add("$.type: must be AdaptiveCard");
        if (Text(root, "version") != "1.5") complaints.Add("$.version: must be 1.5");
        Walk(root, "$", 0, complaints);
        return complaints;
    }

    private static void Walk(JsonElement element, string path, int depth, List<string> complaints)
    {
        if (depth > MaxDepth) complaints.Add($"{path}: nested more than {MaxDepth} deep");
        if (element.ValueKind == JsonValueKind.String && path.Contains(".inlines[", StringComparison.Ordinal)) return;

        // 1. The element itself.
        var type = Text(element, "type") ?? (element.TryGetProperty("items", out _) && path.Contains(".columns[", StringComparison.Ordinal) ? "Column" : null);
        if (type is null || !Children.TryGetValue(type, out var children))
        {
            complaints.Add($"{path}: {type ?? "no type"} is not in the profile ({string.Join(", ", Children.Keys)})");
            return;
        }

        if (type == "TextBlock" && !(element.TryGetProperty("wrap", out var wrap) && wrap.ValueKind == JsonValueKind.True)) complaints.Add($"{path}.wrap: must be true, or the text is cut off");
        if (type == "TextBlock" && Markdown().Match(Text(element, "text") ?? "") is { Success: true } mark) complaints.Add($"{path}.text: '{mark.Value}' is read as Markdown: a RichTextBlock shows it as it is");
        if (type == "FactSet") Facts(element, path, complaints);
        if (type == "Image" && string.IsNullOrWhiteSpace(Text(element, "altText"))) complaints.Add($"{path}.altText: is missing");
        if (type == "Action.Execute" && string.IsNullOrWhiteSpace(Text(element, "verb"))) complaints.Add($"{path}.verb: is missing");
        if (type == "TextRun" && Text(element, "text") is null) complaints.Add($"{path}.text: is missing");
        if (type.StartsWith("Input.", StringComparison.Ordinal)) Input(element, type, path, complaints);
        if (element.TryGetProperty("actions", out var actions)) Actions(actions, path, complaints);

        // 2. No property that the binder should have filled or left out.
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null) complaints.Add($"{path}.{property.Name}: is null");
            if (property.Name.StartsWith('$') && property.Name != "$schema") complaints.Add($"{path}.{property.Name}: is left from the template");
            if (property.Name is "selectAction") Walk(property.Value, $"{path}.selectAction", depth + 1, complaints);
        }

        // 3. What it holds.
        foreach (var list in children)
        {
            if (!element.TryGetProperty(list, out var items)) continue;
            foreach (var (index, item) in items.EnumerateArray().Index()) Walk(item, $"{path}.{list}[{index}]", depth + 1, complaints);
        }
    }

    private static void Input(JsonElement input, string type, string path, List<string> complaints)
    {
        if (path.Contains(".columns[", StringComparison.Ordinal)) complaints.Add($"{path}: {type} inside a column is too narrow to be filled in");
        var label = type == "Input.Toggle" ? "title" : "label";
        foreach (var needed in new[] { "id", label })
        {
            if (string.IsNullOrWhiteSpace(Text(input, needed))) complaints.Add($"{path}.{needed}: is missing");
        }

        if (type == "Input.ChoiceSet" && Text(input, "style") != "compact") complaints.Add($"{path}.style: must be compact");
        if (type == "Input.ChoiceSet" && input.GetProperty("choices").GetArrayLength() > 50) complaints.Add($"{path}.choices: more than 50");
    }

    // What stands behind "…" takes no room; clients that know no such thing show the first ones.
    private static void Actions(JsonElement actions, string path, List<string> complaints)
    {
        var shown = actions.EnumerateArray().Count(a => Text(a, "mode") != "secondary");
        if (shown > MaxActions) complaints.Add($"{path}.actions: {shown}, more than {MaxActions}");
        if (actions.GetArrayLength() > 2 * MaxActions) complaints.Add($"{path}.actions: {actions.GetArrayLength()} in all, more than {2 * MaxActions}");
    }

    private static void Facts(JsonElement set, string path, List<string> complaints)
    {
        foreach (var (index, fact) in set.GetProperty("facts").EnumerateArray().Index())
        {
            foreach (var part in new[] { "title", "value" })
            {
                if (Text(fact, part) is not { } text) complaints.Add($"{path}.facts[{index}].{part}: is missing");
                else if (Markdown().Match(text) is { Success: true } mark) complaints.Add($"{path}.facts[{index}].{part}: '{mark.Value}' is read as Markdown");
            }
        }
    }

    private static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    // What clients make bold, slanted, struck, a link, code, a heading or a list of.
    [GeneratedRegex(@"\*\S[^*]*\*|(?<!\w)_\S[^_]*_(?!\w)|~~|`|\]\(|^\s*(#{1,6}|[-*+]|\d+\.)\s", RegexOptions.Multiline)]
    private static partial Regex Markdown();
}
