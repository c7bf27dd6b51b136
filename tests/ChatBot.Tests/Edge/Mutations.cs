using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Simulator;

namespace ChatBot.Tests.Edge;

/// <summary>JSON that was right once. The same seed gives the same bodies.</summary>
internal sealed class Mutations(int seed)
{
    /// <summary>How many more bodies than usual: CHATBOT_FUZZ=100 for an hour's work.</summary>
    public static int Times { get; } = int.TryParse(Environment.GetEnvironmentVariable("CHATBOT_FUZZ"), out var times) ? Math.Clamp(times, 1, 10_000) : 1;

    private readonly Random _random = new(seed);

    /// <summary>One to three changes, of its parts or of its bytes.</summary>
    public byte[] Of(string json)
    {
        try
        {
            var node = JsonNode.Parse(json)!;
            for (var i = _random.Next(1, 4); i > 0; i--) Change(node);
            json = node.ToJsonString();
        }
        catch (System.Text.Json.JsonException)
        {
            // It is mutated as text then.
        }

        if (_random.Next(4) == 0) json = AsText(json);
        return _random.Next(4) == 0 ? AsBytes(Encoding.UTF8.GetBytes(json)) : Encoding.UTF8.GetBytes(json);
    }

    /// <inheritdoc cref="Of(string)"/>
    public byte[] Of(byte[] json) => Of(Encoding.UTF8.GetString(json));

    private void Change(JsonNode root)
    {
        var all = All(root).ToList();
        if (all.Count == 0) return;
        var (parent, key, index) = all[_random.Next(all.Count)];
        if (parent is JsonObject o) o[key!] = Value();
        else if (parent is JsonArray a && _random.Next(3) == 0) a.Insert(index, Value());
        else if (parent is JsonArray b) b[index] = Value();
        if (parent is JsonObject gone && _random.Next(5) == 0) gone.Remove(key!);
    }

    private static IEnumerable<(JsonNode Parent, string? Key, int Index)> All(JsonNode node)
    {
        if (node is JsonObject o)
        {
            foreach (var (key, value) in o)
            {
                yield return (o, key, 0);
                foreach (var inner in value is null ? [] : All(value)) yield return inner;
            }
        }
        else if (node is JsonArray a)
        {
            for (var i = 0; i < a.Count; i++)
            {
                yield return (a, null, i);
                foreach (var inner in a[i] is { } value ? All(value) : []) yield return inner;
            }
        }
    }

    private JsonNode? Value() => _random.Next(16) switch
    {
        0 => null,
        1 => true,
        2 => 0,
        3 => -1,
        4 => long.MaxValue,
        5 => JsonNode.Parse("1e308"),
        6 => JsonNode.Parse("9999999999999999999999999999999999"),
        7 => 4294967295,
        8 => "",
        9 => new JsonArray(),
        10 => new JsonObject(),
        11 => Deep(_random.Next(2, 60)),
        12 => new string("Ω💥a"[_random.Next(4)], _random.Next(5000)),
        13 => new JsonArray([.. Enumerable.Range(0, 30).Select(i => (JsonNode?)i)]),
        14 => _random.Next(-5, 2000),
        _ => HostileNames.All[_random.Next(HostileNames.All.Count)],
    };

    private JsonNode Deep(int depth)
    {
        JsonNode node = "bottom";
        for (var i = 0; i < depth; i++) node = _random.Next(2) == 0 ? new JsonArray(node) : new JsonObject { ["value"] = node };
        return node;
    }

    private string AsText(string json)
    {
        var at = _random.Next(json.Length + 1);
        return _random.Next(9) switch
        {
            0 => json[..at],
            1 => json.Insert(at, "\0"),
            2 => json.Insert(at, "\\ud800"),
            3 => "\ufeff" + json,
            4 => json.Insert(at, json[..Math.Min(json.Length, 40)]),
            5 => json.Insert(at, ","),
            6 => json.Replace("\":", "\":1e999,\"x\":", StringComparison.Ordinal),
            7 => json.Replace("{", "{\"type\":\"message\",", StringComparison.Ordinal),
            _ => json.Insert(at, "/* note */"),
        };
    }

    private byte[] AsBytes(byte[] json)
    {
        if (json.Length == 0) return json;
        var at = _random.Next(json.Length);
        return _random.Next(5) switch
        {
            0 => [.. json[..at], 0xC3, 0x28, .. json[at..]],
            1 => [.. json[..at], 0xED, 0xA0, 0x80, .. json[at..]],
            2 => [.. json[..at], 0xFF, .. json[at..]],
            3 => [.. json[..at], (byte)(json[at] ^ (1 << _random.Next(8))), .. json[(at + 1)..]],
            _ => [.. json[..at], .. json[(at + 1)..]],
        };
    }
}
