using System.Text.Json.Nodes;

namespace ChatBot.Tests.Install;

/// <summary>The files of <c>manifest/</c>.</summary>
internal static class TeamsApp
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "manifest");

    public static JsonObject Manifest { get; } = Read("manifest.json");

    public static string[] Languages { get; } = ["zh-cn", "zh-tw"];

    public static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, file)))!.AsObject();

    /// <summary>Titles and descriptions of all menus, in English, by the names that a language file gives them.</summary>
    public static IEnumerable<(string Key, string Text)> Commands =>
        from list in Manifest["bots"]![0]!["commandLists"]!.AsArray().Index()
        from command in list.Item!["commands"]!.AsArray().Index()
        from property in command.Item!.AsObject()
        select ($"bots[0].commandLists[{list.Index}].commands[{command.Index}].{property.Key}", (string)property.Value!);

    /// <returns>What the official schemas say against it, a line each.</returns>
    public static async Task<string[]> ComplaintsAsync(params (string Name, JsonNode Json)[] files)
    {
        var answers = await Cards.Oracle.RunAsync("manifest.mjs",
            [.. files.Select(file => new JsonObject { ["name"] = file.Name, ["json"] = file.Json.DeepClone() })]);
        return [.. from answer in answers
            from complaint in answer!["complaints"]!.AsArray()
            select $"{answer["name"]}: {complaint}"];
    }
}
