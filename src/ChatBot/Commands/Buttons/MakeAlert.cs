using System.Globalization;
using ChatBot.Alerts;

namespace ChatBot.Commands.Buttons;

/// <summary>Makes the rule that the short form describes; with nonsense in it the form comes back as it was filled in.</summary>
internal sealed record MakeAlert(int Vdn) : Command
{
    protected override string Canonical => $"make alert vdn {Vdn}";

    public override bool ChangesRules => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        var wrong = new Dictionary<string, string>();

        var hasMetric = Enum.TryParse<Metric>(turn.Get("metric"), out var metric) && Enum.IsDefined(metric);
        if (!hasMetric) wrong["metric"] = voice["form.wrong.metric"];

        int? skill = null;
        if (turn.Get("skill") is { Length: > 0 } typed && typed != $"{NewAlert.WholeVdn}")
        {
            skill = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 10000 ? number : null;
            if (skill is null) wrong["skill"] = voice["form.wrong.skill"];
        }

        if (!Enum.TryParse<Comparison>(turn.Get("comparison"), out var comparison) || !Enum.IsDefined(comparison)) wrong["comparison"] = voice["form.wrong.comparison"];

        var limit = Entered.Value(turn.Parser, metric, turn.Get("limit"));
        if (hasMetric && limit is null) wrong["limit"] = voice[metric.IsTime() ? "form.wrong.time" : "form.wrong.count"];
        // "at least 0" is always true and "below 0" never.
        else if (limit == 0 && comparison is Comparison.AtLeast or Comparison.Below) wrong["limit"] = voice["form.wrong.always"];

        if (wrong.Count > 0 || limit is not { } value) return await NewAlert.ShowAsync(turn, new(Vdn), wrong, stop);
        // The sentence that would have said the same stands on the answer.
        var rule = new AlertWhen(metric, new(skill, Vdn), comparison, value);
        return await rule.AnswerAsync(turn with { Said = $"{rule}", Asked = turn.Asked with { Pressed = false } }, stop);
    }
}
