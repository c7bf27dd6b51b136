using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary>Questions that name no state: the floor, everyone, the queues, the bot.</summary>
internal static class Overviews
{
    private static readonly Concepts Asking = Concepts.Of(C.List, C.Tell, C.If, C.Hold, C.HowMany, C.Anyone, C.Only, C.And, C.How, C.Floor);

    public static Understanding Choose(Said said)
    {
        // 1. Nothing but a scope, or not even that: "hello".
        if (said.Means.IsEmpty) return said.HasScope ? said.Understood(new Summary(said.Place)) : said.Missed(MissKind.Empty);

        // 2. The bot itself.
        if (said.Has(C.Bot) && said.Means.HasAny(Concepts.Of(C.Alive, C.State, C.Board)) && !said.HasScope)
        {
            return said.If(new Status(), Asking | Concepts.Of(C.Bot, C.Alive, C.State, C.Board, C.Past, C.HowLong, C.Doing, C.Time));
        }

        // 3. "how long is the billing queue"
        if (said.Has(C.HowLong) && (said.Skills.Count > 0 || said.Has(C.Skills)))
        {
            return said.If(new Queue(said.Place), Asking | Concepts.Of(C.HowLong, C.Skills, C.SkillNoun));
        }

        // 4. The queues.
        if (said.Has(C.Skills) || (said.Has(C.SkillNoun) && said.Has(C.List)))
        {
            return said.Skills.Count > 0
                ? said.Missed(MissKind.NoForm)
                : said.If(new Skills(said.Vdn), Asking | Concepts.Of(C.Skills, C.SkillNoun));
        }

        // 5. Everyone, or the head counts.
        if (IsSummary(said)) return said.If(new Summary(said.Place), Asking | Concepts.Of(C.Board, C.ByState, C.State, C.Doing, C.Person, C.AgentNoun, C.SignedIn, C.Who));
        var people = said.Means.HasAny(Concepts.Of(C.Person, C.SignedIn, C.AgentNoun)) || (said.HasScope && said.Means.HasAny(Concepts.Of(C.Who, C.HowMany, C.Anyone)));
        if (people && !(said.Has(C.How) && said.Has(C.SignedIn))) return said.If(new Agents(said.Place), Asking | Concepts.Of(C.Who, C.Person, C.SignedIn, C.AgentNoun));
        if (said.Means == (Concepts)C.State) return said.Understood(new Status());
        return said.Missed(said.LooseComparison ? MissKind.NoForm : MissKind.Unknown);
    }

    private static bool IsSummary(Said said)
    {
        if (said.Has(C.Board) || said.Has(C.ByState)) return true;
        if (said.Has(C.State)) return said.HasScope || said.Has(C.Floor);
        if (said.HasScope || said.Has(C.Floor)) return said.Means.HasAny(Concepts.Of(C.Doing, C.How)) || said.Means == (Concepts)C.Floor;
        return false;
    }
}
