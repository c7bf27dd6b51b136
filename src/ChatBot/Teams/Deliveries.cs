using System.Net;
using System.Text.RegularExpressions;
using ChatBot.Alerts;

namespace ChatBot.Teams;

/// <summary>What a connector's answer means for a message. Pure. The codes are Teams' own; where the documentation is silent, what
/// ends a conversation's alerts must be beyond doubt.</summary>
internal static partial class Deliveries
{
    /// <summary>Before something is tried again that people must mend (a token, a proxy).</summary>
    private static readonly TimeSpan Slowly = TimeSpan.FromMinutes(1);

    /// <param name="inThread">In a channel's thread, which can be gone while the channel lives.</param>
    public static Delivery Of(Sent sent, bool isEdit, bool inThread) => sent switch
    {
        { Ok: true } => new(Arrival.Done, sent.ActivityId ?? IdOf(sent.Id)),
        { HeldBack: { } why } => new(Arrival.Later, RetryAfter: Slowly, Why: why),
        { NeverLeft: true } => new(Arrival.Later, Why: "no connection"),
        { Status: null } => new(Arrival.Unknown, Why: "no answer"),
        _ => Failed(sent, (int)sent.Status, isEdit, inThread) with { Why = $"{(int)sent.Status} {Code(sent)}".TrimEnd(), Status = (int)sent.Status },
    };

    private static Delivery Failed(Sent sent, int status, bool isEdit, bool inThread) => (status, sent.Code) switch
    {
        (413, _) or (_, "MessageSizeTooBig") => new(Arrival.TooLarge),
        (409 or 412 or 429, _) => new(Arrival.Later, RetryAfter: sent.RetryAfter),
        (503, _) when sent.RetryAfter is not null => new(Arrival.Later, RetryAfter: sent.RetryAfter),
        (401 or < 400, _) => new(Arrival.Later, RetryAfter: Slowly),
        ( < 500, _) when sent.IsPage => new(Arrival.Later, RetryAfter: Slowly),
        (_, "ConversationNotFound") => new(inThread ? Arrival.MessageGone : Arrival.ConversationGone),
        (_, "ActivityNotFound") when isEdit || inThread => new(Arrival.MessageGone),
        (403, "MessageWritesBlocked" or "BotDisabledByAdmin" or "BotNotInConversationRoster") => new(Arrival.ConversationGone),
        (403, _) => new(isEdit ? Arrival.MessageGone : Arrival.ConversationGone),
        (404 or 410, _) => new(isEdit || inThread ? Arrival.MessageGone : Arrival.ConversationGone),
        (408, _) => new(Arrival.Unknown),
        (501 or < 500, _) => new(Arrival.Refused),
        _ => new(Arrival.Unknown),
    };

    /// <summary>A new thread's id ends with that of its first message.</summary>
    private static string? IdOf(string? id) => id?[(id.LastIndexOf('=') + 1)..];

    /// <summary>Only what is a code: an error may also be a sentence, with anything in it.</summary>
    public static string Code(Sent sent) =>
        sent.IsPage ? "with a page, not from the channel" : sent.Code is { } code && WordOnly().IsMatch(code) ? code : "";

    [GeneratedRegex("^[A-Za-z0-9_]{1,60}$")]
    private static partial Regex WordOnly();
}
