using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatBot.Tests.Cards;

/// <summary>The official card tools, in Node: one process for all cards of a kind.</summary>
internal static class Oracle
{
    /// <param name="script">A file of the oracle folder.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <returns>What it writes.</returns>
    public static async Task<JsonArray> RunAsync(string script, JsonArray input)
    {
        using var node = Process.Start(new ProcessStartInfo(Needs.Node(), script)
        {
            WorkingDirectory = Needs.Oracle,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Node formats numbers as this machine's user likes them; cards are compared in English.
            Environment = { ["LC_ALL"] = "en_US.UTF-8" },
        })!;
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        await node.StandardInput.WriteAsync(input.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"{script} ended with {node.ExitCode}: {await errors}");
        return JsonNode.Parse(await output)!.AsArray();
    }

    /// <summary>Without properties that are null: ours leaves out what the official engine writes as null.</summary>
    public static JsonNode? WithoutNulls(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject properties:
                return new JsonObject(properties.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, WithoutNulls(p.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(WithoutNulls)]);
            default:
                return node?.DeepClone();
        }
    }

    public static bool SameCard(JsonNode? ours, JsonNode? theirs) => Same(WithoutNulls(ours), WithoutNulls(theirs));

    // Numbers by value: 1.50 is 1.5.
    private static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (null, null) => true,
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(p => y.ContainsKey(p.Key) && Same(p.Value, y[p.Key])),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(pair => Same(pair.First, pair.Second)),
        (JsonValue x, JsonValue y) when x.GetValueKind() == JsonValueKind.Number && y.GetValueKind() == JsonValueKind.Number =>
            x.GetValue<JsonElement>().GetDouble() == y.GetValue<JsonElement>().GetDouble(),
        (JsonValue x, JsonValue y) => JsonNode.DeepEquals(x, y),
        _ => false,
    };
}
