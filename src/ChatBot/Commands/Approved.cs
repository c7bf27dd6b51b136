using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Rest granted, not yet resting: people who still hold a slot.</summary>
public sealed record Approved(Place Place = default) : Command
{
    protected override string Canonical => $"approved{Place}";

    public override bool NamesPeople => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var scope = turn.Scope(Place);
        var reading = await turn.Floor.RestAsync(scope, stop);
        var people = reading.Value.In(RestPhase.Approved).ToList();
        var open = reading.Value.In(RestPhase.WaitingOrApproved).ToList();
        return await PeopleList.ShowAsync(turn, scope, reading, reading.Value.Notes,
            turn.Voice.Count("approved", reading.Value.Approved),
            RestRows.Lead(turn.Voice, people),
            [
                new("", RestRows.Of(turn, people, reading.ReadAt)),
                new(turn.Voice.Say("group.WaitingOrApproved", open.Count), RestRows.Of(turn, open, reading.ReadAt)),
            ],
            [
                turn.Button("button.refresh", turn.Said),
                turn.Button("button.waiting", $"waiting{Place}"),
                turn.AlertButton(new(Metric.Approved, Place, Comparison.Above, 3)),
            ],
            stop);
    }
}
