using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary>What a sentence is about.</summary>
internal enum Topic
{
    None,
    /// <summary>Two things at once, or a combination that says nothing.</summary>
    Conflict,
    Resting,
    Waiting,
    Approved,
    Overdue,
    Busy,
    Idle,
    Talking,
    Wrapup,
    Learning,
    Queue,
    /// <summary>Calls, but neither waiting nor talking is said.</summary>
    Call,
    /// <summary>Waiting for a rest, or calls waiting? Only the speaker knows.</summary>
    BareWaiting,
}

/// <summary>Concepts → topic. One state at a time; rest words decide what waiting and queueing mean.</summary>
internal static class Topics
{
    private static readonly Concepts InState = Concepts.Of(C.Busy, C.Idle, C.Talk, C.Wrapup, C.Learning);
    private static readonly Concepts RestFamily = Concepts.Of(C.Rest, C.Grant, C.Overdue);
    private static readonly Concepts Calls = Concepts.Of(C.Line, C.Call, C.Caller);

    public static Topic Of(Said said)
    {
        var means = said.Means;
        // "the longest call in the queue" waits, "the longest call" talks.
        if (means.Has(C.Talk) && means.Has(C.Time) && means.HasAny(Concepts.Of(C.Wait, C.Line)))
        {
            said.Means = means = means.Without(C.Talk) | C.Call;
        }

        var states = means.InCommon(InState);
        if (states > 1 || (states == 1 && means.HasAny(RestFamily))) return Topic.Conflict;
        if (states == 1) return One(means);
        if (means.HasAny(RestFamily)) return OfRest(means);
        if (means.Has(C.Line) || (means.HasAny(Calls) && means.Has(C.Wait))) return Topic.Queue;
        if (means.Has(C.Wait))
        {
            // "the longest wait in the billing queue": people who wait for a rest stand in none.
            var isOfCalls = said.IsQueueNoun && means.Has(C.Longest) && !means.HasAny(Concepts.Of(C.Who, C.Anyone, C.Person, C.AgentNoun));
            return isOfCalls ? Topic.Queue : Topic.BareWaiting;
        }

        if (said.IsQueueNoun && means.HasAny(Calls)) return Topic.Queue;
        return means.Has(C.Call) ? Topic.Call : means.HasAny(Concepts.Of(C.Caller, C.Late, C.NotGone, C.NotBack, C.Ask)) ? Topic.Conflict : Topic.None;
    }

    private static Topic One(Concepts means)
    {
        // 话后排队 or "busy waiting" is nothing we know.
        if (means.HasAny(Concepts.Of(C.Wait, C.Ask, C.Line))) return Topic.Conflict;
        return means.Has(C.Busy) ? Topic.Busy : means.Has(C.Idle) ? Topic.Idle : means.Has(C.Talk) ? Topic.Talking
            : means.Has(C.Wrapup) ? Topic.Wrapup : Topic.Learning;
    }

    private static Topic OfRest(Concepts means)
    {
        if (means.Has(C.Overdue) || (means.Has(C.Late) && means.Has(C.Rest))) return means.Has(C.Wait) ? Topic.Conflict : Topic.Overdue;
        if (means.Has(C.Grant))
        {
            // On break already, or still waiting: then "approved" is only half of it.
            // "the longest break allowed" is a regulation.
            var isRegulation = means.HasAny(Concepts.Of(C.Longest, C.HowLong, C.Time)) && !means.HasAny(Concepts.Of(C.Who, C.Anyone, C.Person, C.AgentNoun));
            var half = means.Has(C.NotGone) ? false : isRegulation || means.Has(C.Now) || (means.Has(C.Wait) && !means.Has(C.Ask));
            return half ? Topic.Conflict : Topic.Approved;
        }

        var waits = means.Has(C.Wait) || means.Has(C.Line);
        if (waits || means.Has(C.Ask)) return means.Has(C.Now) && (!waits || means.Has(C.And) || means.Has(C.Line)) ? Topic.Conflict : Topic.Waiting;
        return Topic.Resting;
    }

    /// <summary>The words that belong to a topic.</summary>
    public static Concepts Words(Topic topic) => topic switch
    {
        Topic.Resting => Concepts.Of(C.Rest, C.Now, C.Act),
        Topic.Waiting => Concepts.Of(C.Rest, C.Now, C.Wait, C.Ask, C.Line, C.SkillNoun, C.Act),
        Topic.Approved => Concepts.Of(C.Rest, C.Now, C.Grant, C.NotGone, C.Ask, C.Wait, C.Act),
        Topic.Overdue => Concepts.Of(C.Rest, C.Now, C.Late, C.Overdue, C.NotBack, C.Back, C.Ask, C.Grant),
        Topic.Busy => C.Busy,
        Topic.Idle => Concepts.Of(C.Idle, C.Call),
        Topic.Talking => Concepts.Of(C.Talk, C.Call, C.Caller, C.Act),
        Topic.Wrapup => Concepts.Of(C.Wrapup, C.Call),
        Topic.Learning => C.Learning,
        Topic.Queue => Concepts.Of(C.Line, C.Call, C.Caller, C.Wait, C.SkillNoun),
        Topic.Call => Concepts.Of(C.Call, C.Caller),
        Topic.BareWaiting => Concepts.Of(C.Wait, C.Ask),
        _ => Concepts.None,
    };
}
