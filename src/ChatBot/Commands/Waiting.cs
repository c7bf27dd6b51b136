using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Who asked for a rest and still waits, longest first, with the cause. Where Classic cannot tell waiting from
/// approved, these people stand here too and the row says so.</summary>
public sealed record Waiting(Place Place = default, TimeSpan? Over = null) : Command
{
    protected override string Canonical => $"waiting{Place}{Commands.Canonical.Over(Over)}";

    public override bool NamesPeople => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var scope = turn.Scope(Place);
        var reading = await turn.Floor.RestAsync(scope, stop);
        var people = reading.Value.In(RestPhase.Waiting).LongerThan(Over).ToList();
        var open = reading.Value.In(RestPhase.WaitingOrApproved).LongerThan(Over).ToList();
        return await PeopleList.ShowAsync(turn, scope, reading, reading.Value.Notes,
            turn.Voice.Count("waiting", Over is null ? reading.Value.Waiting : people.Count, Over),
            RestRows.Lead(turn.Voice, people),
            [
                new("", RestRows.Of(turn, people, reading.ReadAt)),
                new(turn.Voice.Say("group.WaitingOrApproved", open.Count), RestRows.Of(turn, open, reading.ReadAt)),
            ],
            [
                turn.Button("button.refresh", turn.Said),
                turn.Button("button.resting", $"resting{Place}"),
                turn.AlertButton(new(Metric.Waiting, Place, Comparison.Above, 5)),
            ],
            stop, Over is null ? 0 : reading.Value.In(RestPhase.Waiting, RestPhase.WaitingOrApproved).Count(r => r.For is null));
    }
}
