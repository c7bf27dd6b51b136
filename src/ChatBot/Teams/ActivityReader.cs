using System.Text.Json;

namespace ChatBot.Teams;

/// <summary>Why an activity is not taken: an HTTP status, a code of the protocol, and what is wrong and where.</summary>
internal sealed record Refusal(int Status, string Code, string Message);

/// <summary>Body in, activity out, with everything its type needs, or a refusal.</summary>
internal static class ActivityReader
{
    /// <summary>Teams' own limit of a message is about 100 KB.</summary>
    public const int MaxBytes = 256 * 1024;

    private const int MaxIdLength = 1024;

    public static async ValueTask<(Activity? Activity, Refusal? Refusal)> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        // A page of another site cannot send this content type without asking first (CORS), so it cannot speak in a user's name.
        if (!request.HasJsonContentType()) return (null, new(415, "UnsupportedMediaType", "send application/json"));
        Activity? activity;
        try
        {
            activity = await JsonSerializer.DeserializeAsync(request.Body, ActivityJson.Default.Activity, stop);
        }
        catch (JsonException e)
        {
            return (null, Bad($"not an activity: {WhatAndWhere(e)}"));
        }
        catch (BadHttpRequestException e)
        {
            return (null, new(e.StatusCode, "BadRequest", e.StatusCode == 413 ? $"more than {MaxBytes} bytes" : "the body did not arrive whole"));
        }

        return Fault(activity) is { } fault ? (null, Bad(fault)) : (activity, null);
    }

    private static string? Fault(Activity? activity)
    {
        if (activity is null) return "not an activity: the body is null";
        if (string.IsNullOrEmpty(activity.Type)) return "'type' is missing: a string such as \"message\"";
        // Types the bot does not know need nothing more: they are ignored.
        if (activity.Type is not ("message" or "invoke" or "conversationUpdate" or "installationUpdate")) return null;
        if (Missing(activity.Conversation?.Id)) return Needed(activity, "conversation.id");
        if (Missing(activity.ServiceUrl)) return Needed(activity, "serviceUrl");
        if (activity.Type is not ("message" or "invoke")) return null;
        if (Missing(activity.From?.Id)) return Needed(activity, "from.id");
        return Missing(activity.Recipient?.Id) ? Needed(activity, "recipient.id") : null;
    }

    private static bool Missing(string? id) => string.IsNullOrWhiteSpace(id) || id.Length > MaxIdLength;

    private static string Needed(Activity activity, string path) =>
        $"'{path}' is missing, empty or longer than {MaxIdLength} characters: a {activity.Type} needs it";

    private static Refusal Bad(string message) => new(400, "BadSyntax", message);

    private static string WhatAndWhere(JsonException e) =>
        e.Path is null && e.LineNumber is null
            ? e.Message
            : $"the JSON is broken or of another form at {e.Path ?? "$"}, line {e.LineNumber + 1}, byte {e.BytePositionInLine}";
}
