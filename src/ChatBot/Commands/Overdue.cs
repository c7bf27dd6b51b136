using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Resting longer than asked for, most overdue first.</summary>
public sealed record Overdue(Place Place = default) : Command
{
    protected override string Canonical => $"overdue{Place}";

    public override bool NamesPeople => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var scope = turn.Scope(Place);
        var reading = await turn.Floor.RestAsync(scope, stop);
        var people = reading.Value.In(RestPhase.Resting).Where(r => r.Overdue).OrderBy(r => r.Left).ToList();
        var lead = people is [{ Left: { } left } first, ..]
            ? turn.Voice.Person(first.Name, 20) is { Length: > 0 } who
                ? turn.Voice.Say("lead.mostOver", turn.Voice.Duration(-left), who)
                : turn.Voice.Say("lead.mostOverTime", turn.Voice.Duration(-left))
            : "";
        return await PeopleList.ShowAsync(turn, scope, reading, reading.Value.Notes,
            turn.Voice.Count("overdue", people.Count), lead,
            [new("", RestRows.Of(turn, people, reading.ReadAt))],
            [
                turn.Button("button.refresh", turn.Said),
                turn.Button("button.resting", $"resting{Place}"),
                turn.AlertButton(new(Metric.RestOverrun, Place, Comparison.Above, 5 * 60)),
            ],
            stop);
    }
}
