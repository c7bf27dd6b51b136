using ChatBot.Alerts;
using ChatBot.Commands.Telling;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>A new rule of this conversation, watched from the next reading on.</summary>
/// <param name="Value">A whole number for a count, seconds for a time.</param>
public sealed record AlertWhen(Metric Metric, Place Place, Comparison Comparison, int Value, TimeSpan? For = null) : Command
{
    /// <summary>Rules of one conversation.</summary>
    public const int Most = 100;

    protected override string Canonical =>
        $"alert when {Word(Metric)}{Place} {Word(Comparison)} {(Metric.IsTime() ? Commands.Canonical.Duration(TimeSpan.FromSeconds(Value)) : Value)}"
        + (For is { } d ? " for " + Commands.Canonical.Duration(d) : "");

    public override bool ChangesRules => true;

    /// <summary>The sentence that makes this rule again, wherever it is said.</summary>
    public static AlertWhen Of(Rule rule) => new(rule.Metric, new(rule.Skill, rule.Vdn), rule.Comparison, rule.Limit, rule.Hold);

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var rule = AsRule(turn.Conversation.Id, turn.Scope(Place), turn.Usual) with
        {
            MadeBy = turn.Asked.By,
            Language = turn.Voice.Language,
            Mentions = turn.Asked.Mentioned,
        };
        // Whoever names people wants them called.
        if (rule.Mentions.Count > 0) rule = rule with { Severity = Severity.Critical };

        turn.Floor.Demand(rule.Scope);
        // 1 What cannot be watched is refused with the reason.
        if (await UnknownQueue.RefuseAsync(turn, this, rule.Scope, stop) is { } unknown) return unknown;
        var now = await FigureNow.ReadAsync(turn.Floor, rule, stop);

        // 2 What is watched already is not watched twice.
        var rules = await turn.Alerts.RulesAsync(rule.Conversation, stop);
        if (rules.FirstOrDefault(r => AreSame(r, rule)) is { } twin)
            return await RuleCard.ShowAsync(turn, twin, turn.Voice.Say("alert.already", twin.Number), RuleCard.Usual(turn, twin), stop, now);
        if (rules.Count >= Most)
            return turn.Notice(turn.Voice.Say("alert.tooMany", Most), "", [turn.Voice["alert.tooManyAdvice"]], [turn.Button("button.alerts", "alerts")], "Attention");

        // 3 Made, even when the contact centre cannot be read now.
        var made = await turn.Alerts.MakeAsync(rule, turn.Deed($"{Of(rule)}"), stop);
        return await RuleCard.ShowAsync(turn, made, turn.Voice.Say("alert.made", made.Number),
            [turn.Button("button.undo", $"undo alert {made.Number}"), turn.Button("button.edit", $"edit alert {made.Number}"), turn.Button("button.alerts", "alerts")],
            stop, now);
    }

    /// <summary>With the usual figures for all that the sentence does not say.</summary>
    public Rule AsRule(string conversation, Scope scope, AlertSettings usual) => new()
    {
        Conversation = conversation,
        Metric = Metric,
        Vdn = scope.Vdn,
        Skill = scope.Skill,
        Comparison = Comparison,
        Limit = Value,
        Calm = Threshold.UsualCalm(Metric, Comparison, Value),
        Hold = For,
        Repeat = usual.Repeat,
        Severity = usual.Severity,
        Active = ActiveHoursText.TryParse(usual.Active, out var active) ? active : null,
    };

    private static bool AreSame(Rule one, Rule other) =>
        (one.Metric, one.Scope, one.Comparison, one.Limit, one.Hold) == (other.Metric, other.Scope, other.Comparison, other.Limit, other.Hold);

    public static string Word(Metric metric) => metric switch
    {
        Metric.WaitTime => "wait-time",
        Metric.RestOverrun => "rest-overrun",
        Metric.BusyTime => "busy-time",
        Metric.TalkTime => "talk-time",
        Metric.WrapupTime => "wrapup-time",
        Metric.CallsWaiting => "calls-waiting",
        Metric.CallWait => "call-wait",
        _ => metric.ToString().ToLowerInvariant(),
    };

    public static string Word(Comparison comparison) => comparison switch
    {
        Comparison.Above => "above",
        Comparison.AtLeast => "at least",
        Comparison.Below => "below",
        _ => "at most",
    };
}
