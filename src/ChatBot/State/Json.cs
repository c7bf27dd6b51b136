using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ChatBot.Alerts;

namespace ChatBot.State;

/// <summary>A record as the text of its column <c>data</c>. A row of an older version is read with the defaults of what it lacks,
/// one of a newer without what is not known here.</summary>
internal static class Json
{
    // Not source-generated: that sets each init-only member, and one that the text lacks loses its default ([] becomes null).
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Forgive, LeaveOut } },
    };

    public static string Write<T>(T record) => JsonSerializer.Serialize(record, Options);

    public static T Read<T>(string data) => JsonSerializer.Deserialize<T>(data, Options)!;

    public static IReadOnlyList<T> ReadAll<T>(IEnumerable<string> rows) => [.. rows.Select(Read<T>)];

    private static void Forgive(JsonTypeInfo type)
    {
        foreach (var member in type.Properties) member.IsRequired = false;
    }

    /// <summary>Everybody signed in: large, and only of use in the reading that tells it.</summary>
    private static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Type != typeof(Observation)) return;
        type.Properties.Remove(type.Properties.Single(p => p.Name == nameof(Observation.SignedIn)));
    }
}
