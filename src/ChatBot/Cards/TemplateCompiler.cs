using System.Buffers;
using System.Text.Json;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards;

/// <summary>A template file → nodes. Collects what is wrong with where, and goes on, so that one start tells everything.</summary>
internal sealed class TemplateCompiler(string file, List<string> faults)
{
    private static readonly string[] Reserved = ["$data", "$when", "$root", "$index", "$host", "$_acTemplateVersion"];

    /// <returns>Null when there were faults.</returns>
    public TemplateNode? Compile(ReadOnlyMemory<byte> json)
    {
        var before = faults.Count;
        try
        {
            if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object) Fault("$", "a card is a JSON object");
            var root = Node(document.RootElement, [], "$", inList: false);
            return faults.Count == before ? root : null;
        }
        catch (JsonException wrong)
        {
            faults.Add($"{file}: not readable as JSON: {wrong.Message}");
            return null;
        }
    }

    private TemplateNode Node(JsonElement json, byte[] name, string path, bool inList) => json.ValueKind switch
    {
        JsonValueKind.Object => Object(json, name, path, inList),
        JsonValueKind.Array => List(json, name, path, inList),
        JsonValueKind.String => Text(json, name, path, inList),
        _ => Literal(json, name),
    };

    private TemplateNode Object(JsonElement json, byte[] name, string path, bool inList)
    {
        Expression? data = null, when = null;
        var properties = new List<TemplateNode>();
        foreach (var property in json.EnumerateObject())
        {
            var at = Under(path, property.Name);
            if (property.Name.Contains("${", StringComparison.Ordinal)) Fault(at, "a property name cannot hold an expression");
            else if (property.Name == "$data") data = Data(property.Value, at);
            else if (property.Name == "$when") when = When(property.Value, at);
            else if (Reserved.Contains(property.Name)) Fault(at, $"{property.Name} cannot be set: take it out");
            else properties.Add(Node(property.Value, [.. "\""u8, .. Encoded(property.Name), .. "\":"u8], at, inList: false));
        }

        if (data is null && when is null && properties.TrueForAll(p => p is LiteralNode) && !HasReserved(json)) return Literal(json, name);
        return new ObjectNode(name, Joined(properties), data, when, $"{file} at {path}", inList);
    }

    // Neighbours without expressions are written in one go.
    private static TemplateNode[] Joined(List<TemplateNode> nodes)
    {
        var joined = new List<TemplateNode>();
        foreach (var node in nodes)
        {
            if (node is LiteralNode next && joined is [.., LiteralNode last]) joined[^1] = last.And(next);
            else joined.Add(node);
        }

        return [.. joined];
    }

    private TemplateNode List(JsonElement json, byte[] name, string path, bool inList)
    {
        var items = json.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null)
            .Select((item, i) => Node(item, [], $"{path}[{i}]", inList: true)).ToArray();
        var plain = Array.TrueForAll(items, item => item is LiteralNode) && json.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Null or JsonValueKind.Array));
        return plain && !inList ? Literal(json, name) : new ListNode(name, Joined([.. items]), spilled: inList);
    }

    private TemplateNode Text(JsonElement json, byte[] name, string path, bool inList)
    {
        var text = json.GetString()!;
        var place = $"{file} at {path} \"{text}\"";
        if (Cut(text, path) is not { } parts) return Literal(json, name);
        if (Interpolation.IsWhole(parts)) return new ValueNode(name, parts[0].Expression!, place, inList);
        return new TextNode(name, [.. parts.Select(part => (part.Expression is null ? Encoded(part.Source) : null, part.Expression))], place);
    }

    private Expression? When(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.String && Cut(json.GetString()!, path) is { } parts)
        {
            if (Interpolation.IsWhole(parts)) return parts[0].Expression;
        }
        else if (json.ValueKind == JsonValueKind.String && json.GetString()!.Contains("${", StringComparison.Ordinal))
        {
            return null;
        }

        Fault(path, "$when must be one expression, as in \"${count(rows) > 0}\"");
        return null;
    }

    private Expression? Data(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.String && Cut(json.GetString()!, path) is { } parts && Interpolation.IsWhole(parts)) return parts[0].Expression;
        if (json.ValueKind is JsonValueKind.Object or JsonValueKind.Array && !json.GetRawText().Contains("${", StringComparison.Ordinal))
        {
            return new Constant(Value.Of(json.Clone()));
        }

        if (json.ValueKind != JsonValueKind.String || !json.GetString()!.Contains("${", StringComparison.Ordinal) || Cut(json.GetString()!, path) is not null)
        {
            Fault(path, "$data must be one expression, as in \"${rows}\", or an object or list without expressions");
        }

        return null;
    }

    private List<Interpolation.Part>? Cut(string text, string path)
    {
        try
        {
            return Interpolation.Cut(text);
        }
        catch (FormatException wrong)
        {
            Fault(path, wrong.Message);
            return null;
        }
    }

    private static LiteralNode Literal(JsonElement json, byte[] name)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Bench.Encoder });
        json.WriteTo(writer);
        writer.Flush();
        return new LiteralNode(name, buffer.WrittenSpan.ToArray());
    }

    private static bool HasReserved(JsonElement json) => json.EnumerateObject().Any(property => Reserved.Contains(property.Name));

    private static byte[] Encoded(string text) => JsonEncodedText.Encode(text, Bench.Encoder).EncodedUtf8Bytes.ToArray();

    private static string Under(string path, string property) =>
        property.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$') ? $"{path}.{property}" : $"{path}['{property}']";

    private void Fault(string path, string what) => faults.Add($"{file} at {path}: {what}.");
}
