namespace ChatBot.Tests.Cards;

/// <summary>Every card, drawn by the official renderer on a narrow phone, a phone and a desktop, light and dark.</summary>
public class RenderingTests
{
    private static readonly int[] Widths = [320, 400, 800];
    private static readonly string[] Themes = ["light", "dark"];

    /// <remarks>With <c>CHATBOT_PICTURES=⟨folder⟩</c> it leaves a picture of each there; <c>CHATBOT_PICTURES_OF</c> picks cards
    /// by a part of their name.</remarks>
    [Fact]
    public async Task No_card_is_cut_off_overlaps_or_overflows()
    {
        await using var renderer = await CardRenderer.StartAsync();
        var pictures = Environment.GetEnvironmentVariable("CHATBOT_PICTURES");
        var wanted = Environment.GetEnvironmentVariable("CHATBOT_PICTURES_OF") ?? "";
        if (pictures is not null) Directory.CreateDirectory(pictures);

        var complaints = new List<string>();
        foreach (var (name, json) in CardFiles.Finished)
        {
            foreach (var theme in Themes)
            {
                foreach (var width in Widths)
                {
                    var found = await renderer.ComplaintsAsync(json, width, theme);
                    complaints.AddRange(found.Select(complaint => $"{name} at {width} px, {theme}: {complaint}"));
                    if (pictures is null || !name.Contains(wanted, StringComparison.Ordinal)) continue;
                    await renderer.PictureAsync(Path.Combine(pictures, $"{name.Replace('/', '-').Replace(".json", "", StringComparison.Ordinal)}.{width}.{theme}.png"));
                }
            }
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Fact]
    public async Task A_bad_card_is_noticed()
    {
        (string Complaint, string Body)[] bad =
        [
            ("cut off", """{"type":"TextBlock","text":"a long line that is not allowed to wrap and so cannot be read to its end","wrap":false}"""),
            ("cut off", """{"type":"TextBlock","text":"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen","wrap":true,"maxLines":1}"""),
            ("one letter a line", """{"type":"ColumnSet","columns":[{"type":"Column","width":"8px","items":[{"type":"TextBlock","text":"Waiting","wrap":true}]},{"type":"Column","width":"stretch","items":[{"type":"TextBlock","text":"x","wrap":true}]}]}"""),
            ("torn word", """{"type":"ColumnSet","columns":[{"type":"Column","width":"40px","items":[{"type":"TextBlock","text":"Complaints","wrap":true}]},{"type":"Column","width":"stretch","items":[{"type":"TextBlock","text":"x","wrap":true}]}]}"""),
            ("wide", """{"type":"ColumnSet","columns":[{"type":"Column","width":"250px","items":[{"type":"TextBlock","text":"x","wrap":true}]},{"type":"Column","width":"250px","items":[{"type":"TextBlock","text":"y","wrap":true}]}]}"""),
            ("outside the card", """{"type":"ColumnSet","columns":[{"type":"Column","width":"400px","items":[{"type":"TextBlock","text":"x","wrap":true}]},{"type":"Column","width":"250px","items":[{"type":"TextBlock","text":"y","wrap":true}]}]}"""),
        ];

        await using var renderer = await CardRenderer.StartAsync();
        foreach (var (complaint, body) in bad)
        {
            var found = await renderer.ComplaintsAsync($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{body}}]}""", 320, "light");
            Assert.True(found.Any(c => c.Contains(complaint, StringComparison.Ordinal)), $"no '{complaint}' among: {string.Join("; ", found)}\nof {body}");
        }
    }

    [Fact]
    public async Task Texts_over_each_other_are_noticed()
    {
        await using var renderer = await CardRenderer.StartAsync();
        const string Card = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"above","wrap":true},{"type":"TextBlock","text":"below","wrap":true}]}""";
        Assert.Empty(await renderer.ComplaintsAsync(Card, 320, "light"));

        await renderer.StyleAsync(".ac-textBlock { margin-bottom: -20px; }");
        Assert.Contains("overlapping: \"above\" and \"below\"", await renderer.ComplaintsAsync(Card, 320, "light"));
    }
}
