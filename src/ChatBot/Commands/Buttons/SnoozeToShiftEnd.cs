namespace ChatBot.Commands.Buttons;

/// <summary>Quiet about one incident until the shift ends, at most as long as a snooze may be.</summary>
internal sealed record SnoozeToShiftEnd(int Incident) : Command
{
    protected override string Canonical => $"snooze {Incident} shift";

    public override int? OfIncident => Incident;

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var now = turn.Time.GetUtcNow();
        // Shifts may have gone from the settings since the card was drawn.
        var lasts = new ShiftEnds(turn.Usual.ShiftEnds).Next(turn.Voice, now) - now ?? TimeSpan.FromHours(1);
        return new Snooze(Incident, lasts < Snooze.Longest ? lasts : Snooze.Longest).AnswerAsync(turn, stop);
    }
}
