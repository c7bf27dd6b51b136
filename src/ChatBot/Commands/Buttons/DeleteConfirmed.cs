namespace ChatBot.Commands.Buttons;

/// <summary>The answer to "Delete alert 4?".</summary>
/// <param name="Before">Unix seconds: a card found hours later asks again.</param>
internal sealed record DeleteConfirmed(int Number, long Before) : Command
{
    protected override string Canonical => $"delete alert {Number} before {Before}";

    public override bool ChangesRules => true;

    public override int? OfRule => Number;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (turn.Time.GetUtcNow().ToUnixTimeSeconds() > Before) return await new DeleteAlert(Number).AnswerAsync(turn, stop);
        return await turn.Alerts.RuleAsync(turn.Conversation.Id, Number, stop) is { } rule
            ? await UndoAlert.RemoveAsync(turn, rule, "delete.done", $"delete alert {Number}", stop)
            : await NoSuch.AlertAsync(turn, Number, stop);
    }
}
