using System.Text;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ChatBot.Terminal;

/// <summary>A button of a drawn card.</summary>
/// <param name="Say">The sentence it says; null for one that only a client with a window can press.</param>
/// <param name="Language">Language of the answer it leads to; null when the card does not tell.</param>
internal sealed record CardButton(string Title, string? Say, string? Language);

/// <summary>Draws an Adaptive Card's own JSON. Its texts are only ever given to Spectre.Console as text, never as markup.</summary>
internal sealed class CardDrawing
{
    // More do not fit side by side in the narrowest terminal, and would be left out; they are stacked.
    private const int MostColumns = 10;

    private readonly List<CardButton> _buttons = [];

    private readonly int _before;

    private CardDrawing(JsonElement card, int before)
    {
        _before = before;
        List<IRenderable> parts = [.. Stack(card.List("body"))];
        if (Actions(card.List("actions")) is { } row) parts.AddRange([Text.Empty, row]);
        Card = new Rows(parts);
    }

    public IRenderable Card { get; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<CardButton> Buttons => _buttons;

    /// <param name="card">UTF-8.</param>
    /// <param name="before">How many buttons other cards have: the first of this one gets the next number.</param>
    public static CardDrawing Of(ReadOnlyMemory<byte> card, int before = 0)
    {
        using var document = JsonDocument.Parse(card);
        return new(document.RootElement, before);
    }

    private IEnumerable<IRenderable> Stack(IEnumerable<JsonElement> elements)
    {
        var first = true;
        foreach (var element in elements)
        {
            if (Draw(element) is not { } drawn) continue;
            if (!first && element.IsTrue("separator")) yield return new Rule { Style = new Style(decoration: Decoration.Dim) };
            else if (!first && element.Text("spacing")?.ToLowerInvariant() is "medium" or "large" or "extralarge") yield return Text.Empty;
            first = false;
            yield return drawn;
        }
    }

    private IRenderable? Draw(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (element.TryGetProperty("isVisible", out var visible) && visible.ValueKind == JsonValueKind.False) return null;
        return element.Text("type") switch
        {
            "TextBlock" => Paragraph(element, [element]),
            "RichTextBlock" => Paragraph(element, element.List("inlines")),
            "Container" => Framed(element, new Rows(Stack(element.List("items")))),
            "ColumnSet" when element.List("columns").ToArray() is { Length: > 0 } columns => Framed(element, Columns(columns)),
            "FactSet" => Facts(element.List("facts")),
            "ActionSet" => Actions(element.List("actions")),
            _ => element.TryGetProperty("fallback", out var instead) && instead.ValueKind == JsonValueKind.Object
                ? Draw(instead)
                : element.Text("altText") is { } alt ? new Text(Clean(alt)) : null,
        };
    }

    private static Paragraph Paragraph(JsonElement block, IEnumerable<JsonElement> runs)
    {
        var paragraph = new Paragraph { Justification = CardStyle.Justification(block) };
        foreach (var run in runs)
        {
            if (run.ValueKind == JsonValueKind.String) paragraph.Append(Clean(run.GetString()));
            else paragraph.Append(Clean(run.Text("text")), CardStyle.Of(run));
        }

        return paragraph;
    }

    private static IRenderable Framed(JsonElement element, IRenderable content) => element.Text("style")?.ToLowerInvariant() is { } style and not "default"
        ? new ColouredEdge(content, CardStyle.Colour(style))
        : content;

    private IRenderable Columns(JsonElement[] columns)
    {
        if (columns.Length > MostColumns) return new Rows(columns.SelectMany(column => Stack(column.List("items"))));
        var grid = new Grid { Expand = columns.Any(column => !column.Is("width", "auto")) };
        for (var i = 0; i < columns.Length; i++)
        {
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, i == columns.Length - 1 ? 0 : 1, 0) });
        }

        return grid.AddRow([.. columns.Select(column => new Rows(Stack(column.List("items"))))]);
    }

    private static Grid Facts(IEnumerable<JsonElement> facts)
    {
        var grid = new Grid().AddColumn().AddColumn();
        foreach (var fact in facts)
        {
            grid.AddRow(new Text(Clean(fact.Text("title")), new Style(decoration: Decoration.Bold)), new Text(Clean(fact.Text("value"))));
        }

        return grid;
    }

    private Paragraph? Actions(IEnumerable<JsonElement> actions)
    {
        var line = new Paragraph();
        var before = _buttons.Count;
        foreach (var action in actions)
        {
            var data = action.ValueKind == JsonValueKind.Object && action.TryGetProperty("data", out var found) ? found : default;
            var title = Clean(action.Text("title") ?? data.Text("say"));
            if (_buttons.Count > before) line.Append("   ");
            _buttons.Add(new(title, data.Text("say"), data.Text("lang")));
            line.Append($"{_before + _buttons.Count}", new Style(Color.DodgerBlue1, decoration: Decoration.Bold)).Append("\u00a0" + title);
        }

        return _buttons.Count > before ? line : null;
    }

    /// <summary>No control character reaches the terminal: a name cannot move its cursor or colour it.</summary>
    internal static string Clean(string? text)
    {
        var clean = new StringBuilder(text?.Length ?? 0);
        foreach (var c in text ?? "") clean.Append(c == '\n' ? c : char.IsControl(c) ? ' ' : c);
        return clean.ToString();
    }
}
