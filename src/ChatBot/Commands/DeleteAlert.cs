using System.Globalization;
using ChatBot.Commands.Telling;

namespace ChatBot.Commands;

/// <summary>Asks whether the rule is to go; only the card's button removes it.</summary>
public sealed record DeleteAlert(int Number) : Command
{
    /// <summary>How long the question stands.</summary>
    internal static readonly TimeSpan Stands = TimeSpan.FromMinutes(5);

    protected override string Canonical => $"delete alert {Number}";

    public override bool ChangesRules => true;

    public override int? OfRule => Number;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        if (await turn.Alerts.RuleAsync(turn.Conversation.Id, Number, stop) is not { } rule) return await NoSuch.AlertAsync(turn, Number, stop);
        var names = await turn.Floor.NamesAsync(rule.Vdn, stop);
        var where = voice.ConditionAt(names, rule);
        if (rule.Shipped is not null)
        {
            return turn.Notice(voice.Say("alert.isShipped", Number), where, [voice["alert.isShippedAdvice"]],
                [.. RuleCard.Usual(turn, rule)]);
        }

        var until = (turn.Time.GetUtcNow() + Stands).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return turn.Notice(voice.Say("delete.ask", Number), where, [voice["delete.meaning"]],
            [turn.Button("button.delete", $"delete alert {Number} before {until}"), turn.Button("button.keep", $"alert {Number}")], "Attention");
    }
}
