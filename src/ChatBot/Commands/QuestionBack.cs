using ChatBot.Commands.Access;
using ChatBot.Commands.Language;

namespace ChatBot.Commands;

/// <summary>Answers to sentences that mean two things, or nothing the bot knows.</summary>
internal static class QuestionBack
{
    public static Answer Ask(Turn turn, IReadOnlyList<Command> choices)
    {
        var voice = turn.Voice;
        var view = new View
        {
            Lang = voice.Language,
            Title = voice["choice.title"],
            Buttons = [.. choices.Take(6).Select(command => new Button(Label(voice, command), $"{command}", voice.Language))],
        };
        return turn.Show("notice", view, $"{view.Title} {string.Join(" / ", view.Buttons.Select(b => b.Title))}", Outcome.NotUnderstood);
    }

    public static Answer NotUnderstood(Turn turn, Understanding.Missed missed, string text)
    {
        var voice = turn.Voice;
        var isOpen = voice.Discretion == Discretion.Show;
        var nearest = missed.Nearest.Where(turn.MayPress).ToList();
        // What is like a name may be somebody's.
        var title = voice.Say($"miss.{missed.Kind}", isOpen || missed.Kind != MissKind.UnknownName ? Outside.Text(missed.Subject) : "…");
        var view = new View
        {
            Lang = voice.Language,
            Title = title,
            Where = isOpen && missed.Kind is (MissKind.Unknown or MissKind.NoForm) ? $"“{Outside.Text(text, 80)}”" : "",
            Lines = nearest.Count > 0 ? [voice[missed.Kind == MissKind.UnknownName ? "miss.names" : "miss.examples"]] : [],
            Buttons = [.. nearest.Select(example => Suggestion(voice, missed.Kind, example)), turn.Button("button.help", "help")],
        };
        return turn.Show("notice", view, title, Outcome.NotUnderstood);
    }

    // A near name is offered as the overview of that queue, an example sentence as itself.
    private static Button Suggestion(Voice voice, MissKind kind, string text) =>
        new(Outside.Text(text, 60), kind == MissKind.UnknownName ? $"summary {text}" : text, voice.Language);

    private static string Label(Voice voice, Command command) => command switch
    {
        Waiting => voice["choice.waiting"],
        Queue => voice["choice.queue"],
        AlertWhen { Metric: Alerts.Metric.Waiting or Alerts.Metric.WaitTime } => voice["choice.alertWaiting"],
        AlertWhen { Metric: Alerts.Metric.CallsWaiting or Alerts.Metric.CallWait } => voice["choice.alertCalls"],
        _ => $"{command}",
    };
}
