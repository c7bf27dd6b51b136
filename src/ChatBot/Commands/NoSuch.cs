namespace ChatBot.Commands;

/// <summary>Numbers that mean nothing in this conversation, whatever they mean elsewhere. Rules and incidents are often mixed up.</summary>
internal static class NoSuch
{
    public static async Task<Answer> AlertAsync(Turn turn, int number, CancellationToken stop)
    {
        var incident = await turn.Alerts.IncidentAsync(turn.Conversation.Id, number, stop);
        return incident?.Rule is { } rule && turn.Floor.Rights.Sees(incident.Scope)
            ? Say(turn, turn.Voice.Say("none.alert", number), [turn.Voice.Say("none.alertButIncident", number, rule.Number)],
                turn.Button("button.theAlert", $"alert {rule.Number}"))
            : Say(turn, turn.Voice.Say("none.alert", number), [turn.Voice["none.alertAdvice"]]);
    }

    public static async Task<Answer> IncidentAsync(Turn turn, int number, CancellationToken stop)
    {
        var open = (await turn.Alerts.OpenAsync(turn.Conversation.Id, stop)).FirstOrDefault(i => i.Rule?.Number == number && turn.Floor.Rights.Sees(i.Scope));
        return open is null
            ? Say(turn, turn.Voice.Say("none.incident", number), [turn.Voice["none.incidentAdvice"]])
            : Say(turn, turn.Voice.Say("none.incident", number), [turn.Voice.Say("none.incidentButAlert", number, open.Number)],
                turn.Button("button.theIncident", $"incident {open.Number}"));
    }

    private static Answer Say(Turn turn, string title, IReadOnlyList<string> lines, params IEnumerable<Button> more) =>
        turn.Notice(title, "", lines, [.. more, turn.Button("button.alerts", "alerts")]) with { Outcome = Outcome.NotUnderstood };
}
