using System.Globalization;
using System.Text.Json;
using ChatBot.Commands;
using ChatBot.Edge;

namespace ChatBot.Teams;

/// <summary>Why an activity is not taken: an HTTP status, a code of the protocol, and what is wrong and where.</summary>
internal sealed record Refusal(int Status, string Code, string Message);

/// <summary>Body in, activity out, with everything its type needs, or a refusal.</summary>
internal static class ActivityReader
{
    public const int MaxBytes = EdgeServices.MostBytes;

    private const int MaxIdLength = 1024;
    private const int MaxNameLength = 100;

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

        return (activity is null ? "not an activity: the body is null" : Unfit(activity) ?? Fault(activity)) is { } fault
            ? (null, Bad(fault))
            : (Named(activity!), null);
    }

    /// <summary>Whatever is kept or written into a log is short and one line, and every text can be read.</summary>
    private static string? Unfit(Activity activity)
    {
        var a = activity;
        (string Path, string? Text)[] ids =
        [
            ("type", a.Type), ("id", a.Id), ("name", a.Name), ("action", a.Action), ("channelId", a.ChannelId), ("serviceUrl", a.ServiceUrl),
            ("replyToId", a.ReplyToId), ("deliveryMode", a.DeliveryMode), ("locale", a.Locale), ("from.id", a.From?.Id),
            ("from.aadObjectId", a.From?.AadObjectId), ("recipient.id", a.Recipient?.Id), ("recipient.aadObjectId", a.Recipient?.AadObjectId),
            ("conversation.id", a.Conversation?.Id), ("conversation.conversationType", a.Conversation?.ConversationType),
            ("conversation.tenantId", a.Conversation?.TenantId),
        ];
        if (ids.FirstOrDefault(id => id.Text is not null && !IsId(id.Text)).Path is { } path)
            return $"'{path}' is longer than {MaxIdLength} characters or holds a line break or another character that no id has";
        (string Path, JsonElement Part)[] parts = [("entities", a.Entities), ("value", a.Value), ("channelData", a.ChannelData)];
        return parts.FirstOrDefault(part => !part.Part.IsReadable()).Path is { } part ? $"'{part}' holds text that is not Unicode" : null;
    }

    private static bool IsId(string text) => text.Length <= MaxIdLength && !text.Any(c => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Names are what people call themselves: they are made fit, never refused.</summary>
    private static Activity Named(Activity activity) => activity with
    {
        From = Named(activity.From),
        Recipient = Named(activity.Recipient),
        Conversation = activity.Conversation is { Name: { } name } conversation ? conversation with { Name = Outside.Text(name, MaxNameLength) } : activity.Conversation,
    };

    private static ChannelAccount? Named(ChannelAccount? account) =>
        account is { Name: { } name } ? account with { Name = Outside.Text(name, MaxNameLength) } : account;

    private static string? Fault(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Type)) return "'type' is missing: a string such as \"message\"";
        // Types the bot does not know need nothing more: they are ignored.
        if (activity.Type is not ("message" or "invoke" or "conversationUpdate" or "installationUpdate")) return null;
        if (Missing(activity.Conversation?.Id)) return Needed(activity, "conversation.id");
        if (Missing(activity.ServiceUrl)) return Needed(activity, "serviceUrl");
        if (activity.Type is not ("message" or "invoke")) return null;
        if (Missing(activity.From?.Id)) return Needed(activity, "from.id");
        return Missing(activity.Recipient?.Id) ? Needed(activity, "recipient.id") : null;
    }

    private static bool Missing(string? id) => string.IsNullOrWhiteSpace(id);

    private static string Needed(Activity activity, string path) => $"'{path}' is missing or empty: a {activity.Type} needs it";

    private static Refusal Bad(string message) => new(400, "BadSyntax", message);

    private static string WhatAndWhere(JsonException e) =>
        e.Path is null && e.LineNumber is null
            ? e.Message
            : $"the JSON is broken or of another form at {e.Path ?? "$"}, line {e.LineNumber + 1}, byte {e.BytePositionInLine}";
}
