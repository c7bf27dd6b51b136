namespace ChatBot.Commands;

public sealed record Approved(Place Place = default) : Command
{
    protected override string Canonical => $"approved{Place}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
