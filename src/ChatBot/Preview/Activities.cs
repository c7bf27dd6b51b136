using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatBot.Preview;

/// <summary>The activities people cause, in the forms recorded from Microsoft's emulator.</summary>
internal static class Activities
{
    public static JsonObject Message(Chat chat, string text)
    {
        var entities = new JsonArray();
        foreach (var person in Cast.People)
        {
            var typed = $"@{person.Name}";
            if (!text.Contains(typed, StringComparison.Ordinal)) continue;
            text = text.Replace(typed, Marked(person), StringComparison.Ordinal);
            entities.Add(Mention(person));
        }

        if (chat.Kind != ChatKind.Personal)
        {
            text = $"{Marked(Cast.Bot)} {text}";
            entities.Add(Mention(Cast.Bot));
        }

        return new() { ["type"] = "message", ["text"] = text, ["textFormat"] = "plain", ["entities"] = entities };
    }

    public static JsonObject Execute(JsonElement action) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["value"] = new JsonObject { ["action"] = JsonNode.Parse(action.GetRawText()) },
    };

    /// <summary>A message without text: the button's data is its value.</summary>
    public static JsonObject Submit(JsonElement action) => new()
    {
        ["type"] = "message",
        ["value"] = action.TryGetProperty("data", out var data) ? JsonNode.Parse(data.GetRawText()) : new JsonObject(),
    };

    public static JsonObject Installed(Chat chat, string action) => new()
    {
        ["type"] = "installationUpdate",
        ["action"] = action,
        ["id"] = $"install-{Guid.NewGuid():N}",
        ["channelData"] = new JsonObject { ["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = chat.Id } } },
    };

    public static JsonObject Joined(Chat chat)
    {
        var joined = new JsonObject
        {
            ["type"] = "conversationUpdate",
            ["membersAdded"] = new JsonArray(
                new JsonObject { ["id"] = Cast.LiNa.Id, ["aadObjectId"] = Cast.LiNa.AadObjectId }, new JsonObject { ["id"] = Cast.Bot.Id }),
        };
        if (chat.Kind == ChatKind.Channel) joined["channelData"] = new JsonObject { ["eventType"] = "teamMemberAdded" };
        return joined;
    }

    /// <summary>Adds what every activity has.</summary>
    public static void Complete(
        JsonObject activity, string conversation, Person who, string? locale, DateTimeOffset now, string serviceUrl)
    {
        var chat = Cast.Chats.FirstOrDefault(c => conversation.StartsWith(c.Id, StringComparison.Ordinal)) ?? Cast.Personal;
        activity["from"] = new JsonObject { ["id"] = who.Id, ["name"] = who.Name, ["aadObjectId"] = who.AadObjectId };
        activity["recipient"] = new JsonObject { ["id"] = Cast.Bot.Id, ["name"] = Cast.Bot.Name };
        activity["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        activity["serviceUrl"] = serviceUrl;
        activity["channelId"] = "msteams";
        activity["locale"] = locale ?? "en-US";
        var account = new JsonObject { ["conversationType"] = Word(chat.Kind), ["tenantId"] = Cast.Tenant, ["id"] = conversation };
        if (chat.Kind != ChatKind.Personal) account["isGroup"] = true;
        activity["conversation"] = account;

        var data = activity["channelData"] as JsonObject ?? [];
        data["tenant"] = new JsonObject { ["id"] = Cast.Tenant };
        if (chat.Kind == ChatKind.Channel)
        {
            data["team"] = new JsonObject { ["id"] = Cast.Team };
            data["channel"] = new JsonObject { ["id"] = chat.Id };
        }

        activity["channelData"] = data;
    }

    private static string Word(ChatKind kind) => kind switch
    {
        ChatKind.Personal => "personal",
        ChatKind.GroupChat => "groupChat",
        _ => "channel",
    };

    private static string Marked(Person person) => $"<at>{person.Name}</at>";

    private static JsonObject Mention(Person person) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name },
        ["text"] = Marked(person),
    };
}
