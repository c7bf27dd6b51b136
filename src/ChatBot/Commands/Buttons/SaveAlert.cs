using ChatBot.Alerts;
using ChatBot.Commands.Telling;

namespace ChatBot.Commands.Buttons;

/// <summary>Keeps what was entered in the form of a rule; with nonsense in it the form comes back as it was filled in.</summary>
internal sealed record SaveAlert(int Number) : Command
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(12);
    private static readonly TimeSpan ShortestRepeat = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRepeat = TimeSpan.FromHours(12);

    protected override string Canonical => $"save alert {Number}";

    public override bool ChangesRules => true;

    public override int? OfRule => Number;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        if (await turn.Alerts.RuleAsync(turn.Conversation.Id, Number, stop) is not { } rule) return await NoSuch.AlertAsync(turn, Number, stop);
        var wrong = new Dictionary<string, string>();
        var changed = Heard(turn, Timed(turn, Limited(turn, rule, wrong), wrong), wrong);
        if (wrong.Count > 0) return await EditAlert.ShowAsync(turn, rule, turn.Asked.Inputs, wrong, stop);
        if (!await turn.Alerts.ChangeAsync(changed, turn.Deed($"edit alert {Number}"), stop)) return await NoSuch.AlertAsync(turn, Number, stop);
        return await RuleCard.ShowAsync(turn, changed, turn.Voice.Say("alert.changed", Number), RuleCard.Usual(turn, changed), stop);
    }

    /// <summary>The limit, and a calm level on its other side: the usual one where none is entered.</summary>
    private static Rule Limited(Turn turn, Rule rule, Dictionary<string, string> wrong)
    {
        var makesNoSense = turn.Voice[rule.Metric.IsTime() ? "form.wrong.time" : "form.wrong.count"];
        if (Entered.Value(turn.Parser, rule.Metric, turn.Get("limit")) is not { } limit) (limit, wrong["limit"]) = (rule.Limit, makesNoSense);
        else if (limit == 0 && rule.Comparison is Comparison.AtLeast or Comparison.Below) wrong["limit"] = turn.Voice["form.wrong.always"];
        rule = rule with { Limit = limit, Calm = Threshold.UsualCalm(rule.Metric, rule.Comparison, limit) };
        if (turn.Get("calm") is not { Length: > 0 } typed) return rule;
        if (Entered.Value(turn.Parser, rule.Metric, typed) is not { } calm) wrong["calm"] = makesNoSense;
        else if (rule.IsBeyond(calm)) wrong["calm"] = turn.Voice.Say("form.wrong.calm", turn.Voice.Limit(rule));
        else return rule with { Calm = calm };
        return rule;
    }

    private static Rule Timed(Turn turn, Rule rule, Dictionary<string, string> wrong)
    {
        TimeSpan? hold = null;
        if (turn.Get("hold") is { Length: > 0 } held && ((hold = Entered.Time(turn.Parser, held)) is null || hold > LongestHold))
            wrong["hold"] = turn.Voice.Say("form.wrong.hold", turn.Voice.Duration(LongestHold));
        var repeat = TimeSpan.Zero;
        if (turn.Get("repeat") is { Length: > 0 } again)
        {
            repeat = Entered.Time(turn.Parser, again) ?? TimeSpan.Zero;
            if (repeat < ShortestRepeat || repeat > LongestRepeat)
                wrong["repeat"] = turn.Voice.Say("form.wrong.repeat", turn.Voice.Duration(ShortestRepeat), turn.Voice.Duration(LongestRepeat));
        }

        return rule with { Hold = hold, Repeat = repeat };
    }

    /// <summary>How loud, when, and to whom.</summary>
    private static Rule Heard(Turn turn, Rule rule, Dictionary<string, string> wrong)
    {
        if (!Enum.TryParse<Severity>(turn.Get("severity"), out var severity) || !Enum.IsDefined(severity)) wrong["severity"] = turn.Voice["form.wrong.severity"];
        if (!ActiveHoursText.TryParse(turn.Get("active"), out var active)) wrong["active"] = turn.Voice["form.wrong.active"];
        var mentions = rule.Mentions;
        if (turn.Asked.By is { } by)
        {
            var others = mentions.Where(p => p.Id != by.Id);
            mentions = turn.Get("mention") == "true" ? [.. others, by] : [.. others];
        }

        return rule with { Severity = severity, Active = active, Mentions = mentions };
    }
}
