using System.Text.Json;
using ChatBot.Alerts;
using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>The activities the bot sends, as UTF-8.</summary>
internal static class Reply
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Its card, or its sentence where it has none.</summary>
    public static ReadOnlyMemory<byte> Of(ConversationReference to, Answer answer) =>
        answer.Card.IsEmpty ? Text(to, answer.Summary) : Of(to, new Message(answer.Card, answer.Summary, []));

    /// <summary>Said unasked. Where people are mentioned, the text begins with their names.</summary>
    public static ReadOnlyMemory<byte> Of(ConversationReference to, Message message) => Write(to, "message", writer =>
    {
        var line = message.Card.IsEmpty ? message.Summary : "";
        if (message.Mentions.Count > 0) Mentioned.Write(writer, message.Mentions, line);
        else writer.WriteString("textFormat", "plain");
        if (message.Mentions.Count == 0 && line.Length > 0) writer.WriteString("text", Unlinked(line));
        writer.WriteString("summary", message.Summary);
        if (!message.Card.IsEmpty) WriteCard(writer, message.Card);
    });

    public static ReadOnlyMemory<byte> Text(ConversationReference to, string text) => Write(to, "message", writer =>
    {
        writer.WriteString("textFormat", "plain");
        writer.WriteString("text", Unlinked(text));
    });

    /// <summary>The bot sends no links, but somebody may be called like one, and clients make links of what looks like one. An
    /// invisible blank in it keeps its look.</summary>
    public static string Unlinked(string text) => text
        .Replace("://", ":\u200b//", StringComparison.Ordinal).Replace("www.", "www\u200b.", StringComparison.OrdinalIgnoreCase);

    public static ReadOnlyMemory<byte> Typing(ConversationReference to) => Write(to, "typing", _ => { });

    private static ReadOnlyMemory<byte> Write(ConversationReference to, string type, Action<Utf8JsonWriter> more) => JsonBytes.Write(writer =>
    {
        writer.WriteString("type", type);
        WriteAccount(writer, "from", to.Bot);
        WriteAccount(writer, "recipient", to.User);
        writer.WriteStartObject("conversation");
        writer.WriteString("id", to.Conversation.Id);
        writer.WriteEndObject();
        if (to.ActivityId is { Length: > 0 } replyTo) writer.WriteString("replyToId", replyTo);
        more(writer);
    });

    private static void WriteCard(Utf8JsonWriter writer, ReadOnlyMemory<byte> card)
    {
        writer.WriteStartArray("attachments");
        writer.WriteStartObject();
        writer.WriteString("contentType", CardType);
        writer.WritePropertyName("content");
        // Our own card library wrote these bytes: reading them again would only cost time.
        writer.WriteRawValue(card.Span, skipInputValidation: true);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    public static void WriteAccount(Utf8JsonWriter writer, string property, ChannelAccount? account)
    {
        if (account?.Id is null) return;
        writer.WriteStartObject(property);
        writer.WriteString("id", account.Id);
        if (account.Name is not null) writer.WriteString("name", account.Name);
        writer.WriteEndObject();
    }
}
