namespace ChatBot.Commands;

public sealed record Resting(Place Place = default, TimeSpan? Over = null) : Command
{
    protected override string Canonical => $"resting{Place}{Commands.Canonical.Over(Over)}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
