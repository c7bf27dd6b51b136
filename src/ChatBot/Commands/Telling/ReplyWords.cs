using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Telling;

/// <summary>The short lines in an incident's thread: number, what became of it, figures.</summary>
internal static class ReplyWords
{
    public static string Of(Voice voice, Names names, Incident incident, Post reply, DateTimeOffset now)
    {
        var words = new IncidentWords(voice, names, incident, now);
        var line = words.Line;
        if (!incident.Open)
        {
            var end = voice.Say("reply.over", incident.Number, line);
            return incident.TakenBy is { } by ? voice.Say("reply.sentences", end, voice.Say("incident.had", Outside.Text(by.Name, 24))) : end;
        }

        return reply.Says switch
        {
            VerdictKind.Raise => voice.Say("reply.again", incident.Number, line),
            VerdictKind.Worse => voice.Say("reply.worse", incident.Number, line),
            VerdictKind.Unacknowledged => voice.Say("reply.unacknowledged", incident.Number, voice.Name(incident.TakenBy), line),
            _ => voice.Say(incident.TakenBy is null ? "reply.remind" : "reply.still", incident.Number, line, voice.Duration(words.Lasted)),
        };
    }
}
