using ChatBot.Commands.Telling;

namespace ChatBot.Commands;

/// <summary>The rule is watched again from the next reading on.</summary>
public sealed record ResumeAlert(int Number) : Command
{
    protected override string Canonical => $"resume alert {Number}";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (await turn.Alerts.RuleAsync(turn.Conversation.Id, Number, stop) is not { } rule) return await NoSuch.AlertAsync(turn, Number, stop);
        var title = turn.Voice.Say(!rule.Paused ? "alert.already.resume" : "alert.done.resume", Number);
        rule = rule with { Paused = false };
        if (!await turn.Alerts.ChangeAsync(rule, stop)) return await NoSuch.AlertAsync(turn, Number, stop);
        return await RuleCard.ShowAsync(turn, rule, title, RuleCard.Usual(turn, rule), stop);
    }
}
