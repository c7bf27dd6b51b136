using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary>
/// The parts of a sentence that punctuation or an "and" divides. Words are weighed without their order, so two questions
/// in one sentence could look like one: "who is on break? who is waiting to rest?"
/// </summary>
internal static class Parts
{
    // What a part may say and still only add to its neighbour: "who is resting, busy over 10 minutes", "…, then alert me".
    private static readonly Concepts Adding = Concepts.Of(C.Rest, C.Now, C.Wait, C.Ask, C.Grant, C.NotGone, C.Late, C.Overdue, C.NotBack, C.Back, C.Act, C.Busy, C.Idle,
        C.Talk, C.Wrapup, C.Learning, C.Call, C.Caller, C.Line, C.SkillNoun, C.VdnNoun, C.HowLong, C.Longest, C.Time, C.Hold, C.Only, C.And,
        C.Alerts, C.Notify, C.Tell, C.If, C.Create);

    /// <returns>Fewer than two when nothing divides the sentence.</returns>
    public static List<string> Of(Said said, ReadOnlySpan<char> text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i < said.Pieces.Count; i++)
        {
            var (piece, end) = (said.Pieces[i], said.Pieces[i - 1].End);
            if (text[end..piece.Start].IndexOfAny(Units.Pauses) < 0 && text[end..piece.Start].IndexOf('.') < 0 && !piece.Has(C.And)) continue;
            if (end > start) parts.Add(text[start..end].ToString());
            start = piece.Has(C.And) ? piece.End : piece.Start;
        }

        if (parts.Count > 0 && start < text.Length) parts.Add(text[start..].ToString());
        return parts;
    }

    /// <summary>Whether a part would be a question or an order without its neighbours.</summary>
    /// <param name="means">What its words meant before a command was chosen.</param>
    public static bool StandsAlone(Said said, Concepts means, Command command) => command switch
    {
        OneAgent or AlertWhen => true,
        // "…, how many people?" counts those its neighbour asks for.
        Agents => means.HasAny(Concepts.Of(C.SignedIn, C.List)) || (said.HasScope && means.Has(C.Who)),
        Queue when means.Has(C.HowLong) => true,
        _ => !means.IsWithin(Adding),
    };

    /// <summary>"who is resting, who is resting over 10 minutes" is about one thing.</summary>
    public static bool AreAlike(Command one, Command other) =>
        one.GetType() == other.GetType() && (one as InState)?.State == (other as InState)?.State;
}
