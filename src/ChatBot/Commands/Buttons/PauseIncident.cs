namespace ChatBot.Commands.Buttons;

/// <summary>Pauses the rule behind an incident, which ends with it; the card stays the incident's.</summary>
internal sealed record PauseIncident(int Incident) : Command
{
    protected override string Canonical => $"pause incident {Incident}";

    public override bool ChangesRules => true;

    public override int? OfIncident => Incident;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var id = turn.Conversation.Id;
        if (await turn.Alerts.IncidentAsync(id, Incident, stop) is not { } incident) return await NoSuch.IncidentAsync(turn, Incident, stop);
        if (incident.Rule is { } raisedBy && await turn.Alerts.RuleAsync(id, raisedBy.Number, stop) is { } rule)
        {
            // The card of one that was over before cannot say so: the alert's own card does.
            if (!incident.Open) return await Pausing.SetAsync(turn, rule.Number, paused: true, stop);
            await turn.Alerts.ChangeAsync(rule with { Paused = true }, turn.Deed($"pause alert {rule.Number}"), stop);
        }

        return await turn.CardAsync(await turn.Alerts.IncidentAsync(id, Incident, stop) ?? incident, stop);
    }
}
