using System.Diagnostics;

namespace ChatBot.Alerts;

/// <summary>An alert's way as one trace: the poll with its calls to the contact centre, and below it every message that was decided by
/// it, also when that was sent much later or by the next process.</summary>
internal static class AlertTrace
{
    public const string Name = "ChatBot.Alerts";

    private static readonly ActivitySource s_source = new(Name);

    public static Activity? Poll(int vdn)
    {
        Activity.Current = null;
        return s_source.StartActivity("poll")?.SetTag("chatbot.vdn", vdn);
    }

    /// <summary>Puts the poll under way on what it has decided to say.</summary>
    public static Change Signed(Change change) => Activity.Current?.Id is { } poll && change.Posts.Any(p => p.Trace is null)
        ? change with { Posts = [.. change.Posts.Select(p => p.Trace is null ? p with { Trace = poll } : p)] }
        : change;

    /// <param name="step">"send" or "edit".</param>
    public static Activity? Say(string step, Post post)
    {
        Activity.Current = null;
        var message = ActivityContext.TryParse(post.Trace, null, isRemote: true, out var poll)
            ? s_source.StartActivity(step, ActivityKind.Internal, poll)
            : s_source.StartActivity(step);
        return message?.SetTag("chatbot.post", post.Id).SetTag("chatbot.post.kind", $"{post.Kind}").SetTag("chatbot.post.critical", post.Critical);
    }

    public static void Came(this Activity? message, Delivery delivery) =>
        message?.SetTag("chatbot.arrival", $"{delivery.Arrival}").SetStatus(delivery.Arrival == Arrival.Done ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
}
