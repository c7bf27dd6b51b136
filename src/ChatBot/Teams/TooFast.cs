using ChatBot.Edge;

namespace ChatBot.Teams;

/// <summary>Questions faster than the limits allow: the first one in a pause is told when to go on, the others are let fall. A press is
/// always told, as its button waits for an answer.</summary>
internal sealed class TooFast(QuestionLimits limits, Turns turns, Connector connector)
{
    /// <returns>Null when the question may be answered.</returns>
    public IResult? Refuse(Activity activity)
    {
        var to = ConversationReference.Of(activity);
        if (limits.Take(activity.From!.Id!, to.Key) is not { } refused) return null;
        var (pause, isOfConversation) = refused;
        var words = Words.TooFast(IsChinese(activity), isOfConversation, pause.For);
        if (activity.Type == "invoke") return InvokeResponse.Error(429, "TooManyRequests", words);

        var inline = activity.DeliveryMode == "expectReplies";
        if (!pause.IsNews) return inline ? Messages.Activities() : Results.Ok();
        if (inline) return Messages.Activities(Reply.Text(to, words));
        turns.Enqueue(to.Conversation.Id!, stop => connector.PostAsync(to, Reply.Text(to, words), stop));
        return Results.Ok();
    }

    /// <summary>By what was typed, or by the card whose button it is.</summary>
    private static bool IsChinese(Activity activity)
    {
        var data = activity.Type == "invoke" ? activity.Value.Part("action").Part("data") : activity.Value;
        return data.String("lang") is { } language
            ? language == "zh"
            : activity.Text.AsSpan().ContainsAnyInRange('\u3400', '\u9fff');
    }
}
