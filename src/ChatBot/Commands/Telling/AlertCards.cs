using ChatBot.Alerts;
using ChatBot.Cards;
using ChatBot.Commands.Access;
using ChatBot.Monitoring;
using Microsoft.Extensions.Options;

namespace ChatBot.Commands.Telling;

/// <summary>How incidents are said unasked: in the conversation's language, else in their rule's.</summary>
internal sealed class AlertCards(
    CardLibrary cards, Voices voices, IConversations conversations, FloorReader floor, Grants grants, IOptions<AlertSettings> settings, TimeProvider time) : IAlertCards
{
    // An edit must not make a card longer than any channel takes; ours allows much more.
    private const int Largest = 24 * 1024;

    private readonly ShiftEnds _shifts = new(settings.Value.ShiftEnds);

    public async Task<Message> CardAsync(Incident incident, CancellationToken stop, bool elsewhere = false)
    {
        var (words, view) = await ViewAsync(incident, stop, elsewhere);
        if (elsewhere) view = Turn.Elsewhere(view);
        var card = Render(view);
        if (card.Length > Largest) card = Render(IncidentView.Short(view));
        return new(card, words.Line, Mentions(incident));
    }

    public async Task<Message> ShortAsync(Incident incident, CancellationToken stop)
    {
        var (words, view) = await ViewAsync(incident, stop);
        return new(Render(IncidentView.Short(view)), words.Line, Mentions(incident));
    }

    public async Task<Message> ReplyAsync(Incident incident, Post reply, CancellationToken stop)
    {
        var (voice, names) = await VoiceAsync(incident.Conversation, incident.Rule?.Language, incident.Scope.Vdn, stop);
        var loud = reply.Says is VerdictKind.Raise or VerdictKind.Remind or VerdictKind.Unacknowledged;
        return new(ReadOnlyMemory<byte>.Empty, ReplyWords.Of(voice, names, incident, reply, time.GetUtcNow()), loud ? Mentions(incident) : []);
    }

    public async Task<Message> DigestAsync(Post digest, IReadOnlyList<Incident> incidents, CancellationToken stop)
    {
        var language = incidents.Select(i => i.Rule?.Language).FirstOrDefault(l => l is not null);
        var (voice, _) = await VoiceAsync(digest.Conversation, language, null, stop);
        var names = new Dictionary<int, Names>();
        foreach (var vdn in incidents.Select(i => i.Scope.Vdn).Distinct()) names[vdn] = await floor.NamesAsync(vdn, stop);
        var now = time.GetUtcNow();
        var view = DigestView.Of(voice, names, incidents, now);
        // After a quiet time it is the first that is heard of what is critical.
        var open = incidents.Where(i => !(i.Known.AcknowledgedUntil > now || i.Known.SnoozedUntil > now));
        return new(
            cards.Render("people", view, ViewJson.Default.View), string.Join(" · ", view.Groups[0].Rows.Take(3).Select(r => r.Name).Prepend(view.Title)),
            [.. open.SelectMany(Mentions).DistinctBy(p => p.Id)]);
    }

    public async Task<Message> GoneAsync(Post notice, CancellationToken stop)
    {
        var (voice, _) = await VoiceAsync(notice.Conversation, notice.Rules.Select(r => r.Language).FirstOrDefault(), null, stop);
        var rows = new List<Row>();
        foreach (var rule in notice.Rules.Take(PeopleList.Most))
        {
            var names = await floor.NamesAsync(rule.Vdn, stop);
            rows.Add(new(voice.Condition(rule), $"#{rule.Number}", "Default", voice.Where(names, rule.Scope), "", "Default", ""));
        }

        var view = new View
        {
            Lang = voice.Language,
            Title = voice["gone.title"],
            Style = "warning",
            Lines = [voice.Say("gone.text", notice.Rules.Count)],
            Groups = [new("", rows)],
            Cut = notice.Rules.Count > rows.Count ? voice.Say("incident.more", notice.Rules.Count - rows.Count) : "",
        };
        return new(Render(view), view.Title, []);
    }

    private async Task<(IncidentWords Words, View View)> ViewAsync(Incident incident, CancellationToken stop, bool elsewhere = false)
    {
        var now = time.GetUtcNow();
        var (voice, names) = await VoiceAsync(incident.Conversation, incident.Rule?.Language, incident.Scope.Vdn, stop, elsewhere);
        var told = await conversations.GetAsync(incident.Conversation, stop);
        // Where one person alone can press it is known whether they may.
        var mayPause = !told.IsPersonal || grants.Of(new() { EntraId = told.EntraId, IsPersonal = true }, incident.Conversation).Rules;
        return (new(voice, names, incident, now), IncidentView.Of(voice, names, incident, now, _shifts.Any, mayPause));
    }

    private async Task<(Voice Voice, Names Names)> VoiceAsync(string conversation, string? language, int? vdn, CancellationToken stop, bool elsewhere = false)
    {
        var told = await conversations.GetAsync(conversation, stop);
        return (voices.In(told.Language ?? language ?? "en", elsewhere || told.IsPersonal), vdn is { } its ? await floor.NamesAsync(its, stop) : new Names(0, [], []));
    }

    private byte[] Render(View view) => cards.Render("incident", view, ViewJson.Default.View);

    private static IReadOnlyList<Person> Mentions(Incident incident) =>
        incident is { Open: true, Rule: { Severity: Severity.Critical } rule } ? rule.Mentions : [];
}
