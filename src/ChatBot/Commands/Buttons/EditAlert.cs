using ChatBot.Alerts;
using ChatBot.Commands.Telling;

namespace ChatBot.Commands.Buttons;

/// <summary>The form with all that a rule's sentence does not say.</summary>
internal sealed record EditAlert(int Number) : Command
{
    protected override string Canonical => $"edit alert {Number}";

    public override bool ChangesRules => true;

    public override int? OfRule => Number;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) =>
        await turn.Alerts.RuleAsync(turn.Conversation.Id, Number, stop) is { } rule
            ? await ShowAsync(turn, rule, Now(turn, rule), new Dictionary<string, string>(), stop)
            : await NoSuch.AlertAsync(turn, Number, stop);

    /// <param name="entered">By field: what stands in it.</param>
    /// <param name="wrong">By field: what is wrong with that.</param>
    public static async Task<Answer> ShowAsync(
        Turn turn, Rule rule, IReadOnlyDictionary<string, string> entered, IReadOnlyDictionary<string, string> wrong, CancellationToken stop)
    {
        var voice = turn.Voice;
        var names = await turn.Floor.NamesAsync(rule.Vdn, stop);
        var example = voice[rule.Metric.IsTime() ? "form.time.example" : "form.count.example"];
        List<Field> fields =
        [
            Field("limit", "text") with { Label = voice.Say("form.edit.limit", voice[$"metric.{rule.Metric}"], voice[$"form.{rule.Comparison}"]), Placeholder = example },
            Field("calm", "text") with { Placeholder = example },
            Field("hold", "text") with { Placeholder = voice.Say("form.hold.example", turn.Usual.HoldPolls) },
            Field("repeat", "text") with { Placeholder = voice["form.repeat.example"] },
            Field("severity", "choice") with { Choices = [.. Enum.GetValues<Severity>().Select(s => new Choice(voice[$"severity.{s}"], $"{s}"))] },
            Field("active", "text") with { Placeholder = voice["form.active.example"] },
        ];
        // Without an id nobody can be mentioned.
        if (turn.Asked.By is not null) fields.Add(Field("mention", "toggle"));
        return FormView.Show(turn, new FormView
        {
            Lang = voice.Language,
            Title = voice.Say("form.edit", rule.Number),
            Where = voice.ConditionAt(names, rule),
            Fields = fields,
            Notes = rule.Shipped is null ? [] : [voice["form.shipped"]],
            Buttons = [turn.Button("button.save", $"save alert {rule.Number}"), turn.Button("button.cancel", $"alert {rule.Number}")],
        });

        Field Field(string id, string kind) => new(id, kind, id == "limit" ? "" : voice[$"form.{id}"], entered.GetValueOrDefault(id, ""), "", wrong.GetValueOrDefault(id, ""));
    }

    private static Dictionary<string, string> Now(Turn turn, Rule rule) => new()
    {
        ["limit"] = Entered.Of(rule.Metric, rule.Limit),
        ["calm"] = Entered.Of(rule.Metric, rule.Calm),
        ["hold"] = rule.Hold is { } hold ? Commands.Canonical.Duration(hold) : "",
        ["repeat"] = rule.Repeat > TimeSpan.Zero ? Commands.Canonical.Duration(rule.Repeat) : "",
        ["severity"] = $"{rule.Severity}",
        ["active"] = ActiveHoursText.Of(rule.Active),
        ["mention"] = rule.Mentions.Any(p => p.Id == turn.Asked.By?.Id) ? "true" : "false",
    };
}
