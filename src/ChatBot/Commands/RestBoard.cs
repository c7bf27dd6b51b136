using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>The whole rest picture: counts, who rests and when they are due back, who waits and why, who may go.</summary>
public sealed record RestBoard(Place Place = default) : Command
{
    protected override string Canonical => $"rest{Place}";

    public override bool NamesPeople => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var scope = turn.Scope(Place);
        var reading = await turn.Floor.RestAsync(scope, stop);
        var picture = reading.Value;
        var next = picture.In(RestPhase.Resting).Where(r => r.Left >= TimeSpan.Zero).Min(r => r.Left);
        return await PeopleList.ShowAsync(turn, scope, reading, picture.Notes,
            turn.Voice.Say("rest.title", picture.Resting, picture.Waiting, picture.Approved),
            next is { } left ? turn.Voice.Say("rest.next", turn.Voice.Clock(reading.ReadAt + left)) : "",
            [.. Enum.GetValues<RestPhase>().Select(Group)],
            [
                turn.Button("button.refresh", turn.Said),
                turn.Button("button.overdue", $"overdue{Place}"),
                turn.AlertButton(new(Metric.Waiting, Place, Comparison.Above, 5)),
            ],
            stop);

        Group Group(RestPhase phase)
        {
            var people = picture.In(phase).ToList();
            return new(turn.Voice.Say($"group.{phase}", people.Count), RestRows.Of(turn, people, reading.ReadAt));
        }
    }
}
