using ChatBot.Commands.Access;
using ChatBot.Commands.Language;

namespace ChatBot.Commands.Buttons;

/// <summary>The answer to a question with all its names, to who pressed and nobody else.</summary>
/// <param name="Question">The canonical form of a question that names people.</param>
internal sealed record NamesToMe(string Question) : Command
{
    public const string Word = "names ";

    protected override string Canonical => Word + Question;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var command = Pressed.Read(Question)
            ?? (turn.Parser.Parse(Question, turn.Names, turn.Scope(default).Vdn) as Understanding.Understood)?.Command;
        return command is { NamesPeople: true }
            ? await turn.Privately.AnswerAsync(turn, quiet => Answering.OfAsync(command, quiet with { Said = $"{command}" }, stop), stop)
            : turn.Notice(turn.Voice["broken.title"], "", [], [turn.Button("button.help", "help")]) with { Outcome = Outcome.NotUnderstood };
    }

    /// <summary>The button, where names are left out; none where they stand.</summary>
    public static IEnumerable<Button> Of(Voice voice, string question) =>
        voice.Discretion == Discretion.Show ? [] : [new(voice["button.names"], Word + question, voice.Language)];
}
