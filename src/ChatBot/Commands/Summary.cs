namespace ChatBot.Commands;

public sealed record Summary(Place Place = default) : Command
{
    protected override string Canonical => $"summary{Place}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
