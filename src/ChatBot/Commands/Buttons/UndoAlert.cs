using ChatBot.Alerts;
using ChatBot.Commands.Telling;

namespace ChatBot.Commands.Buttons;

/// <summary>Takes a rule back that was just made: at once, as it is easily made again.</summary>
internal sealed record UndoAlert(int Number) : Command
{
    protected override string Canonical => $"undo alert {Number}";

    public override bool ChangesRules => true;

    public override int? OfRule => Number;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) =>
        await turn.Alerts.RuleAsync(turn.Conversation.Id, Number, stop) is { } rule
            ? await RemoveAsync(turn, rule, "alert.undone", $"{this}", stop)
            : await NoSuch.AlertAsync(turn, Number, stop);

    /// <param name="done">Key of the title.</param>
    /// <param name="what">For the audit, in canonical form.</param>
    public static async Task<Answer> RemoveAsync(Turn turn, Rule rule, string done, string what, CancellationToken stop)
    {
        var voice = turn.Voice;
        if (rule.Shipped is not null || !await turn.Alerts.DeleteAsync(rule, turn.Deed(what), stop)) return await NoSuch.AlertAsync(turn, rule.Number, stop);
        var names = await turn.Floor.NamesAsync(rule.Vdn, stop);
        return turn.Notice(voice.Say(done, rule.Number), voice.ConditionAt(names, rule), [],
            [turn.Button("button.again", $"{AlertWhen.Of(rule)}"), turn.Button("button.alerts", "alerts")]);
    }
}
