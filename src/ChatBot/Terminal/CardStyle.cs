using System.Text.Json;
using Spectre.Console;

namespace ChatBot.Terminal;

/// <summary>Adaptive Card looks in a terminal's terms. A terminal has one size of letters: larger ones are bold.</summary>
internal static class CardStyle
{
    /// <summary>The style of a TextBlock or TextRun; an attribute that is missing or unknown changes nothing.</summary>
    public static Style Of(JsonElement text)
    {
        var decoration = Decoration.None;
        if (text.Is("weight", "Bolder") || text.Is("size", "Large") || text.Is("size", "ExtraLarge") || text.Is("style", "heading"))
        {
            decoration |= Decoration.Bold;
        }

        if (text.IsTrue("isSubtle") || text.Is("weight", "Lighter")) decoration |= Decoration.Dim;
        if (text.IsTrue("italic")) decoration |= Decoration.Italic;
        if (text.IsTrue("underline")) decoration |= Decoration.Underline;
        if (text.IsTrue("strikethrough")) decoration |= Decoration.Strikethrough;
        return new Style(Colour(text.Text("color")), decoration: decoration);
    }

    /// <summary>Of the names that colours and container styles share.</summary>
    public static Color Colour(string? name) => name?.ToLowerInvariant() switch
    {
        "good" => Color.Green,
        "warning" => Color.Yellow,
        "attention" => Color.Red,
        "accent" => Color.DodgerBlue1,
        "emphasis" => Color.Grey,
        _ => Color.Default,
    };

    public static Justify Justification(JsonElement element) => element.Text("horizontalAlignment")?.ToLowerInvariant() switch
    {
        "right" => Justify.Right,
        "center" => Justify.Center,
        _ => Justify.Left,
    };

    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static bool Is(this JsonElement element, string name, string value) =>
        string.Equals(element.Text(name), value, StringComparison.OrdinalIgnoreCase);

    public static bool IsTrue(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];
}
