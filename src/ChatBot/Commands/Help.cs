namespace ChatBot.Commands;

public sealed record Help(string? Topic = null) : Command
{
    protected override string Canonical => Topic is null ? "help" : $"help {Topic}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
