using ChatBot.Alerts;
using ChatBot.Commands.Telling;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Who changed what in this conversation, the newest first.</summary>
public sealed record AlertHistory : Command
{
    protected override string Canonical => "alerts history";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var (voice, now) = (turn.Voice, turn.Time.GetUtcNow());
        var (latest, all) = await turn.Alerts.DeedsAsync(turn.Conversation.Id, PeopleList.Most, stop);
        var newest = new List<Deed>();
        foreach (var deed in latest)
            if (await IsTheirsAsync(turn, deed, stop)) newest.Add(deed);
        var others = latest.Count - newest.Count;
        var names = new Dictionary<int, Names>();
        foreach (var vdn in newest.Select(d => d.Before?.Vdn).OfType<int>().Distinct()) names[vdn] = await turn.Floor.NamesAsync(vdn, stop);
        var view = new View
        {
            Lang = voice.Language,
            Title = all == 0 ? voice["audit.none"] : voice.Say("audit.title", all),
            Where = voice["alerts.here"],
            Groups = newest.Count == 0 ? [] : [new("", [.. newest.Select(d => Row(turn, names, d, now))])],
            Cut = latest.Count < all ? voice.Say("cut", latest.Count, all) : "",
            Notes = [.. others > 0 ? [voice.Say("audit.notYours", others)] : Array.Empty<string>(), voice.Say("audit.kept", turn.Alerts.Kept.Deeds.Days)],
            Foot = turn.Asked.Pressed ? "" : turn.Foot(),
            Buttons = [turn.Button("button.alerts", "alerts"), turn.Button("button.refresh", "alerts history")],
        };
        return turn.Show("people", view, voice.Say("summary.plain", voice["alerts.here"], view.Title));
    }

    /// <summary>An incident that is no longer kept cannot be told to be theirs.</summary>
    private static async Task<bool> IsTheirsAsync(Turn turn, Deed deed, CancellationToken stop)
    {
        var rights = turn.Floor.Rights;
        if (rights.SeesAll) return true;
        // A rule that was moved tells of both places.
        if (deed is { Before: not null } or { After: not null }) return new[] { deed.Before, deed.After }.OfType<Rule>().All(r => rights.Sees(r.Scope));
        return deed.Incident is not { } number
            || (await turn.Alerts.IncidentAsync(turn.Conversation.Id, number, stop) is { } incident && rights.Sees(incident.Scope));
    }

    private static Row Row(Turn turn, Dictionary<int, Names> names, Deed deed, DateTimeOffset now) => new(
        deed.What, "", deed.Before is null ? "Good" : deed.After is null ? "Attention" : "Accent",
        string.Join(" · ", Details(turn, names, deed)), turn.Voice.Moment(deed.At, now), "Default",
        deed.Incident is { } incident ? $"incident {incident}" : deed.After is { } rule ? $"alert {rule.Number}" : "");

    private static IEnumerable<string> Details(Turn turn, Dictionary<int, Names> names, Deed deed)
    {
        var voice = turn.Voice;
        yield return deed switch
        {
            { Forgotten: true } => voice["audit.forgotten"],
            // Who has no id was called "somebody" in the language of the moment.
            { By: { } by } => voice.Name(by.Id.Length > 0 ? by : null),
            _ => voice[(deed.After ?? deed.Before)?.Shipped is null ? "audit.itself" : "audit.settings"],
        };
        if (deed is { Before: null, After: { } made }) yield return voice.Say("alert.title", made.Number);
        if (deed is { Before: { } gone, After: null }) yield return voice.ConditionAt(names[gone.Vdn], gone);
        if (deed is { Before: { } before, After: { } after })
        {
            foreach (var change in Changes(turn, before, after)) yield return change;
            yield return voice.Where(names[before.Vdn], after.Scope);
        }

        if (deed.Incident is { } incident && deed.What.Split(' ')[0] is not ("ack" or "snooze")) yield return voice.Say("audit.ended", incident);
    }

    private static IEnumerable<string> Changes(Turn turn, Rule before, Rule after)
    {
        var voice = turn.Voice;
        var (was, now) = (voice.Condition(before), voice.Condition(after));
        if (was != now) yield return voice.Say("audit.changed", was, now);
        foreach (var (old, changed) in voice.Facts(before, turn.Usual).Zip(voice.Facts(after, turn.Usual)).Where(f => f.First != f.Second))
            yield return $"{old.Title}: {voice.Say("audit.changed", old.Value, changed.Value)}";
        if (!before.Mentions.SequenceEqual(after.Mentions)) yield return voice["audit.mentions"];
    }
}
