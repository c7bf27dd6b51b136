namespace ChatBot.Commands;

public sealed record Skills(int? Vdn = null) : Command
{
    protected override string Canonical => $"skills{new Place(null, Vdn)}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
