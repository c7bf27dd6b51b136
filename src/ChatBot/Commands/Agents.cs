namespace ChatBot.Commands;

public sealed record Agents(Place Place = default) : Command
{
    protected override string Canonical => $"agents{Place}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
