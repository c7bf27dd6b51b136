using ChatBot.Alerts;
using ChatBot.Commands.Telling;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>This conversation's open incidents and rules; a tap shows one.</summary>
public sealed record AlertList : Command
{
    protected override string Canonical => "alerts";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var (voice, id, now) = (turn.Voice, turn.Conversation.Id, turn.Time.GetUtcNow());
        var (all, allOpen) = (await turn.Alerts.RulesAsync(id, stop), await turn.Alerts.OpenAsync(id, stop));
        var rules = all.Where(r => turn.Floor.Rights.Sees(r.Scope)).ToList();
        var open = allOpen.Where(i => turn.Floor.Rights.Sees(i.Scope)).ToList();
        var others = all.Count - rules.Count;
        var quiet = await turn.Alerts.QuietUntilAsync(id, stop);
        var names = new Dictionary<int, Names>();
        foreach (var vdn in rules.Select(r => r.Vdn).Concat(open.Select(i => i.Scope.Vdn)).Distinct()) names[vdn] = await turn.Floor.NamesAsync(vdn, stop);
        List<Group> groups =
        [
            new(voice.Say("alerts.open", open.Count), [.. open.Select(i => DigestView.Row(voice, names[i.Scope.Vdn], i, now))]),
            new(voice.Say("alerts.rules", rules.Count), [.. rules.OrderBy(r => r.Number).Select(r => Row(turn, names[r.Vdn], r, open))]),
        ];
        var shown = PeopleList.Fit(groups);
        var view = new View
        {
            Lang = voice.Language,
            Title = all.Count == 0 && allOpen.Count == 0 ? voice["alerts.none"] : voice.Say("alerts.title", rules.Count, open.Count),
            Where = voice["alerts.here"],
            Lead = quiet > now ? voice.Say("quiet.done", voice.Moment(quiet.Value, now)) : "",
            Groups = shown,
            Cut = PeopleList.Cut(turn, groups, shown),
            Notes = others switch
            {
                0 => [],
                1 => [voice["alerts.notYours.1"]],
                _ => [voice.Say("alerts.notYours", others)],
            },
            Foot = turn.Asked.Pressed ? "" : turn.Foot(),
            Buttons =
            [
                turn.Button("button.newAlert", "new alert"), turn.Button("button.refresh", "alerts"),
                quiet > now ? turn.Button("button.quietOff", "quiet off") : turn.Button("button.quiet30", "quiet 30m"),
                turn.Button("button.history", "alerts history"), turn.Button("button.help", "help alerts"),
            ],
        };
        return turn.Show("people", view, view.Title);
    }

    private static Row Row(Turn turn, Names names, Rule rule, IReadOnlyList<Incident> open)
    {
        var voice = turn.Voice;
        var fires = open.Any(i => i.Rule?.Number == rule.Number);
        List<string> details = [voice.Where(names, rule.Scope)];
        if (rule.Paused) details.Add(voice["alert.paused"]);
        if (rule.Severity == Severity.Critical) details.Add(voice["severity.Critical"]);
        if (rule.Active is { } hours) details.Add(voice.Hours(hours));
        if (rule.Shipped is { } shipped) details.Add(Outside.Text(shipped));
        return new(voice.Condition(rule), "", rule.Paused ? "Default" : fires ? "Warning" : "Good", string.Join(" · ", details),
            $"#{rule.Number}", "Default", $"alert {rule.Number}");
    }
}
