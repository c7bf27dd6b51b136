using System.Text.Json.Nodes;

namespace ChatBot.Tests.Cards;

/// <summary>Same template, same data: the same card as from the official templating engine.</summary>
public class OfficialEngineTests
{
    private static readonly JsonArray Cases =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "ChatBot.Tests", "Cards", "cases.json")))!.AsArray();

    private static readonly Lazy<Task<JsonArray>> Official = new(() => Oracle.RunAsync("expand.mjs", Cases));

    public static TheoryData<string> Names => [.. Cases.Select(one => one!["name"]!.GetValue<string>())];

    [Theory, MemberData(nameof(Names))]
    public async Task Binds_like_the_official_engine(string name)
    {
        var index = Cases.Index().Single(one => one.Item!["name"]!.GetValue<string>() == name).Index;
        var theirs = (await Official.Value)[index]!;
        var ours = JsonNode.Parse(TemplateFolder.Render(Cases[index]!["template"]!.ToJsonString(), Cases[index]!["data"]!.ToJsonString()));

        Assert.True(theirs["error"] is null, $"the official engine cannot: {theirs["error"]}");
        Assert.True(Oracle.SameCard(ours, theirs["card"]), $"official: {theirs["card"]?.ToJsonString()}\nours:     {ours?.ToJsonString()}");
    }
}
