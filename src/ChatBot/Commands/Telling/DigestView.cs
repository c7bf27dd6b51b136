using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Telling;

/// <summary>Many incidents as one living card: the open ones first, the newest first.</summary>
internal static class DigestView
{
    /// <param name="names">By VDN.</param>
    public static View Of(Voice voice, IReadOnlyDictionary<int, Names> names, IReadOnlyList<Incident> incidents, DateTimeOffset now)
    {
        var open = incidents.Count(i => i.Open);
        var rows = incidents.OrderByDescending(i => i.Open).ThenByDescending(i => i.Severity).ThenByDescending(i => i.RaisedAt)
            .Take(PeopleList.Most).Select(i => Row(voice, names[i.Scope.Vdn], i, now)).ToList();
        return new View
        {
            Lang = voice.Language,
            Title = voice.Say("digest.title", incidents.Count),
            Where = open > 0 ? voice.Say("digest.open", open) : voice["digest.allOver"],
            Groups = [new("", rows)],
            Cut = incidents.Count > rows.Count ? voice.Say("incident.more", incidents.Count - rows.Count) : "",
            Foot = voice["digest.foot"],
            Buttons = [new(voice["button.alerts"], "alerts", voice.Language)],
        };
    }

    /// <summary>One incident; a tap shows its card.</summary>
    public static Row Row(Voice voice, Names names, Incident incident, DateTimeOffset now)
    {
        var words = new IncidentWords(voice, names, incident, now);
        var color = !incident.Open ? "Good" : incident.Severity == Severity.Critical ? "Attention" : "Warning";
        return new(words.Title, "", color, $"{words.Place} · {words.Course}", $"#{incident.Number}", "Default", $"incident {incident.Number}");
    }
}
