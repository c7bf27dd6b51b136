using ChatBot.Commands.Telling;

namespace ChatBot.Commands;

/// <summary>The rule says nothing until it is resumed; its open incident ends.</summary>
public sealed record PauseAlert(int Number) : Command
{
    protected override string Canonical => $"pause alert {Number}";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (await turn.Alerts.RuleAsync(turn.Conversation.Id, Number, stop) is not { } rule) return await NoSuch.AlertAsync(turn, Number, stop);
        var title = turn.Voice.Say(rule.Paused ? "alert.already.pause" : "alert.done.pause", Number);
        rule = rule with { Paused = true };
        if (!await turn.Alerts.ChangeAsync(rule, stop)) return await NoSuch.AlertAsync(turn, Number, stop);
        return await RuleCard.ShowAsync(turn, rule, title, RuleCard.Usual(turn, rule), stop);
    }
}
