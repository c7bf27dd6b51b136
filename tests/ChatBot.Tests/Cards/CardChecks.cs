using System.Text.Json.Nodes;

namespace ChatBot.Tests.Cards;

/// <summary>Every card the bot can show: official typings, official parser, our own phone profile, and the official templating
/// engine for the same template and data.</summary>
public class CardChecks
{
    [Fact]
    public void Every_card_keeps_the_phone_profile() =>
        AssertNone(from card in CardFiles.Finished from complaint in PhoneProfile.Complaints(card.Json) select $"{card.Name} at {complaint}");

    [Fact]
    public async Task Every_card_type_checks_against_the_official_typings() =>
        AssertNone(Complaints(await Oracle.RunAsync("typecheck.mjs", CardFiles.ForOracle(CardFiles.Finished))));

    [Fact]
    public async Task Every_card_is_parsed_by_the_official_parser_without_a_complaint() =>
        AssertNone(Complaints(await Oracle.RunAsync("parse.mjs", CardFiles.ForOracle(CardFiles.Finished))));

    [Fact]
    public async Task Every_template_gives_the_card_that_the_official_engine_gives()
    {
        var samples = CardFiles.Samples.ToList();
        AssertNone(CardFiles.Templates.Except(samples.Select(s => s.Template)).Select(t => $"cards/{t}.json: no data to try it with: add Cards/samples/{t}.⟨case⟩.data.json"));

        var official = await Oracle.RunAsync("expand.mjs",
            [.. samples.Select(s => new JsonObject { ["name"] = s.Name, ["template"] = JsonNode.Parse(CardFiles.Template(s.Template)), ["data"] = JsonNode.Parse(s.Data) })]);
        AssertNone(from pair in samples.Zip(official)
                   let ours = JsonNode.Parse(CardFiles.Bind(pair.First.Template, pair.First.Data))
                   where pair.Second!["error"] is not null || !Oracle.SameCard(ours, pair.Second["card"])
                   select $"{pair.First.Name}:\nofficial: {pair.Second}\nours:     {ours}");
    }

    [Fact]
    public async Task The_typings_and_the_parser_do_complain()
    {
        var bad = new JsonArray(new JsonObject
        {
            ["name"] = "bad",
            ["card"] = JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","txt":"x","weight":"Heavy"},{"type":"Foo"}]}"""),
        });
        var typings = Complaints(await Oracle.RunAsync("typecheck.mjs", bad));
        var parser = Complaints(await Oracle.RunAsync("parse.mjs", bad));

        Assert.Contains(typings, complaint => complaint.Contains("Heavy", StringComparison.Ordinal));
        Assert.Contains(parser, complaint => complaint.Contains("Foo", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"x"}""", "$.body[0].wrap")]
    [InlineData("""{"type":"TextBlock","text":"**x**","wrap":true}""", "$.body[0].text")]
    [InlineData("""{"type":"TextBlock","text":"see [x](http://x)","wrap":true}""", "$.body[0].text")]
    [InlineData("""{"type":"Table"}""", "$.body[0]: Table")]
    [InlineData("""{"type":"Input.Text","id":"x"}""", "$.body[0].label")]
    [InlineData("""{"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"Input.Text","id":"x","label":"x"}]}]}""", "$.body[0].columns[0].items[0]: Input.Text inside a column")]
    [InlineData("""{"type":"Input.Date","id":"x","label":"x"}""", "$.body[0]: Input.Date")]
    [InlineData("""{"type":"Image","url":"data:,"}""", "$.body[0].altText")]
    [InlineData("""{"type":"Container","items":[{"type":"RichTextBlock","inlines":[{"type":"TextRun"}]}]}""", "$.body[0].items[0].inlines[0].text")]
    [InlineData("""{"type":"Container","items":[],"selectAction":{"type":"Action.OpenUrl","url":"http://x"}}""", "$.body[0].selectAction: Action.OpenUrl")]
    [InlineData("""{"type":"Container","items":[],"style":null}""", "$.body[0].style")]
    public void The_phone_profile_does_complain(string element, string where) =>
        Assert.Contains(PhoneProfile.Complaints($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}"""), c => c.StartsWith(where, StringComparison.Ordinal));

    private static IEnumerable<string> Complaints(JsonArray results) =>
        from result in results from complaint in result!["complaints"]!.AsArray() select $"{result["name"]}: {complaint}";

    private static void AssertNone(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        Assert.True(all.Count == 0, string.Join("\n", all));
    }
}
