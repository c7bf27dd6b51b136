namespace ChatBot.Commands;

/// <summary>Is the bot well: age of its data, last error, posts waiting, version. Asks the contact centre nothing.</summary>
public sealed record Status : Command
{
    private static readonly string Version = typeof(Status).Assembly.GetName().Version?.ToString(3) ?? "?";

    protected override string Canonical => "status";

    public override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var (voice, health, now) = (turn.Voice, turn.Floor.Health, turn.Time.GetUtcNow());
        var failing = health.LastFailureAt is { } failed && failed > (health.LastGood ?? DateTimeOffset.MinValue);
        var title = voice[failing ? "status.failing" : health.LastGood is null ? "status.unread" : "status.well"];
        List<Fact> facts =
        [
            new(voice["status.data"], health.LastGood is { } good ? voice.Say("status.ago", voice.Duration(now - good), voice.ClockSeconds(good)) : voice["status.none"]),
            new(voice["status.calls"], voice.Say("status.callsValue", health.Calls, health.Failures)),
            new(voice["status.lastError"], health is { LastFailure: { } failure, LastFailureAt: { } at }
                ? $"{voice[$"fault.{failure.Fault}"]}{(failure.Code is { } code ? $" ({Outside.Text(code, 20)})" : "")} · {voice.Moment(at, now)}"
                : voice["status.noError"]),
            new(voice["status.posts"], voice["status.noAlerts"]),
            new(voice["status.version"], Version),
        ];
        var view = new View
        {
            Lang = voice.Language,
            Title = title,
            Color = failing ? "Attention" : "Good",
            Facts = facts,
            Foot = turn.Foot(),
            Buttons = [turn.Button("button.refresh", turn.Said), turn.Button("button.summary", "summary"), turn.Button("button.help", "help")],
        };
        return Task.FromResult(turn.Show("agent", view, $"{title} · {facts[0].Title}: {facts[0].Value}"));
    }
}
