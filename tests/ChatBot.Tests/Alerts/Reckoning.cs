using ChatBot.Alerts;

namespace ChatBot.Tests.Alerts;

/// <summary>Counts what stood in the chats against what was stored and what truly happened. Each line names a fault.</summary>
internal sealed class Reckoning(MortalBot bot)
{
    public List<string> Faults { get; } = [];

    public int Incidents { get; private set; }

    /// <summary>Whose last new message the connector broke off: nobody can know whether it arrived.</summary>
    public int OpenEnded { get; private set; }

    /// <summary>Cards and lines said again, each with a reason: the process or the connector died.</summary>
    public int Repeats { get; private set; }

    public void Count(IReadOnlyList<(Incident Incident, IReadOnlyList<HistoryLine> History)> stored)
    {
        var calls = bot.Connector.Calls;
        foreach (var place in bot.Places)
        {
            var here = calls.Where(c => c.Chat == place.Chat).ToList();
            var mine = stored.Where(s => s.Incident.Conversation == place.Chat).ToList();
            Incidents += mine.Count;
            // 1 Every crossing has one incident, and nothing else has.
            if (mine.Count != place.Crossings) Fault(place, $"{place.Crossings} crossings, {mine.Count} incidents");
            var strangers = here.SelectMany(c => c.Told.Incidents).Except(mine.Select(s => s.Incident.Number)).ToList();
            if (strangers.Count > 0) Fault(place, $"tells of incidents {string.Join(", ", strangers)}, which are not stored");
            foreach (var (incident, history) in mine) Count(place, incident, history, here);
        }
    }

    private void Count(WatchedPlace place, Incident incident, IReadOnlyList<HistoryLine> history, List<ConnectorCall> here)
    {
        var name = $"incident {incident.Number}";
        // 2 Raised once, then resolved once.
        var decided = history.Where(l => l.Kind is VerdictKind.Raise or VerdictKind.Resolve).Select(l => l.Kind).ToList();
        if (!decided.SequenceEqual([VerdictKind.Raise, VerdictKind.Resolve])) Fault(place, $"{name} was decided: {string.Join(", ", decided)}");

        // 3 Told, and not twice without a reason; its end too.
        var about = here.Where(c => c.Told.Incidents.Contains(incident.Number)).ToList();
        var creates = about.Where(c => c.Edits is null).ToList();
        var isOpenEnded = creates.LastOrDefault()?.BrokenOff == true;
        if (!isOpenEnded && !creates.Any(c => c.Arrived)) Fault(place, $"{name} was never told");
        Again(place, name, creates, here);
        Again(place, $"the end of {name}", [.. here.Where(c => c.Told.Over == incident.Number)], here);

        // 4 The newest card shows the newest state, and no card went back.
        foreach (var card in about.Where(c => c.Arrived).GroupBy(c => c.MessageId))
        {
            var open = card.Select(c => c.Told.Open.Contains(incident.Number)).ToList();
            if (open.SkipWhile(o => o).Any(o => o)) Fault(place, $"{name}'s card {card.Key} went back to an older state");
        }

        if (isOpenEnded) OpenEnded++;
        else if (about.LastOrDefault(c => c.Confirmed)?.Told.Open.Contains(incident.Number) == true) Fault(place, $"{name}'s card still shows it open");
    }

    private void Again(WatchedPlace place, string what, List<ConnectorCall> said, List<ConnectorCall> here)
    {
        foreach (var (first, again) in said.Zip(said.Skip(1)))
        {
            Repeats++;
            if (Knew(first, here, again)) Fault(place, $"{what} was told again (call {again.Order}) though call {first.Order} was known to have arrived");
            else if (bot.LifeOf(first) == bot.LifeOf(again) && !first.BrokenOff) Fault(place, $"{what} was told twice in one life (calls {first.Order} and {again.Order})");
        }
    }

    /// <summary>Between the two, it used the id that the first had got.</summary>
    private static bool Knew(ConnectorCall first, List<ConnectorCall> here, ConnectorCall again) =>
        first.Arrived && here.Any(c => c.Order > first.Order && c.Order < again.Order && (c.Edits == first.MessageId || c.Thread == first.MessageId));

    private void Fault(WatchedPlace place, string what) => Faults.Add($"{place.Chat}: {what}");
}
