using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Answers when there is no answer: what failed, since when, what to do.</summary>
internal static class Apology
{
    public static Answer CentreFailed(Turn turn, MonitoringFailure failure)
    {
        var voice = turn.Voice;
        var title = voice[$"fault.{failure.Fault}"];
        // The platform's own words may name somebody.
        var words = voice.Discretion == Access.Discretion.Show ? failure.Text : null;
        var technical = string.Join(" · ", new[] { failure.Code, words }.Select(part => Outside.Text(part, 160)).Where(part => part.Length > 0));
        var view = new View
        {
            Lang = voice.Language,
            Title = title,
            Color = "Attention",
            Where = voice.Say("failed.since", voice.Moment(failure.Since, turn.Time.GetUtcNow())),
            Lines = [voice[$"advice.{failure.Fault}"]],
            Notes = technical.Length > 0 ? [technical] : [],
            Foot = turn.Foot(),
            Buttons = [turn.Button("button.tryAgain", turn.Said), turn.Button("button.status", "status")],
        };
        return turn.Show("notice", view, voice.Say("failed.summary", title, view.Where), Outcome.Failed);
    }

    /// <summary>The configured edition of the interface does not tell it: what can be asked instead.</summary>
    public static Answer EditionCannot(Turn turn, EditionGap gap)
    {
        var voice = turn.Voice;
        var view = new View
        {
            Lang = voice.Language,
            Title = voice[$"gap.{gap}"],
            Lines = [voice[$"instead.{gap}"]],
            Foot = turn.Foot(),
            Buttons = [turn.Button("button.summary", "summary"), turn.Button("button.help", "help")],
        };
        return turn.Show("notice", view, view.Title, Outcome.Failed);
    }

    /// <summary>Our own fault.</summary>
    public static Answer Broken(Turn turn, string text)
    {
        var voice = turn.Voice;
        var view = new View
        {
            Lang = voice.Language,
            Title = voice["broken.title"],
            Color = "Attention",
            Lines = [voice["broken.advice"]],
            Buttons = [new(voice["button.tryAgain"], text.Length <= 200 && voice.Discretion == Access.Discretion.Show ? text : "help", voice.Language), turn.Button("button.status", "status")],
        };
        return turn.Show("notice", view, view.Title, Outcome.Failed);
    }
}
