using System.Text.Json.Serialization;

namespace ChatBot.Benchmarks;

/// <summary>What the card of the benchmark shows.</summary>
public sealed record Table(string Title, IReadOnlyList<Person> Rows);

public sealed record Person(string Name, string Number, int Minutes, bool Overdue);

[JsonSerializable(typeof(Table))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class TableJson : JsonSerializerContext;
