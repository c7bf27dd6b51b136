using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Preview;

/// <summary>A message in a chat of the preview channel, as it stands now.</summary>
public sealed record Message
{
    public required string Id { get; init; }

    /// <summary>Id of the <see cref="Preview.Chat"/>.</summary>
    public required string Chat { get; init; }

    /// <summary>In a channel the id of the thread's first message; null elsewhere.</summary>
    public string? Thread { get; init; }

    public required string From { get; init; }
    public bool FromBot { get; init; }
    public string? Text { get; init; }
    public string? Summary { get; init; }

    /// <summary>The Adaptive Card; null when there is none.</summary>
    public JsonElement? Card { get; init; }

    public string? ReplyToId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>How often it was edited since it was posted.</summary>
    public int Edits { get; init; }
}

public enum HappeningKind
{
    Posted,
    Edited,
    Typing,
}

/// <param name="Message">For <see cref="HappeningKind.Typing"/> only its place and sender mean something.</param>
public sealed record Happening(HappeningKind Kind, Message Message);

/// <summary>What the page asks to be said or pressed.</summary>
internal sealed record SayRequest(string Chat, string Text, string? Thread, string? Locale, bool Mention = true, string? From = null);

internal sealed record PressRequest(string Message, JsonElement Action, string? From = null);

internal sealed record OpenRequest(string Chat, string? Locale);

/// <summary>What the channel made of the bot's answer to a request.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The JSON of the answer, if it was JSON.</param>
public sealed record BotResponse(int Status, JsonElement? Body);

internal sealed record PageState(IReadOnlyList<Chat> Chats, IReadOnlyList<Person> People, string Team, string Bot, bool Renderer, IReadOnlyList<Message> Messages);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageState))]
[JsonSerializable(typeof(Happening))]
[JsonSerializable(typeof(BotResponse))]
[JsonSerializable(typeof(SayRequest))]
[JsonSerializable(typeof(PressRequest))]
[JsonSerializable(typeof(OpenRequest))]
internal sealed partial class PreviewJson : JsonSerializerContext;
