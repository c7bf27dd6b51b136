namespace ChatBot.Commands;

/// <summary>Quiet about one incident for a while: its card goes on, nothing is said aloud. A press on the card gives the card.</summary>
public sealed record Snooze(int Incident, TimeSpan For) : Command
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    protected override string Canonical => $"snooze {Incident} {Commands.Canonical.Duration(For)}";

    public override int? OfIncident => Incident;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        if (For > Longest)
        {
            return turn.Notice(voice.Say("snooze.tooLong", voice.Duration(Longest)), "", [voice["snooze.tooLongAdvice"]],
                [new(voice.Say("button.snooze", voice.Duration(Longest)), $"{this with { For = Longest }}", voice.Language), turn.Button("button.theIncident", $"incident {Incident}")])
                with
            { Outcome = Outcome.NotUnderstood };
        }

        if (await turn.Alerts.SnoozeAsync(Incident, turn.By, For, turn.Deed($"{this}"), stop) is not { } incident)
            return await NoSuch.IncidentAsync(turn, Incident, stop);
        if (turn.Asked.Pressed) return await turn.CardAsync(incident, stop);
        if (!incident.Open) return Acknowledge.Ended(turn, incident);
        var until = voice.Moment(incident.Known.SnoozedUntil ?? turn.Time.GetUtcNow(), turn.Time.GetUtcNow());
        return turn.Notice(voice.Say("snooze.done", Incident, until), "", [voice["snooze.meaning"]],
            [turn.Button("button.theIncident", $"incident {Incident}"), turn.Button("button.ack", $"ack {Incident}")]);
    }
}
