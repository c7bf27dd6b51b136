namespace ChatBot.Commands;

/// <summary>The rule says nothing until it is resumed; its open incident ends.</summary>
public sealed record PauseAlert(int Number) : Command
{
    protected override string Canonical => $"pause alert {Number}";

    public override bool ChangesRules => true;

    public override int? OfRule => Number;

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => Pausing.SetAsync(turn, Number, paused: true, stop);
}
