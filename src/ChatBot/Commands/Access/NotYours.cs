using ChatBot.Monitoring;

namespace ChatBot.Commands.Access;

/// <summary>Answers to who may not: nothing of what is not theirs, and what is instead.</summary>
internal static class NotYours
{
    private const int MostOffers = 5;

    public static async Task<Answer> ScopeAsync(Turn turn, NotYoursException refused, CancellationToken stop)
    {
        var (voice, (vdn, skill)) = (turn.Voice, refused.Scope);
        var offers = await OffersAsync(turn, vdn, stop);
        var (title, advice) = refused switch
        {
            { TooMany: { } queues } => (voice.Say("notYours.tooMany", vdn, queues), voice.Say("notYours.tooManyAdvice", OwnQueues.Most)),
            { WorkNo: { } workNo } => (voice.Say("notYours.agent", workNo), voice["notYours.agentAdvice"]),
            _ => (skill is null ? voice.Say("notYours.vdn", vdn)
                : vdn == turn.Names.Vdn ? voice.Say("notYours.skill", skill)
                : voice.Say("notYours.skillOf", skill, vdn), voice[offers.Count > 0 ? "notYours.advice" : "notYours.nothing"]),
        };
        return turn.Notice(title, "", [advice], [.. offers, turn.Button("button.help", "help")]) with { Outcome = Outcome.Failed };
    }

    /// <summary>Of this conversation, but of a scope that is not theirs.</summary>
    /// <param name="what">"alert" or "incident".</param>
    public static Answer Number(Turn turn, string what, int number) => turn.Notice(
        turn.Voice.Say($"notYours.{what}", number), "", [turn.Voice["notYours.numberAdvice"]], [turn.Button("button.alerts", "alerts")]) with
    { Outcome = Outcome.Failed };

    public static Answer Rules(Turn turn) => turn.Notice(
        turn.Voice["notYours.rules"], "", [turn.Voice["notYours.rulesAdvice"]], [turn.Button("button.alerts", "alerts"), turn.Button("button.help", "help")])
        with
    { Outcome = Outcome.Failed };

    /// <summary>The overviews that are theirs: of the VDN asked about, else of the ones their rights name.</summary>
    private static async Task<IReadOnlyList<Button>> OffersAsync(Turn turn, int vdn, CancellationToken stop)
    {
        var (voice, rights) = (turn.Voice, turn.Floor.Rights);
        var scopes = (await turn.Floor.OwnAsync(vdn, stop)).Select(id => new Scope(vdn, id))
            .Concat(rights.See.Where(p => p.IsWhole && p.Vdn is not null).Select(p => new Scope(p.Vdn!.Value)))
            .Concat(rights.See.Where(p => !p.IsWhole && p.Vdn is not null && p.Vdn != vdn).Select(p => new Scope(p.Vdn!.Value, p.First)))
            .Where(rights.Sees).Distinct().Take(MostOffers);
        var names = await turn.Floor.NamesAsync(vdn, stop);
        return [.. scopes.Select(s => new Button(s.Skill is null || s.Vdn != vdn ? voice.Where(names, s) : voice.Skill(names, vdn, s.Skill.Value),
            $"summary{new Place(s.Skill, s.Vdn)}", voice.Language))];
    }
}
