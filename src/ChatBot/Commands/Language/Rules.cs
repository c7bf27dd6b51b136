using ChatBot.Alerts;
using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary><c>alert when …</c>: an alert word, a metric, a comparison and a value.</summary>
internal static class Rules
{
    private static readonly Concepts Anywhere = Concepts.Of(C.Notify, C.Tell, C.If, C.Create, C.Alerts, C.Hold, C.Who, C.Anyone, C.Person, C.AgentNoun, C.HowMany,
        C.Time, C.Longest, C.State, C.SignedIn, C.Floor, C.And, C.Bot, C.Nobody, C.No, C.Line, C.SkillNoun);

    /// <returns>Null when the sentence is no rule.</returns>
    public static Understanding? Choose(Said said)
    {
        if (!IsRule(said)) return null;
        if (said.Agents.Count > 0 || said.Has(C.Only)) return said.Missed(MissKind.NoForm);
        if (said.LooseComparison) return said.Missed(MissKind.ValueMissing);
        // "alert me who is busy over 10 minutes" has no condition.
        if (said.Has(C.Notify) && !said.Has(C.If) && AsksAfter(said, C.Notify)) return said.Missed(MissKind.NoForm);
        // "remind 20011 to take a break": neither a condition nor a comparison makes a number a limit.
        if (!said.Has(C.If) && said.Counts is [{ Comparison: null }]) return said.Missed(MissKind.NoForm);

        // 1. What is the value: a count or a duration, and for how long must it hold?
        if (!Values.Read(said, out var value, out var comparison, out var hold, out var isTime)) return said.Missed(MissKind.ValueMissing);

        // "busy time above 5" and "number waiting over 5 minutes" mix the two kinds.
        if (isTime ? said.Has(C.HowMany) : said.Means.HasAny(Concepts.Of(C.Time, C.Longest))) return said.Missed(MissKind.ValueMissing);

        // 2. What is watched?
        var metrics = Metrics(said, isTime);
        if (metrics.Length == 0) return said.Missed(MissKind.NoForm);
        var commands = Array.ConvertAll(metrics, metric => (Command)new AlertWhen(metric, said.Place, comparison, value, hold));
        return commands.Length == 1 ? said.Understood(commands[0]) : new Understanding.Choice(commands);
    }

    private static bool IsRule(Said said)
    {
        var hasValue = said.Counts.Count + said.Durations.Count > 0 || said.Has(C.Nobody) || said.LooseComparison;
        if (said.Has(C.Notify) || (said.Has(C.Alerts) && said.Has(C.Create))) return said.Has(C.If) || hasValue;
        return said.Has(C.Tell) && !TellsWho(said) && (said.Has(C.If) || (hasValue && IsTellLast(said)));
    }

    /// <summary>"let me know who is …" is a read, "if …, let me know who" is none.</summary>
    private static bool TellsWho(Said said)
    {
        var tell = said.Pieces.FindIndex(p => p.Has(C.Tell));
        var condition = said.Pieces.FindIndex(p => p.Has(C.If));
        return (condition < 0 || condition > tell) && AsksAfter(said, C.Tell);
    }

    /// <summary>"who", "how many" … comes next.</summary>
    private static bool AsksAfter(Said said, Concept word)
    {
        var tell = said.Pieces.FindIndex(p => p.Has(word));
        for (var i = tell + 1; i < said.Pieces.Count; i++)
        {
            var piece = said.Pieces[i];
            if (piece.Means.HasAny(Concepts.Of(C.Who, C.HowMany, C.HowLong, C.List)) && !piece.Has(C.If)) return true;
            if (!said.Used[i] && !piece.Means.IsWithin(Concepts.Of(C.Filler, C.Person, C.One))) return false;
        }

        return false;
    }

    private static bool IsTellLast(Said said)
    {
        var at = said.Pieces.FindLastIndex(p => p.Has(C.Tell));
        return said.Pieces.FindIndex(at, p => !p.Means.IsWithin(Concepts.Of(C.Filler, C.Tell)) || p.Kind != PieceKind.Word) < 0;
    }

    private static Metric[] Metrics(Said said, bool isTime)
    {
        var topic = Topics.Of(said);
        // "headcount" is a board and a number.
        var allowed = Anywhere | Topics.Words(topic) | (said.Has(C.HowMany) ? C.Board : Concepts.None);
        if (!said.Fits(allowed)) return [];
        return topic switch
        {
            Topic.Overdue when isTime => [Metric.RestOverrun],
            Topic.Approved when !isTime => [Metric.Approved],
            Topic.Waiting => [isTime ? Metric.WaitTime : Metric.Waiting],
            Topic.Resting when !isTime => [Metric.Resting],
            Topic.Idle when !isTime => [Metric.Idle],
            Topic.Busy => [isTime ? Metric.BusyTime : Metric.Busy],
            Topic.Talking when isTime => [Metric.TalkTime],
            Topic.Wrapup when isTime => [Metric.WrapupTime],
            Topic.Queue => [isTime ? Metric.CallWait : Metric.CallsWaiting],
            Topic.Call when isTime => [Metric.TalkTime],
            Topic.BareWaiting => isTime ? [Metric.WaitTime, Metric.CallWait] : [Metric.Waiting, Metric.CallsWaiting],
            _ => [],
        };
    }
}
