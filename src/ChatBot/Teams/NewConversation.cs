using System.Text.Json;

namespace ChatBot.Teams;

/// <summary>Bodies of <c>POST /v3/conversations</c>.</summary>
internal static class NewConversation
{
    /// <summary>A thread in a channel, begun by an activity.</summary>
    public static ReadOnlyMemory<byte> Thread(ConversationReference channel, ReadOnlyMemory<byte> activity) => JsonBytes.Write(writer =>
    {
        writer.WriteBoolean("isGroup", true);
        Reply.WriteAccount(writer, "bot", channel.Bot);
        WriteChannelData(writer, channel, () =>
        {
            writer.WriteStartObject("channel");
            writer.WriteString("id", channel.Key);
            writer.WriteEndObject();
        });
        writer.WritePropertyName("activity");
        writer.WriteRawValue(activity.Span, skipInputValidation: true);
    });

    /// <summary>The personal chat with somebody; asked for twice it is the same one.</summary>
    public static ReadOnlyMemory<byte> Personal(ConversationReference near, string person) => JsonBytes.Write(writer =>
    {
        writer.WriteBoolean("isGroup", false);
        Reply.WriteAccount(writer, "bot", near.Bot);
        writer.WriteStartArray("members");
        writer.WriteStartObject();
        writer.WriteString("id", person);
        writer.WriteEndObject();
        writer.WriteEndArray();
        WriteChannelData(writer, near, () => { });
    });

    private static void WriteChannelData(Utf8JsonWriter writer, ConversationReference near, Action more)
    {
        writer.WriteStartObject("channelData");
        more();
        if (near.Conversation.TenantId is { } tenant)
        {
            writer.WriteStartObject("tenant");
            writer.WriteString("id", tenant);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        if (near.Conversation.TenantId is not null) writer.WriteString("tenantId", near.Conversation.TenantId);
    }
}
