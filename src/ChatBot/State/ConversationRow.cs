using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatBot.State;

// Properties, not constructors: each database has its own width of integers, and only properties are converted.
internal sealed record ConversationRow
{
    public int? Vdn { get; init; }

    public int? Skill { get; init; }

    public string? Language { get; init; }

    public string? Reference { get; init; }

    public string? Person { get; init; }

    public string? Team { get; init; }

    /// <summary>Of the other side of a personal chat, as its reference tells it; null where it does not.</summary>
    public string? EntraId => field ??= FindEntraId();

    public long? SeenAt { get; init; }

    public long? EndedAt { get; init; }

    private string? FindEntraId()
    {
        if (Person is null || Reference is null) return null;
        try
        {
            return (JsonNode.Parse(Reference) as JsonObject)?["user"] is JsonObject user && user["aadObjectId"] is JsonValue id && id.TryGetValue<string>(out var text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
