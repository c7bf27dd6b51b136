using ChatBot.Commands.Telling;

namespace ChatBot.Commands.Buttons;

/// <summary>One rule, with what can be done with it.</summary>
internal sealed record ShowAlert(int Number) : Command
{
    protected override string Canonical => $"alert {Number}";

    public override int? OfRule => Number;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) =>
        await turn.Alerts.RuleAsync(turn.Conversation.Id, Number, stop) is { } rule
            ? await RuleCard.ShowAsync(turn, rule, turn.Voice.Say("alert.title", Number), RuleCard.Usual(turn, rule), stop)
            : await NoSuch.AlertAsync(turn, Number, stop);
}
