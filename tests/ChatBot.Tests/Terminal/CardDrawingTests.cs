using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Terminal;
using Spectre.Console;

namespace ChatBot.Tests.Terminal;

public class CardDrawingTests
{
    private const string Card = """
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "3 resting", "size": "Large", "weight": "Bolder", "color": "Good" },
            { "type": "Container", "style": "warning", "items": [ { "type": "TextBlock", "text": "Figures are old", "wrap": true } ] },
            { "type": "ColumnSet", "separator": true, "columns": [
              { "type": "Column", "width": "stretch", "items": [
                { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "● ", "color": "Attention" }, { "type": "TextRun", "text": "王小明", "weight": "Bolder" }, "  20011" ] },
                { "type": "TextBlock", "text": "due back 14:05", "isSubtle": true } ] },
              { "type": "Column", "width": "auto", "items": [ { "type": "TextBlock", "text": "12 min", "horizontalAlignment": "Right" } ] } ] },
            { "type": "FactSet", "facts": [ { "title": "Signed in", "value": "42" }, { "title": "示忙", "value": "7" } ] },
            { "type": "Chart.Line", "title": "lost", "fallback": { "type": "TextBlock", "text": "a chart in words" } },
            { "type": "TextBlock", "text": "not now", "isVisible": false },
            { "type": "ActionSet", "actions": [ { "type": "Action.Execute", "title": "Waiting", "data": { "say": "waiting skill 3", "lang": "en" } } ] }
          ],
          "actions": [
            { "type": "Action.Execute", "title": "Refresh", "data": { "say": "resting skill 3", "lang": "zh" } },
            { "type": "Action.OpenUrl", "title": "Handbook", "url": "https://example.org" }
          ]
        }
        """;

    [Fact]
    public void Every_text_of_a_card_is_drawn()
    {
        var drawn = Draw(Card, 80);

        foreach (var text in (string[])["3 resting", "Figures are old", "● 王小明  20011", "due back 14:05", "12 min", "Signed in", "42", "示忙", "7", "a chart in words"])
        {
            Assert.Contains(text, drawn);
        }

        Assert.DoesNotContain("not now", drawn);
        Assert.DoesNotContain('\u001b', drawn);
    }

    [Fact]
    public void Buttons_are_numbered_in_their_order_and_know_what_they_say()
    {
        var drawing = CardDrawing.Of(Encoding.UTF8.GetBytes(Card));

        Assert.Equal(
            [new("Waiting", "waiting skill 3", "en"), new("Refresh", "resting skill 3", "zh"), new("Handbook", null, null)],
            drawing.Buttons);
        Assert.Contains("1\u00a0Waiting", Draw(Card, 80));
        Assert.Contains("2\u00a0Refresh   3\u00a0Handbook", Draw(Card, 80));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(57)]
    [InlineData(120)]
    public void Nothing_is_lost_or_too_wide_at_any_width(int width)
    {
        var name = "Bartholomew-Featherstonehaugh" + new string('长', 30);
        var card = JsonNode.Parse(Card)!;
        card["body"]![2]!["columns"]![0]!["items"]![0]!["inlines"]![1]!["text"] = name;

        var drawn = Draw(card.ToJsonString(), width);

        // Lines of two columns interleave, so each kind of character is counted.
        Assert.Equal(30, drawn.Count(c => c == '长'));
        Assert.Equal(Letters(card).Where(char.IsAsciiLetterOrDigit).Order(), drawn.Where(char.IsAsciiLetterOrDigit).Order());
        Assert.All(drawn.Split('\n'), line => Assert.InRange(line.EnumerateRunes().Sum(r => r.Value > 0x2E80 ? 2 : 1), 0, width));
    }

    [Theory]
    [InlineData("[red]Ann[/] [link=http://x]y[/]")]
    [InlineData("[[/]] ]] [")]
    [InlineData("{0} {{DATE(2026-01-01)}} ${name}")]
    [InlineData("[/]")]
    public void Markup_in_a_name_is_text(string name)
    {
        var card = $$"""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":{{JsonSerializer.Serialize(name)}}},{"type":"FactSet","facts":[{"title":"t","value":{{JsonSerializer.Serialize(name)}}}]}],"actions":[{"title":{{JsonSerializer.Serialize(name)}}}]}""";

        Assert.Equal(3, Draw(card, 100).Replace('\u00a0', ' ').Split(name).Length - 1);
    }

    [Fact]
    public void Control_characters_never_reach_the_terminal()
    {
        var drawn = Draw("""{"body":[{"type":"TextBlock","text":"a\u001b[2Jb\u0007c\u009bd\re"}]}""", 80);

        Assert.Contains("a [2Jb c d e", drawn);
        Assert.DoesNotContain(drawn, c => char.IsControl(c) && c != '\n');
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"body":{},"actions":7}""")]
    [InlineData("""{"body":[7,null,"x",{"type":5},{"type":"TextBlock","text":{}},{"type":"ColumnSet"},{"type":"ColumnSet","columns":[{},3]},{"type":"FactSet","facts":[{}]},{"type":"ActionSet","actions":[1,{}]}]}""")]
    public void A_card_with_parts_that_make_no_sense_is_drawn_without_them(string card) => Draw(card, 80);

    [Theory]
    [InlineData(7)]
    [InlineData(60)]
    public void Many_columns_are_drawn_however_narrow_it_gets(int columns)
    {
        var card = $$"""{"body":[{"type":"ColumnSet","columns":[{{string.Join(',', Enumerable.Repeat("""{"items":[{"type":"TextBlock","text":"七"}]}""", columns))}}]}]}""";

        Assert.Equal(columns, Draw(card, 40).Count(c => c == '七'));
    }

    [Fact]
    public void Colours_are_used_where_the_terminal_has_them()
    {
        Assert.Contains("\u001b[", Draw(Card, 80, ColorSystemSupport.Standard));
    }

    private static string Draw(string card, int width, ColorSystemSupport colours = ColorSystemSupport.NoColors)
    {
        var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours == ColorSystemSupport.NoColors ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = colours,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = width;
        console.Write(CardDrawing.Of(Encoding.UTF8.GetBytes(card)).Card);
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>What a reader of the card should see: every text, title, value and button's number.</summary>
    private static string Letters(JsonNode card)
    {
        var seen = new StringBuilder("123");
        Collect(card);
        return seen.ToString();

        void Collect(JsonNode? node)
        {
            if (node is JsonArray list)
            {
                foreach (var item in list)
                {
                    if (item is JsonValue run) seen.Append(run);
                    else Collect(item);
                }
            }
            else if (node is JsonObject element && element["isVisible"] is null)
            {
                if (element["type"]?.GetValue<string>() == "Chart.Line") element.Remove("title");
                foreach (var (key, value) in element)
                {
                    if (key is "text" or "title" or "value") seen.Append(value);
                    else if (key != "data") Collect(value);
                }
            }
        }
    }
}
