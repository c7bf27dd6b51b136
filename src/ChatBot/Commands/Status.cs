namespace ChatBot.Commands;

public sealed record Status : Command
{
    protected override string Canonical => "status";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
