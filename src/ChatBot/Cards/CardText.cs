using System.Text.Json;

namespace ChatBot.Cards;

/// <summary>A card as plain text, for where no card can be drawn.</summary>
public static class CardText
{
    /// <summary>Every text in reading order, a line each: a set of columns is one line, its columns two blanks apart; a fact is
    /// <c>title: value</c>. Buttons, and what is not visible, are left out.</summary>
    /// <param name="card">A finished card, as <see cref="CardLibrary.Render"/> gives it.</param>
    public static string Of(ReadOnlyMemory<byte> card)
    {
        using var document = JsonDocument.Parse(card);
        return string.Join('\n', Lines(document.RootElement));
    }

    private static IEnumerable<string> Lines(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || element.TryGetProperty("isVisible", out var visible) && visible.ValueKind == JsonValueKind.False) return [];
        var lines = Text(element, "type") switch
        {
            "TextBlock" => [Text(element, "text") ?? ""],
            "RichTextBlock" => [string.Concat(Items(element, "inlines").Select(run => run.ValueKind == JsonValueKind.String ? run.GetString() : Text(run, "text")))],
            "FactSet" => Items(element, "facts").Select(Fact),
            "ColumnSet" => [string.Join("  ", Items(element, "columns").Select(column => string.Join(' ', Lines(column))).Where(text => text.Length > 0))],
            "AdaptiveCard" => Items(element, "body").SelectMany(Lines),
            "Container" or "Column" or null => Items(element, "items").SelectMany(Lines),
            "ActionSet" or "Image" or "Media" => [],
            _ => element.TryGetProperty("fallback", out var fallback) ? Lines(fallback) : [],
        };
        return lines.Where(line => !string.IsNullOrWhiteSpace(line));
    }

    private static string Fact(JsonElement fact)
    {
        var title = Text(fact, "title") ?? "";
        return $"{title}{(title.Length == 0 || title[^1] is ':' or '：' ? "" : ":")} {Text(fact, "value")}".Trim();
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    private static string? Text(JsonElement owner, string property) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(property, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
