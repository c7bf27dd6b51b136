using System.Text.Json;
using ChatBot.Cards;
using ChatBot.Commands;

namespace ChatBot.Terminal;

/// <summary><c>ask</c>: one question, its answer as text or as card, and an exit code for scripts.</summary>
internal static class Ask
{
    public static async Task<int> RunAsync(string[] settings, string sentence, bool asCard, string? language, CancellationToken stop)
    {
        await using var bot = await LocalBot.BuildAsync(settings, watches: false);
        await bot.StartAsync(stop);
        var question = new Question(sentence, "terminal", language) { By = new("terminal", "terminal"), From = Origin.Terminal };
        var answer = await bot.Services.GetRequiredService<Answerer>().AnswerAsync(question, bot.Stopping);

        Utf8.Console();
        await Console.Out.WriteLineAsync(asCard ? Indented(answer.Card) : CardDrawing.Clean(Text(answer)));
        return answer.Outcome switch
        {
            Outcome.Answered => ExitCode.Good,
            Outcome.NotUnderstood => ExitCode.NotUnderstood,
            _ => ExitCode.CentreFailed,
        };
    }

    /// <summary>Without the buttons, except where they are the way on: a question back.</summary>
    private static string Text(Answer answer) => answer.Outcome != Outcome.NotUnderstood
        ? CardText.Of(answer.Card)
        : string.Join('\n', CardDrawing.Of(answer.Card).Buttons
            .Select(button => button.Title == button.Say ? $"- {button.Say}" : $"- {button.Title}: {button.Say}")
            .Prepend(CardText.Of(answer.Card)));

    private static string Indented(ReadOnlyMemory<byte> card)
    {
        using var document = JsonDocument.Parse(card);
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
