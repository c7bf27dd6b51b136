namespace ChatBot.Commands.Buttons;

/// <summary>The answer to "Shall I forget you?": it is about whoever presses, not about whoever asked.</summary>
/// <param name="Before">Unix seconds: a card found hours later asks again.</param>
internal sealed record ForgetConfirmed(long Before) : Command
{
    protected override string Canonical => $"forget me before {Before}";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Asked.By is not { Id.Length: > 0 } person || turn.Time.GetUtcNow().ToUnixTimeSeconds() > Before)
            return await new ForgetMe().AnswerAsync(turn, stop);
        await turn.Alerts.ForgetAsync(person, turn.Deed("forget me"), stop);
        return turn.Notice(turn.Voice["forget.done"], "", [turn.Voice["forget.doneMeaning"]], [turn.Button("button.help", "help")], "Good");
    }
}
