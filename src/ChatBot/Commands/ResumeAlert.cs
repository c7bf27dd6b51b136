namespace ChatBot.Commands;

/// <summary>The rule is watched again from the next reading on.</summary>
public sealed record ResumeAlert(int Number) : Command
{
    protected override string Canonical => $"resume alert {Number}";

    public override bool ChangesRules => true;

    public override int? OfRule => Number;

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) => Pausing.SetAsync(turn, Number, paused: false, stop);
}
