using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary><c>busy</c>, <c>idle</c>, <c>talking</c>, <c>wrapup</c> or <c>learning</c>: who is in that state, longest first.</summary>
/// <param name="State">One of these five.</param>
public sealed record InState(AgentState State, Place Place = default, TimeSpan? Over = null) : Command
{
    protected override string Canonical => $"{Word}{Place}{Commands.Canonical.Over(Over)}";

    public override bool NamesPeople => true;

    private string Word => State.ToString().ToLowerInvariant();

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var scope = turn.Scope(Place);
        var reading = await turn.Floor.AgentsAsync(scope, stop);
        var people = reading.Value.In(State).Where(a => Over is not { } limit || a.InState > limit).ToList();
        var lead = people is [var first, ..] ? PeopleList.Longest(turn.Voice, first.InState, turn.Voice.Person(first.Name, 20)) : "";
        return await PeopleList.ShowAsync(turn, scope, reading, reading.Value.Notes,
            turn.Voice.Count(Word, people.Count, Over), lead,
            [new("", AgentRows.Of(turn.Voice, people))], Buttons(turn), stop,
            Over is null ? 0 : reading.Value.In(State).Count(a => a.InState is null));
    }

    private List<Button> Buttons(Turn turn)
    {
        (string, AlertWhen?) choice = State switch
        {
            AgentState.Busy => ("idle", new(Metric.BusyTime, Place, Comparison.Above, 10 * 60)),
            AgentState.Idle => ("busy", new(Metric.Idle, Place, Comparison.Below, 2)),
            AgentState.Talking => ("queue", new(Metric.TalkTime, Place, Comparison.Above, 15 * 60)),
            AgentState.WrapUp => ("talking", new(Metric.WrapupTime, Place, Comparison.Above, 3 * 60)),
            _ => ("idle", null),
        };
        var (other, alert) = choice;
        List<Button> buttons = [turn.Button("button.refresh", turn.Said), turn.Button($"button.{other}", other + Place)];
        if (alert is not null) buttons.Add(turn.AlertButton(alert));
        return buttons;
    }
}
