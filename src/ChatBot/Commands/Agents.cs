using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Everyone signed in, grouped by state.</summary>
public sealed record Agents(Place Place = default) : Command
{
    // What a supervisor may have to act on comes first.
    private static readonly AgentState[] Order =
        [AgentState.Resting, AgentState.Busy, AgentState.WrapUp, AgentState.Talking, AgentState.Idle, AgentState.Learning, AgentState.Unknown];

    protected override string Canonical => $"agents{Place}";

    public override bool NamesPeople => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var scope = turn.Scope(Place);
        var reading = await turn.Floor.AgentsAsync(scope, stop);
        var groups = Order.Select(state => reading.Value.In(state).ToList() is { Count: > 0 } people
            ? new Group(turn.Voice.Say("group.state", turn.Voice[$"state.{state}.short"], people.Count), AgentRows.Of(turn.Voice, people))
            : new Group("", [])).ToList();
        return await PeopleList.ShowAsync(turn, scope, reading, reading.Value.Notes,
            turn.Voice.Count("agents", reading.Value.People.Count), "", groups,
            [
                turn.Button("button.refresh", turn.Said),
                turn.Button("button.summary", $"summary{Place}"),
                turn.Button("button.rest", $"rest{Place}"),
            ],
            stop);
    }
}
