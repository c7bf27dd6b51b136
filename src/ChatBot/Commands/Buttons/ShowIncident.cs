namespace ChatBot.Commands.Buttons;

/// <summary>An incident's card as it is now.</summary>
internal sealed record ShowIncident(int Number) : Command
{
    protected override string Canonical => $"incident {Number}";

    public override int? OfIncident => Number;

    public override bool NamesPeople => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop) =>
        await turn.Alerts.IncidentAsync(turn.Conversation.Id, Number, stop) is { } incident
            ? await turn.CardAsync(incident, stop)
            : await NoSuch.IncidentAsync(turn, Number, stop);
}
