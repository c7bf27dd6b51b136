namespace ChatBot.Commands;

public sealed record Waiting(Place Place = default, TimeSpan? Over = null) : Command
{
    protected override string Canonical => $"waiting{Place}{Commands.Canonical.Over(Over)}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
