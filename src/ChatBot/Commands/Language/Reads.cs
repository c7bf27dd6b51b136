using ChatBot.Alerts;
using ChatBot.Monitoring;
using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary>Questions about now.</summary>
internal static class Reads
{
    private static readonly Concepts Asking = Concepts.Of(C.Who, C.Anyone, C.HowMany, C.HowLong, C.List, C.Doing, C.How, C.Person, C.AgentNoun, C.Tell, C.If, C.Hold,
        C.State, C.Floor, C.SignedIn, C.Only, C.And, C.Longest, C.Time);

    public static Understanding Choose(Said said)
    {
        // 1. Values: only "longer than" has a form.
        if (said.LooseComparison || said.Counts.Count > 0 || said.Durations.Count > 1) return said.Missed(MissKind.NoForm);
        TimeSpan? over = null;
        if (said.Durations is [var time])
        {
            if (time.Comparison is Comparison.Below or Comparison.AtMost) return said.Missed(MissKind.UpperBound);
            over = TimeSpan.FromSeconds(time.Value);
        }

        // 2. The topic, then the command.
        var topic = Topics.Of(said);
        if (IsOrder(said)) return said.Missed(MissKind.NoForm);
        if (said.Agents.Count > 0) return OneAgent(said);
        if (topic == Topic.Conflict) return said.Missed(MissKind.NoForm);
        if (topic == Topic.None) return over is null ? Overviews.Choose(said) : said.Missed(MissKind.NoForm);
        if (topic == Topic.Resting && over is null && IsBoard(said)) return said.If(new RestBoard(said.Place), Asking | Concepts.Of(C.Rest, C.Now, C.Board));
        if (topic == Topic.Call && said.Durations is [{ Comparison: not null } or { Hold: true }] && !said.Has(C.Caller)) topic = Topic.Talking;
        // "how long is the billing queue": the noun went into the scope.
        var command = Command(topic, said.Place, over);
        if (command is null) return said.Missed(MissKind.NoForm);
        var fits = said.Fits(Asking | Topics.Words(topic) | C.Board | (topic == Topic.Queue ? Concepts.Of(C.SkillNoun, C.Skills) : Concepts.None));
        if (!fits || (topic == Topic.Queue && said.Has(C.Skills) && !said.Has(C.HowLong))) return said.Missed(MissKind.NoForm);
        if (topic != Topic.BareWaiting) return said.Understood(command);
        return new Understanding.Choice([command, new Queue(said.Place)]);
    }

    private static Command? Command(Topic topic, Place place, TimeSpan? over) => topic switch
    {
        Topic.Resting => new Resting(place, over),
        Topic.Waiting or Topic.BareWaiting => new Waiting(place, over),
        Topic.Busy => new InState(AgentState.Busy, place, over),
        Topic.Idle => new InState(AgentState.Idle, place, over),
        Topic.Talking => new InState(AgentState.Talking, place, over),
        Topic.Wrapup => new InState(AgentState.WrapUp, place, over),
        Topic.Learning => new InState(AgentState.Learning, place, over),
        Topic.Approved when over is null => new Approved(place),
        Topic.Overdue when over is null => new Overdue(place),
        Topic.Queue when over is null => new Queue(place),
        _ => null,
    };

    /// <summary>The whole picture rather than the people: "rest overview", 休息情况, or just "rest".</summary>
    private static bool IsBoard(Said said)
    {
        var people = Concepts.Of(C.Who, C.HowMany, C.Anyone, C.Person, C.AgentNoun, C.Longest, C.HowLong);
        if (said.Has(C.Board)) return !said.Means.HasAny(Concepts.Of(C.Who, C.HowMany));
        return !said.Has(C.Now) && !said.Has(C.List) && !said.Means.HasAny(people);
    }

    /// <summary>"take a break" and 批准技能3的休息 ask for nothing.</summary>
    private static bool IsOrder(Said said) => said.Has(C.Act)
        && (said.Agents.Count > 0 || !said.Means.HasAny(Concepts.Of(C.Who, C.HowMany, C.Anyone, C.List, C.NotGone, C.Wait, C.Ask)));

    private static Understanding OneAgent(Said said)
    {
        if (said.HasScope || said.Agents.Count > 1) return said.Missed(MissKind.NoForm);
        // "call 20011" would be something to do.
        if (said.Means == (Concepts)C.Call || (said.Has(C.Back) && said.Means.HasAny(Concepts.Of(C.Call, C.Tell)))) return said.Missed(MissKind.NoForm);
        return said.If(new OneAgent(said.Agents[0]), Asking | Concepts.Of(C.Rest, C.Now, C.Wait, C.Ask, C.Grant, C.Late, C.Overdue, C.Busy, C.Idle, C.Talk, C.Wrapup,
            C.Learning, C.Call, C.Caller, C.Line, C.Board, C.ByState, C.Alive, C.Back, C.Past) | (said.Has(C.Doing) ? C.Bot : Concepts.None));
    }
}
