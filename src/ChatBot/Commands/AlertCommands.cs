using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>A command about alerts. Alerts come next; until then the answer says so, changes nothing, and offers the
/// question that shows the same figures now.</summary>
public abstract record AlertCommand : Command
{
    /// <summary>The read nearest to what was asked for.</summary>
    protected virtual Command Instead => new Status();

    public sealed override Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var voice = turn.Voice;
        var view = new View
        {
            Lang = voice.Language,
            Title = voice["alerts.notYet"],
            Lines = [voice["alerts.nothingDone"]],
            Foot = turn.Foot(),
            Buttons = [new(voice.Say("button.lookNow", Instead), $"{Instead}", voice.Language), turn.Button("button.help", "help")],
        };
        return Task.FromResult(turn.Show("notice", view, view.Title));
    }
}

/// <param name="Value">A whole number for a count, seconds for a time.</param>
public sealed record AlertWhen(Metric Metric, Place Place, Comparison Comparison, int Value, TimeSpan? For = null) : AlertCommand
{
    protected override string Canonical =>
        $"alert when {Word(Metric)}{Place} {Word(Comparison)} {(Metric.IsTime() ? Commands.Canonical.Duration(TimeSpan.FromSeconds(Value)) : Value)}"
        + (For is { } d ? " for " + Commands.Canonical.Duration(d) : "");

    protected override Command Instead => Metric switch
    {
        Metric.Waiting or Metric.WaitTime => new Waiting(Place),
        Metric.Resting => new Resting(Place),
        Metric.Approved => new Approved(Place),
        Metric.RestOverrun => new Overdue(Place),
        Metric.Idle => new InState(AgentState.Idle, Place),
        Metric.Busy or Metric.BusyTime => new InState(AgentState.Busy, Place),
        Metric.TalkTime => new InState(AgentState.Talking, Place),
        Metric.WrapupTime => new InState(AgentState.WrapUp, Place),
        _ => new Queue(Place),
    };

    public static string Word(Metric metric) => metric switch
    {
        Metric.WaitTime => "wait-time",
        Metric.RestOverrun => "rest-overrun",
        Metric.BusyTime => "busy-time",
        Metric.TalkTime => "talk-time",
        Metric.WrapupTime => "wrapup-time",
        Metric.CallsWaiting => "calls-waiting",
        Metric.CallWait => "call-wait",
        _ => metric.ToString().ToLowerInvariant(),
    };

    public static string Word(Comparison comparison) => comparison switch
    {
        Comparison.Above => "above",
        Comparison.AtLeast => "at least",
        Comparison.Below => "below",
        _ => "at most",
    };
}

public sealed record AlertList : AlertCommand
{
    protected override string Canonical => "alerts";
}

public sealed record DeleteAlert(int Number) : AlertCommand
{
    protected override string Canonical => $"delete alert {Number}";
}

public sealed record PauseAlert(int Number) : AlertCommand
{
    protected override string Canonical => $"pause alert {Number}";
}

public sealed record ResumeAlert(int Number) : AlertCommand
{
    protected override string Canonical => $"resume alert {Number}";
}

public sealed record Acknowledge(int Incident) : AlertCommand
{
    protected override string Canonical => $"ack {Incident}";
}

public sealed record Snooze(int Incident, TimeSpan For) : AlertCommand
{
    protected override string Canonical => $"snooze {Incident} {Commands.Canonical.Duration(For)}";
}

public sealed record Why(int Incident) : AlertCommand
{
    protected override string Canonical => $"why {Incident}";
}

/// <param name="For">Null for <c>quiet off</c>.</param>
public sealed record Quiet(TimeSpan? For) : AlertCommand
{
    protected override string Canonical => For is { } d ? "quiet " + Commands.Canonical.Duration(d) : "quiet off";
}
