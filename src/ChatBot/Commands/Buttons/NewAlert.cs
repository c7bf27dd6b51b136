using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Buttons;

/// <summary>The short form for a new rule.</summary>
internal sealed record NewAlert : Command
{
    // More do not fit a list one can choose from on a phone; the number is typed then.
    private const int MostQueues = 40;

    /// <summary>What stands for no queue: a choice must have a value.</summary>
    public const int WholeVdn = 0;

    protected override string Canonical => "new alert";

    public override bool ChangesRules => true;

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) =>
        ShowAsync(turn, turn.Scope(default), new Dictionary<string, string>(), stop);

    /// <param name="wrong">By field: what is wrong with what was entered, which is shown as it was.</param>
    public static async Task<Answer> ShowAsync(Turn turn, Scope scope, IReadOnlyDictionary<string, string> wrong, CancellationToken stop)
    {
        var voice = turn.Voice;
        var again = wrong.Count > 0;
        var queues = await QueuesAsync(turn, scope.Vdn, stop);
        // Of a VDN that is theirs in part the whole is refused.
        var whole = turn.Floor.Rights.Sees(new(scope.Vdn));
        var skill = again ? turn.Get("skill") : scope.Skill is null && !whole && queues.Count > 0 ? queues[0].Value : $"{scope.Skill ?? WholeVdn}";
        return FormView.Show(turn, new FormView
        {
            Lang = voice.Language,
            Title = voice["form.new"],
            Where = voice.Say("vdn", scope.Vdn),
            Fields =
            [
                Field("metric", "choice", again ? turn.Get("metric") : $"{Metric.Waiting}") with
                {
                    Choices = [.. Enum.GetValues<Metric>().Select(m => new Choice(voice[$"metric.{m}"], $"{m}"))],
                },
                // A number that is not in the list is shown as it was typed.
                queues.Count is > 0 and <= MostQueues && (skill == $"{WholeVdn}" || queues.Any(q => q.Value == skill))
                    ? Field("skill", "choice", skill) with { Choices = [.. whole ? (Choice[])[new(voice.Say("form.wholeVdn", scope.Vdn), $"{WholeVdn}")] : [], .. queues] }
                    : Field("skill", "number", skill == $"{WholeVdn}" ? "" : skill) with { Label = voice["form.skillNumber"] },
                Field("comparison", "choice", again ? turn.Get("comparison") : $"{Comparison.Above}") with
                {
                    Choices = [.. Enum.GetValues<Comparison>().Select(c => new Choice(voice[$"form.{c}"], $"{c}"))],
                },
                Field("limit", "text", turn.Get("limit")) with { Placeholder = voice["form.limit.example"] },
            ],
            Notes = [voice["form.orType"]],
            Buttons = [turn.Button("button.make", $"make alert vdn {scope.Vdn}"), turn.Button("button.alerts", "alerts")],
        });

        Field Field(string id, string kind, string value) => new(id, kind, voice[$"form.{id}"], value, "", wrong.GetValueOrDefault(id, ""));
    }

    private static async Task<List<Choice>> QueuesAsync(Turn turn, int vdn, CancellationToken stop)
    {
        try
        {
            var queues = (await turn.Floor.SkillsAsync(vdn, stop)).Value.Skills;
            return [.. queues.OrderBy(q => q.Id).Select(q => new Choice(
                turn.Voice.NameOf(q) is { Length: > 0 } name ? $"{name} ({q.Id})" : turn.Voice.Say("skill", q.Id), $"{q.Id}"))];
        }
        catch (Exception e) when (e is MonitoringException or EditionException)
        {
            return [];
        }
    }
}
