using Microsoft.AspNetCore.Http.Features;

namespace ChatBot.Teams;

/// <summary><c>POST /api/messages</c>: the one door of the protocol.</summary>
internal sealed class MessagesEndpoint(
    Caller caller, SeenActivities seen, TooFast tooFast, Messages messages, CardActions actions, Membership membership)
{
    public const string Path = "/api/messages";

    public async Task<IResult> ReceiveAsync(HttpContext context)
    {
        // 1 Who calls?
        if (await caller.RefuseAsync(context) is { } stranger) return Errors.Json(stranger);

        // 2 What is it?
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = ActivityReader.MaxBytes;
        var (activity, refusal) = await ActivityReader.ReadAsync(context.Request, context.RequestAborted);
        if (activity is null) return Errors.Json(refusal!);

        // 3 Does the caller speak for it, and may it be answered where it says?
        (activity, refusal) = caller.Prove(context, activity);
        if (refusal is not null) return Errors.Json(refusal);

        // 4 Whose turn is it? A repeated invoke wants its response again; anything else repeated was answered already.
        if (activity.Type == "invoke") return tooFast.Refuse(activity) ?? await actions.TakeAsync(activity, context.RequestAborted);
        if (activity.Type is not ("message" or "conversationUpdate" or "installationUpdate")) return Results.Ok();
        if (!seen.IsNew(activity.Conversation!.Id!, activity.Id))
            return activity.DeliveryMode == "expectReplies" ? Messages.Activities() : Results.Ok();
        return activity.Type == "message"
            ? tooFast.Refuse(activity) ?? await messages.TakeAsync(activity, context.RequestAborted)
            : membership.Take(activity);
    }
}
