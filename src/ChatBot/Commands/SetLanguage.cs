namespace ChatBot.Commands;

/// <param name="To">"en", "zh" or "auto".</param>
public sealed record SetLanguage(string To) : Command
{
    protected override string Canonical => $"language {To}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
