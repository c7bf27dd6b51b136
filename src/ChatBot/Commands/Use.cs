namespace ChatBot.Commands;

/// <summary>This conversation's default scope. Exactly one of the two is said: a VDN clears the default skill, a skill keeps
/// the VDN.</summary>
public sealed record Use(Place Place) : Command
{
    protected override string Canonical => $"use{Place}";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var (voice, before) = (turn.Voice, turn.Scope(default));
        var after = new Monitoring.Scope(Place.Vdn ?? before.Vdn, Place.Skill);
        if (!turn.Floor.Rights.SeesSomeOf(after)) throw new Access.NotYoursException(after);
        await turn.Conversations.SetScopeAsync(turn.Conversation.Id, after.Vdn, after.Skill, turn.Deed($"{this}"), stop);
        var names = await turn.Floor.NamesAsync(after.Vdn, stop);
        var title = voice.Say("use.done", voice.Where(names, after));
        var known = after.Skill is not { } id || names.Skills.Count == 0 || names.Skill(after.Vdn, id) is not null;
        var view = new View
        {
            Lang = voice.Language,
            Title = title,
            Lines = known ? [voice["use.meaning"]] : [voice["use.meaning"], voice.Say("use.unknown", after.Skill, after.Vdn)],
            Foot = turn.Foot(),
            Buttons =
            [
                turn.Button("button.undo", before.Skill is { } skill ? $"use skill {skill}" : $"use vdn {before.Vdn}"),
                turn.Button("button.summary", "summary"),
            ],
        };
        return turn.Show("notice", view, title);
    }
}
