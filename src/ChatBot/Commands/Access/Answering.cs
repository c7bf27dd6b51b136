using ChatBot.Monitoring;

namespace ChatBot.Commands.Access;

/// <summary>The one way from a command to its answer: may who asks, and may all who read along hear it?</summary>
internal static class Answering
{
    public static async Task<Answer> OfAsync(Command command, Turn turn, CancellationToken stop)
    {
        try
        {
            if (await RefuseAsync(command, turn, stop) is { } refused) return Only(turn, refused);
            return command.IsAboutOnePerson && turn.Voice.Discretion != Discretion.Show
                ? await turn.Privately.AnswerAsync(turn, quiet => OfAsync(command, quiet, stop), stop)
                : await command.AnswerAsync(turn, stop);
        }
        catch (NotYoursException e)
        {
            return Only(turn, await NotYours.ScopeAsync(turn, e, stop));
        }
        catch (MonitoringException e)
        {
            return Apology.CentreFailed(turn, e.Failure);
        }
        catch (EditionException e)
        {
            return Apology.EditionCannot(turn, e.Gap);
        }
    }

    /// <summary>Somebody's refusal must not take the card of a conversation from all others in it.</summary>
    private static Answer Only(Turn turn, Answer refusal) => refusal with { IsWhisper = turn.Asked.Pressed };

    /// <summary>What is in the numbers' scopes is asked for only where not everything is theirs.</summary>
    private static async Task<Answer?> RefuseAsync(Command command, Turn turn, CancellationToken stop)
    {
        var rights = turn.Floor.Rights;
        if (command.ChangesRules && !rights.Rules) return NotYours.Rules(turn);
        if (rights.SeesAll) return null;
        var here = turn.Conversation.Id;
        if (command.OfRule is { } rule && await turn.Alerts.RuleAsync(here, rule, stop) is { } known && !rights.Sees(known.Scope))
            return NotYours.Number(turn, "alert", rule);
        if (command.OfIncident is { } incident && await turn.Alerts.IncidentAsync(here, incident, stop) is { } its && !rights.Sees(its.Scope))
            return NotYours.Number(turn, "incident", incident);
        return null;
    }
}
