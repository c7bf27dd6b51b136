namespace ChatBot.Commands;

/// <summary>No new alert posts in this conversation for a while; what happens is told afterwards in one digest.</summary>
/// <param name="For">Null for <c>quiet off</c>.</param>
public sealed record Quiet(TimeSpan? For) : Command
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    protected override string Canonical => For is { } d ? "quiet " + Commands.Canonical.Duration(d) : "quiet off";

    public override bool ChangesRules => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        if (For > Longest)
        {
            return turn.Notice(voice.Say("quiet.tooLong", voice.Duration(Longest)), "", [voice["quiet.tooLongAdvice"]],
                [new(voice.Say("button.quiet", voice.Duration(Longest)), $"{new Quiet(Longest)}", voice.Language), turn.Button("button.alerts", "alerts")])
                with
            { Outcome = Outcome.NotUnderstood };
        }

        var was = await turn.Alerts.QuietUntilAsync(turn.Conversation.Id, stop);
        if (await turn.Alerts.QuietAsync(For, turn.Deed($"{this}"), stop) is { } until)
        {
            return turn.Notice(voice.Say("quiet.done", voice.Moment(until, turn.Time.GetUtcNow())), "", [voice["quiet.meaning"]],
                [turn.Button("button.quietOff", "quiet off"), turn.Button("button.alerts", "alerts")]);
        }

        return turn.Notice(voice[was > turn.Time.GetUtcNow() ? "quiet.off" : "quiet.wasOff"], "", [], [turn.Button("button.alerts", "alerts")]);
    }
}
