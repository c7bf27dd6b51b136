using System.Text.Json.Nodes;

namespace ChatBot.Tests.Cards;

/// <summary>Our templates with the data of every scene: the official engine makes the same cards of them.</summary>
public class ScenesAndTheOfficialEngine
{
    private static readonly string Cards = Path.Combine(Repository.Root, "cards");

    [Fact]
    public async Task Every_approved_card_is_what_the_official_engine_makes_of_the_same_template_and_data()
    {
        Needs.Node();
        // Templates that show nothing but which they are and their whole data tell what each scene was drawn from.
        var mirrors = Directory.CreateTempSubdirectory("chatbot-mirrors-").FullName;
        foreach (var file in Directory.EnumerateFiles(Cards))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var mirror = name.StartsWith("words", StringComparison.Ordinal) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
                : $$"""{ "template": "{{name}}", "data": "${$root}" }""";
            await File.WriteAllTextAsync(Path.Combine(mirrors, Path.GetFileName(file)), mirror, TestContext.Current.CancellationToken);
        }

        var cases = new JsonArray();
        foreach (var scene in Scenes.All)
        {
            var drawn = JsonNode.Parse(await ApprovedCards.PlayAsync(scene, $"Cards:Folder={mirrors}"))!;
            cases.Add(new JsonObject
            {
                ["name"] = scene.Name,
                ["template"] = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Cards, $"{drawn["template"]}.json"), TestContext.Current.CancellationToken)),
                ["data"] = drawn["data"]!.DeepClone(),
            });
        }

        var official = await Oracle.RunAsync("expand.mjs", cases);

        Assert.All(Scenes.All.Zip(official), pair => Assert.True(
            Oracle.SameCard(JsonNode.Parse(File.ReadAllText(Path.Combine(ApprovedCards.Folder, pair.First.Name + ".json"))), pair.Second!["card"]),
            $"{pair.First.Name}: the official engine draws {pair.Second["card"]?.ToJsonString() ?? pair.Second["error"]?.ToString()}"));
    }
}
