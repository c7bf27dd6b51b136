namespace ChatBot.Commands;

public sealed record RestBoard(Place Place = default) : Command
{
    protected override string Canonical => $"rest{Place}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
