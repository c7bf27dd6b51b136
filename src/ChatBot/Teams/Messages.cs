namespace ChatBot.Teams;

/// <summary>A message: acknowledged at once and answered in the background, or inline where the channel asks for that.</summary>
internal sealed class Messages(Asking asking, Connector connector, Turns turns, References references, TimeProvider time)
{
    public async Task<IResult> TakeAsync(Activity message, CancellationToken gone)
    {
        var to = ConversationReference.Of(message);
        if (message.DeliveryMode == "expectReplies") return await TakeInlineAsync(message, to, gone);
        var queued = turns.Enqueue(
            to.Conversation.Id!,
            async stop =>
            {
                await references.RememberAsync(to, stop);
                var answer = Questions.Of(message) is { } question
                    ? await asking.AnswerTypingAsync(question, to, stop)
                    : Asking.Sentence(Words.UnknownButton);
                await connector.PostAsync(to, Reply.Of(to, answer), stop);
            },
            tooMany: stop => connector.PostAsync(to, Reply.Text(to, Words.TooMany), stop));
        return queued == Queued.NoRoom ? Errors.Full() : Results.Ok();
    }

    private async Task<IResult> TakeInlineAsync(Activity message, ConversationReference to, CancellationToken gone)
    {
        var inTime = new InTime(time);
        var queued = turns.Enqueue(to.Conversation.Id!, async stop =>
        {
            await references.RememberAsync(to, stop);
            var answer = Questions.Of(message) is { } question
                ? await asking.AnswerAsync(question, stop)
                : Asking.Sentence(Words.UnknownButton);
            if (!inTime.TrySet(answer)) await connector.PostAsync(to, Reply.Of(to, answer), stop);
        });
        if (queued == Queued.NoRoom) return Errors.Full();
        if (queued != Queued.Yes) return Activities(Reply.Text(to, Words.TooMany));
        return await inTime.WaitAsync(gone) is { } answer
            ? Activities(Reply.Of(to, answer))
            : Activities(Reply.Text(to, Words.AnswerFollows));
    }

    public static IResult Activities(params ReadOnlyMemory<byte>[] activities) => new JsonBytes(JsonBytes.Write(writer =>
    {
        writer.WriteStartArray("activities");
        foreach (var activity in activities) writer.WriteRawValue(activity.Span, skipInputValidation: true);
        writer.WriteEndArray();
    }));
}
