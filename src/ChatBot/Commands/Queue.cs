namespace ChatBot.Commands;

public sealed record Queue(Place Place = default) : Command
{
    protected override string Canonical => $"queue{Place}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
