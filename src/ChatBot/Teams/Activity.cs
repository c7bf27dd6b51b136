using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Teams;

/// <summary>What a channel sends to <c>/api/messages</c>, as far as the bot reads it; all else is ignored. Ids are opaque.
/// Parts whose form differs between clients stay <see cref="JsonElement"/>, so that an odd one spoils nothing.</summary>
internal sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public string? Text { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ReplyToId { get; init; }
    public string? DeliveryMode { get; init; }
    public string? Locale { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public List<ChannelAccount>? MembersAdded { get; init; }
    public List<ChannelAccount>? MembersRemoved { get; init; }
    public JsonElement Entities { get; init; }
    public JsonElement Value { get; init; }
    public JsonElement ChannelData { get; init; }

    /// <summary>The app id whose token proved this activity; null without. Only <see cref="Caller"/> sets it.</summary>
    [JsonIgnore]
    public string? ProvedFor { get; init; }

    /// <summary>The bot itself is among <paramref name="members"/>; they carry nothing but ids.</summary>
    public bool NamesTheBot(List<ChannelAccount>? members) =>
        Recipient?.Id is { Length: > 0 } bot && members is not null && members.Exists(m => m?.Id == bot);
}

internal sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
}

internal sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
    public bool? IsGroup { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
internal sealed partial class ActivityJson : JsonSerializerContext;

/// <summary>Reads properties of parts that may have any form.</summary>
internal static class LooseJson
{
    public static string? String(this JsonElement part, string name) =>
        part.Part(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>False where a name or a text in it is no Unicode (half of a surrogate pair, broken UTF-8): reading it would throw.</summary>
    public static bool IsReadable(this JsonElement part)
    {
        try
        {
            return part.ValueKind switch
            {
                JsonValueKind.String => part.GetString() is not null,
                JsonValueKind.Array => part.EnumerateArray().All(IsReadable),
                JsonValueKind.Object => part.EnumerateObject().All(property => property.Name is not null && property.Value.IsReadable()),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <returns>An undefined element where <paramref name="part"/> is no object or has no such property.</returns>
    public static JsonElement Part(this JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) ? value : default;
}
