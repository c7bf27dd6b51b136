using System.Text.Json;
using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>A card's button: the card is answered with its successor, so that it changes in place. Pressing one
/// twice, or the channel repeating itself, does no harm: buttons ask, or say how something is to be.</summary>
internal sealed class CardActions(Asking asking, Connector connector, Turns turns, References references, TimeProvider time)
{
    public async Task<IResult> TakeAsync(Activity invoke, CancellationToken gone)
    {
        if (invoke.Name != "adaptiveCard/action")
            return Errors.Json(501, "NotImplemented", $"the bot does not know the invoke '{invoke.Name}'; it knows 'adaptiveCard/action'");
        var to = ConversationReference.Of(invoke);
        if (Fault(invoke, to, out var question) is { } fault) return fault;

        var inTime = new InTime(time);
        var queued = turns.Enqueue(to.Conversation.Id!, async stop =>
        {
            await references.RememberAsync(to, stop);
            var answer = await asking.AnswerAsync(question!, stop);
            if (!inTime.TrySet(answer)) await ReplaceAsync(invoke, to, answer, stop);
        });
        if (queued == Queued.NoRoom) return Errors.Full();
        if (queued != Queued.Yes) return InvokeResponse.Error(429, "TooManyRequests", Words.TooMany);
        return await inTime.WaitAsync(gone) switch
        {
            null => InvokeResponse.Message(Words.WorkingOnIt),
            { IsWhisper: true } whisper => InvokeResponse.Message(whisper.Summary),
            { Card.IsEmpty: true } sentence => InvokeResponse.Error(500, "InternalServerError", sentence.Summary),
            var answer => InvokeResponse.Card(answer),
        };
    }

    private static IResult? Fault(Activity invoke, ConversationReference to, out Question? question)
    {
        question = null;
        var action = invoke.Value.Part("action");
        if (action.ValueKind != JsonValueKind.Object)
            return InvokeResponse.Error(400, "BadRequest", "'value.action' is missing: an adaptiveCard/action needs it");
        var type = action.String("type");
        if (type != "Action.Execute")
            return InvokeResponse.Error(400, "NotSupported", $"'value.action.type' is '{type}'; the bot knows Action.Execute");
        question = action.String("verb") == Questions.Verb ? Questions.OfButton(invoke, action.Part("data"), to.Key) : null;
        return question is null ? InvokeResponse.Error(400, "BadRequest", Words.UnknownButton) : null;
    }

    /// <summary>Too late for the response: the card is edited over the connector. A sentence never replaces a card,
    /// and what is for the presser alone is said to nobody else.</summary>
    private Task ReplaceAsync(Activity invoke, ConversationReference to, Answer answer, CancellationToken stop) =>
        answer.IsWhisper ? Task.CompletedTask : answer.Card.IsEmpty || string.IsNullOrEmpty(invoke.ReplyToId)
            ? connector.PostAsync(to with { ActivityId = invoke.ReplyToId }, Reply.Of(to with { ActivityId = invoke.ReplyToId }, answer), stop)
            : connector.UpdateAsync(to, invoke.ReplyToId, Reply.Of(to, answer), stop);
}
