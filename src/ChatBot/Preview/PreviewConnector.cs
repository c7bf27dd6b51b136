using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatBot.Preview;

/// <summary>The bot's side of the channel: the Bot Connector's calls with the answers Microsoft's emulator gives.</summary>
internal sealed class PreviewConnector(PreviewChannel channel)
{
    private const string Activity = "{conversation}/activities/{activity}";

    public void Map(IEndpointRouteBuilder v3)
    {
        var conversations = v3.MapGroup("/conversations");
        conversations.MapPost("/", Create);
        conversations.MapPost("{conversation}/activities", (string conversation, JsonElement activity) => Post(conversation, null, activity));
        conversations.MapPost(Activity, (string conversation, string activity, JsonElement body) => Post(conversation, activity, body));
        conversations.MapPut(Activity, Put);
        conversations.MapDelete(Activity, () => Error(501, "DeleteActivityAPINotImplemented", "Delete is not implemented"));
        conversations.MapGet("{conversation}/members", () => Json(new JsonArray([.. Cast.People.Select(p => Member(p, "objectId"))])));
        conversations.MapGet("{conversation}/pagedmembers", () => Json(new JsonObject
        {
            ["members"] = new JsonArray([.. Cast.People.Select(p => Member(p, "aadObjectId"))]),
            ["totalCount"] = Cast.People.Count,
        }));
        conversations.MapGet("{conversation}/members/{id}", (string id) => Cast.People.FirstOrDefault(p => p.Id == id) is { } person
            ? Json(Member(person, "aadObjectId"))
            : Error(404, "MemberNotFoundInConversation", "Member not found"));
        v3.MapGet("/teams/{team}", (string team) => team == Cast.Team
            ? Json(new JsonObject { ["id"] = team, ["name"] = Cast.TeamName, ["tenantId"] = Cast.Tenant, ["type"] = "standard" })
            : NoConversation(404));
        v3.MapGet("/teams/{team}/conversations", () => Json(new JsonObject
        {
            ["conversations"] = new JsonArray([.. Cast.Chats.Where(c => c.Kind == ChatKind.Channel).Select(TeamChannel)]),
        }));
    }

    private IResult Post(string conversation, string? replyTo, JsonElement activity)
    {
        if (ChatOf(conversation, out var thread) is not { } chat) return NoConversation(404);
        var message = MessageOf(activity, chat) with { Thread = thread, ReplyToId = replyTo };
        if (Text(activity, "type") == "typing")
        {
            channel.Type(message);
            return Results.StatusCode(202);
        }

        return Json(new JsonObject { ["id"] = channel.Post(message).Id }, 201);
    }

    private IResult Put(string conversation, string activity, JsonElement body)
    {
        if (ChatOf(conversation, out _) is not { } chat) return NoConversation(404);
        var now = MessageOf(body, chat);
        return channel.Find(activity)?.Chat == chat.Id
            && channel.Edit(activity, old => old with { Text = now.Text, Card = now.Card, Summary = now.Summary })
            ? Json(new JsonObject { ["id"] = activity })
            : Error(404, "ActivityNotFound", "Activity not found");
    }

    /// <summary>The personal chat is there already; a channel gets a new thread.</summary>
    private IResult Create(JsonElement body)
    {
        var id = body.TryGetProperty("channelData", out var data) && data.TryGetProperty("channel", out var target) ? Text(target, "id") : null;
        if (id is null) return Json(new JsonObject { ["id"] = Cast.Personal.Id }, 201);
        if (ChatOf(id, out _) is not { } chat || !body.TryGetProperty("activity", out var activity)) return NoConversation(500);
        var message = channel.Post(MessageOf(activity, chat));
        return Json(new JsonObject { ["id"] = $"{chat.Id};messageid={message.Id}", ["activityId"] = message.Id }, 201);
    }

    private static Chat? ChatOf(string conversation, out string? thread)
    {
        var parts = conversation.Split(";messageid=");
        thread = parts.Length > 1 ? parts[1] : null;
        return Cast.Chats.FirstOrDefault(c => c.Id == parts[0]);
    }

    private static Message MessageOf(JsonElement activity, Chat chat) => new()
    {
        Id = "",
        Chat = chat.Id,
        From = Cast.Bot.Name,
        FromBot = true,
        Text = Text(activity, "text"),
        Summary = Text(activity, "summary"),
        Card = activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0
            ? attachments[0].GetProperty("content").Clone()
            : null,
    };

    private static string? Text(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonObject TeamChannel(Chat chat) => chat.Id == Cast.Team
        ? new JsonObject { ["id"] = chat.Id, ["channelType"] = "standard" }
        : new JsonObject { ["id"] = chat.Id, ["name"] = chat.Name, ["channelType"] = "standard" };

    private static JsonObject Member(Person person, string aad) => new()
    {
        ["id"] = person.Id,
        [aad] = person.AadObjectId,
        ["name"] = person.Name,
        ["tenantId"] = Cast.Tenant,
        ["userRole"] = "user",
    };

    private static IResult NoConversation(int status) => Error(status, "ConversationNotFound", "Conversation not found");

    private static IResult Error(int status, string code, string message) =>
        Json(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, status);

    private static IResult Json(JsonNode body, int status = 200) => Results.Text(body.ToJsonString(), "application/json", null, status);
}
