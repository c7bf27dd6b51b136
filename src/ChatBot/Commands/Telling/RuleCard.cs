using ChatBot.Alerts;

namespace ChatBot.Commands.Telling;

/// <summary>A rule: what is watched, what it is now, when it is told and when it counts as calm again.</summary>
internal static class RuleCard
{
    public static async Task<Answer> ShowAsync(
        Turn turn, Rule rule, string title, IReadOnlyList<Button> buttons, CancellationToken stop, FigureNow? now = null)
    {
        var voice = turn.Voice;
        var names = await turn.Floor.NamesAsync(rule.Vdn, stop);
        var where = voice.ConditionAt(names, rule);
        List<Fact> facts = [.. voice.Facts(rule, turn.Usual)];
        if (now?.Seen.Value is { } value) facts.Insert(0, new(voice["alert.fact.now"], Now(voice, rule, value, now.Seen.AtLeast)));
        var view = new View
        {
            Lang = voice.Language,
            Title = title,
            Where = where,
            Warning = now?.Seen.Value is null && now is not null ? Unread(turn, now.Seen) : "",
            Facts = facts,
            Notes = [.. voice.Notes(rule), .. now is null ? [] : FloorNotes.Say(voice, names, rule.Vdn, now.Notes)],
            Foot = turn.Asked.Pressed ? "" : turn.Foot(),
            Buttons = buttons,
        };
        return turn.Show("agent", view, voice.Say("summary.plain", title, where));
    }

    /// <summary>What one may do with a rule that is there.</summary>
    public static IReadOnlyList<Button> Usual(Turn turn, Rule rule)
    {
        List<Button> buttons =
        [
            turn.Button("button.edit", $"edit alert {rule.Number}"),
            rule.Paused ? turn.Button("button.resume", $"resume alert {rule.Number}") : turn.Button("button.pause", $"pause alert {rule.Number}"),
        ];
        if (rule.Shipped is null) buttons.Add(turn.Button("button.delete", $"delete alert {rule.Number}"));
        buttons.Add(turn.Button("button.alerts", "alerts"));
        return buttons;
    }

    private static string Now(Voice voice, Rule rule, int value, bool atLeast)
    {
        var shown = voice.Value(rule.Metric, value);
        return voice.Say(rule.IsBeyond(value) ? "alert.nowBeyond" : "alert.now", atLeast ? voice.Say("value.atLeast", shown) : shown, voice.Limit(rule));
    }

    private static string Unread(Turn turn, Observation seen) => turn.Voice.Say("alert.unread", seen switch
    {
        { Failure: { } failure } => turn.Voice[$"fault.{failure.Fault}"],
        { StandsStillSince: { } since } => turn.Voice.Say("note.standsStill", turn.Voice.Clock(since)),
        _ => turn.Voice["fault.NotUnderstood"],
    });
}
