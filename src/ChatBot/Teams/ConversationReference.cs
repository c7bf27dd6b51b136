using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Teams;

/// <summary>How to reach a conversation again.</summary>
internal sealed record ConversationReference
{
    public required string ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public string? Locale { get; init; }
    public ChannelAccount? Bot { get; init; }

    /// <summary>The other side of a personal chat; in groups whoever wrote last, which is not kept.</summary>
    public ChannelAccount? User { get; init; }

    public required ConversationAccount Conversation { get; init; }

    /// <summary>The team of a channel, where the activity told it; kept beside the reference.</summary>
    [JsonIgnore]
    public string? Team { get; init; }

    /// <summary>The app id whose token proved it; null when nobody did. Only what was proved for today's app id ever gets its token.</summary>
    public string? ProvedFor { get; init; }

    /// <summary>The activity to reply to; null for a message out of the blue.</summary>
    [JsonIgnore]
    public string? ActivityId { get; init; }

    /// <param name="activity">One that <see cref="ActivityReader"/> let through.</param>
    public static ConversationReference Of(Activity activity) => new()
    {
        ServiceUrl = activity.ServiceUrl!,
        ChannelId = activity.ChannelId,
        Locale = activity.Locale,
        Bot = activity.Recipient,
        User = activity.From,
        Conversation = activity.Conversation!,
        ProvedFor = activity.ProvedFor,
        ActivityId = activity.Id,
        Team = activity.ChannelData.Part("team").String("id"),
    };

    /// <summary>What settings and the welcome belong to: a channel, not each of its threads.</summary>
    public string Key => WithoutThread(Conversation.Id!);

    /// <summary>The same for every activity of a conversation, whoever wrote it and in whichever thread. Nobody's name is in it:
    /// ids are enough to reach people.</summary>
    public string ToStore() => JsonSerializer.Serialize(
        this with
        {
            Conversation = Conversation with { Id = Key },
            User = IsPersonal && User is { } user ? user with { Name = null } : null,
            Locale = IsPersonal ? Locale : null,
        },
        ActivityJson.Default.ConversationReference);

    [JsonIgnore]
    public bool IsChannel => Conversation.ConversationType == "channel";

    /// <summary>The thread that begins with this message.</summary>
    public ConversationReference InThread(string message) =>
        this with { Conversation = Conversation with { Id = $"{Key};messageid={message}" }, ActivityId = null };

    /// <summary>The id of the other side of a personal chat; null in groups.</summary>
    [JsonIgnore]
    public string? Person => IsPersonal ? User?.Id : null;

    private bool IsPersonal => Conversation.ConversationType == "personal";

    /// <returns>Null when it was written by a version that knew another form.</returns>
    public static ConversationReference? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ActivityJson.Default.ConversationReference);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string WithoutThread(string id) =>
        id.IndexOf(";messageid=", StringComparison.Ordinal) is >= 0 and var end ? id[..end] : id;
}
