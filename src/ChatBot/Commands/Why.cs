using ChatBot.Commands.Telling;

namespace ChatBot.Commands;

/// <summary>Why an incident fired, and all that was decided about it since: readings and decisions by the clock.</summary>
public sealed record Why(int Incident) : Command
{
    protected override string Canonical => $"why {Incident}";

    public override int? OfIncident => Incident;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        if (await turn.Alerts.IncidentAsync(turn.Conversation.Id, Incident, stop) is not { } incident)
            return await NoSuch.IncidentAsync(turn, Incident, stop);
        var history = await turn.Alerts.HistoryAsync(incident, stop);
        var names = await turn.Floor.NamesAsync(incident.Scope.Vdn, stop);
        var words = new IncidentWords(voice, names, incident, turn.Time.GetUtcNow());
        var (rows, left) = WhyRows.Of(voice, incident.Rule, history);
        var view = new View
        {
            Lang = voice.Language,
            Title = voice.Say("why.title", Incident),
            Style = "emphasis",
            Where = words.Title,
            Lead = $"{words.Place} · {words.Course}",
            Lines = incident.Rule is { } rule
                ? [voice.Say("why.rule", rule.Number, voice.Condition(rule), voice.Told(rule, turn.Usual), voice.Calm(rule))]
                : [voice["why.blind"]],
            Groups = [new("", rows)],
            Cut = left > 0 ? voice.Say("why.left", left) : "",
            Foot = turn.Asked.Pressed ? "" : turn.Foot(),
            Buttons = [turn.Button("button.back", $"incident {Incident}")],
        };
        return turn.Show("incident", view, voice.Say("summary.plain", view.Title, words.Line));
    }
}
