namespace ChatBot.Commands;

/// <summary>The skill queues of a VDN with their names; a tap gives a queue's overview.</summary>
public sealed record Skills(int? Vdn = null) : Command
{
    protected override string Canonical => $"skills{new Place(null, Vdn)}";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var scope = new Monitoring.Scope(Vdn ?? turn.Scope(default).Vdn);
        var reading = await turn.Floor.SkillsAsync(scope.Vdn, stop);
        var skills = reading.Value.Skills.OrderBy(s => s.Id).ToList();
        return await PeopleList.ShowAsync(turn, scope, reading, reading.Value.Notes,
            turn.Voice.Count("skills", skills.Count), "", [new("", [.. skills.Select(Row)])],
            [turn.Button("button.refresh", turn.Said), turn.Button("button.queue", $"queue vdn {scope.Vdn}")],
            stop);

        Row Row(Monitoring.SkillName skill)
        {
            var number = turn.Voice.Say("skill", skill.Id);
            var name = turn.Voice.NameOf(skill);
            // The platform's name tells more only where the settings have none.
            var others = new[] { skill.English, skill.Chinese, skill.Configured ? null : skill.Platform }.Concat(skill.Others)
                .Select(other => Outside.Text(other)).Where(other => other.Length > 0 && other != name).Distinct();
            return new(name.Length > 0 ? name : number, "", "Accent", string.Join(" · ", others.Take(4)), name.Length > 0 ? number : "", "Default",
                $"summary skill {skill.Id} vdn {scope.Vdn}");
        }
    }
}
