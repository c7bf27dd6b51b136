namespace ChatBot.Commands;

/// <summary>Exactly one of the two is said.</summary>
public sealed record Use(Place Place) : Command
{
    protected override string Canonical => $"use{Place}";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => throw new NotImplementedException();
}
