using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary>What is kept: the history of changes, and that somebody is to be forgotten. Neither is about a scope, a number or a time.</summary>
internal static class Records
{
    /// <returns>Null when the sentence is about neither.</returns>
    public static Understanding? Choose(Said said)
    {
        if (!said.Has(C.History) && !said.Has(C.Forget)) return null;
        if (said.Counts.Count > 0 || said.Durations.Count > 0) return said.Missed(MissKind.NoForm);
        if (said.Has(C.History)) return said.Plain(new AlertHistory(), Concepts.Of(C.History, C.List, C.Tell, C.Alerts, C.Notify));
        // What removes must be typed without a slip.
        return said.Mended ? said.Missed(MissKind.Unknown) : said.Plain(new ForgetMe(), C.Forget);
    }
}
