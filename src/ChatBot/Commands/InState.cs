using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary><c>busy</c>, <c>idle</c>, <c>talking</c>, <c>wrapup</c> or <c>learning</c>: who is in that state.</summary>
/// <param name="State">One of these five.</param>
public sealed record InState(AgentState State, Place Place = default, TimeSpan? Over = null) : Command
{
    protected override string Canonical => $"{State.ToString().ToLowerInvariant()}{Place}{Commands.Canonical.Over(Over)}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
