namespace ChatBot.Commands;

public sealed record OneAgent(int WorkNo) : Command
{
    protected override string Canonical => $"agent {WorkNo}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
