namespace ChatBot.Commands;

public sealed record Overdue(Place Place = default) : Command
{
    protected override string Canonical => $"overdue{Place}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
