using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Who is resting now, longest first. "How many" is the same question: the number is the title.</summary>
public sealed record Resting(Place Place = default, TimeSpan? Over = null) : Command
{
    protected override string Canonical => $"resting{Place}{Commands.Canonical.Over(Over)}";

    public override bool NamesPeople => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var scope = turn.Scope(Place);
        var reading = await turn.Floor.RestAsync(scope, stop);
        var people = reading.Value.In(RestPhase.Resting).LongerThan(Over).ToList();
        return await PeopleList.ShowAsync(turn, scope, reading, reading.Value.Notes,
            turn.Voice.Count("resting", Over is null ? reading.Value.Resting : people.Count, Over),
            RestRows.Lead(turn.Voice, people),
            [new("", RestRows.Of(turn, people, reading.ReadAt))],
            [
                turn.Button("button.refresh", turn.Said),
                turn.Button("button.waiting", $"waiting{Place}"),
                turn.AlertButton(new(Metric.RestOverrun, Place, Comparison.Above, 5 * 60)),
            ],
            stop, Over is null ? 0 : reading.Value.In(RestPhase.Resting).Count(r => r.For is null));
    }
}
