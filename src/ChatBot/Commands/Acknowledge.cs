using ChatBot.Alerts;

namespace ChatBot.Commands;

/// <summary>"I have this": reminders stop until the time is over. A press on the card gives the card.</summary>
public sealed record Acknowledge(int Incident) : Command
{
    protected override string Canonical => $"ack {Incident}";

    public override int? OfIncident => Incident;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        if (await turn.Alerts.AcknowledgeAsync(Incident, turn.By, turn.Usual.AcknowledgeFor, turn.Deed($"{this}"), stop) is not { } incident)
            return await NoSuch.IncidentAsync(turn, Incident, stop);
        if (turn.Asked.Pressed) return await turn.CardAsync(incident, stop);
        if (!incident.Open) return Ended(turn, incident);
        var until = voice.Moment(incident.Known.AcknowledgedUntil ?? turn.Time.GetUtcNow(), turn.Time.GetUtcNow());
        return turn.Notice(voice.Say("ack.done", Incident, until), Outside.Text(turn.By.Name), [voice["ack.meaning"]],
            [turn.Button("button.theIncident", $"incident {Incident}"), turn.Button("button.why", $"why {Incident}")], "Good");
    }

    /// <summary>Too late for anything but a look.</summary>
    internal static Answer Ended(Turn turn, Incident incident) => turn.Notice(
        turn.Voice.Say("incident.isOver", incident.Number, turn.Voice.Moment(incident.EndedAt!.Value, turn.Time.GetUtcNow())), "", [],
        [turn.Button("button.theIncident", $"incident {incident.Number}"), turn.Button("button.why", $"why {incident.Number}")]);
}
