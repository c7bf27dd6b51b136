using ChatBot.Alerts;

namespace ChatBot.Commands;

/// <summary>Is the bot well: age of its data, last error, posts waiting, version. Asks the contact centre nothing.</summary>
public sealed record Status : Command
{
    private static readonly string Version = typeof(Status).Assembly.GetName().Version?.ToString(3) ?? "?";

    protected override string Canonical => "status";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var (voice, health, now) = (turn.Voice, turn.Floor.Health, turn.Time.GetUtcNow());
        var failing = health.LastFailureAt is { } failed && failed > (health.LastGood ?? DateTimeOffset.MinValue);
        var (alerts, stored) = await AlertsAsync(turn, now, stop);
        var title = voice[failing ? "status.failing" : !stored ? "status.unstored" : health.LastGood is null ? "status.unread" : "status.well"];
        List<Fact> facts =
        [
            new(voice["status.data"], health.LastGood is { } good ? voice.Say("status.ago", voice.Duration(now - good), voice.ClockSeconds(good)) : voice["status.none"]),
            new(voice["status.calls"], voice.Say("status.callsValue", health.Calls, health.Failures)),
            new(voice["status.lastError"], health is { LastFailure: { } failure, LastFailureAt: { } at }
                ? $"{voice[$"fault.{failure.Fault}"]}{(failure.Code is { } code ? $" ({Outside.WithoutMarkup(code, 20)})" : "")} · {voice.Moment(at, now)}"
                : voice["status.noError"]),
            .. alerts,
            new(voice["status.conversation"], Outside.Text(turn.Conversation.Id, 200)),
            new(voice["status.version"], Version),
        ];
        var view = new View
        {
            Lang = voice.Language,
            Title = title,
            Color = failing || !stored ? "Attention" : "Good",
            Facts = facts,
            Foot = turn.Foot(),
            Buttons = [turn.Button("button.refresh", turn.Said), turn.Button("button.summary", "summary"), turn.Button("button.help", "help")],
        };
        return turn.Show("agent", view, $"{title} · {facts[0].Title}: {facts[0].Value}");
    }

    /// <summary>Of the whole bot, not only of this conversation; and whether the database could be read for it.</summary>
    private static async Task<(IReadOnlyList<Fact> Facts, bool Stored)> AlertsAsync(Turn turn, DateTimeOffset now, CancellationToken stop)
    {
        var voice = turn.Voice;
        try
        {
            var alerts = await turn.Alerts.StatusAsync(stop);
            var watching = alerts.Watching;
            var oldest = watching.Vdns.Values.Min(v => v.OldestLive);
            var trouble = new[] { watching.LastTrouble, alerts.Telling.LastSendTrouble }.OfType<WatchTrouble>().MaxBy(t => t.At);
            return (
            [
                new(voice["status.polls"], voice.Say("status.pollsValue", watching.Good + watching.Bad, watching.Bad, watching.Late)),
                new(voice["status.watched"], alerts.Elsewhere is { } machine ? voice.Say("status.elsewhere", Outside.Text(machine)) : oldest is { } live ? voice.Say("status.watchedValue", watching.Vdns.Count, voice.Duration(now - live)) : voice["status.notWatching"]),
                new(voice["status.posts"], alerts.OldestPost is { } since ? voice.Say("status.postsValue", alerts.PostsWaiting, voice.Duration(now - since)) : "0"),
                new(voice["status.lastTrouble"], trouble is null ? voice["status.noError"] : Told(voice, trouble, now)),
            ], true);
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            return ([new(voice["status.lastTrouble"], Told(voice, new(now, Trouble.Database), now))], false);
        }
    }

    private static string Told(Voice voice, WatchTrouble trouble, DateTimeOffset now) =>
        $"{voice[$"trouble.{trouble.What}"]}{(trouble.Status is { } status ? $" ({status})" : "")} · {voice.Moment(trouble.At, now)}";
}
