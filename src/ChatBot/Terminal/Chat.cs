using ChatBot.Commands;
using Spectre.Console;

namespace ChatBot.Terminal;

/// <summary>The prompt: a sentence or a button's number in, a drawn card out, until somebody leaves.</summary>
/// <param name="echo">The input is not typed here (a file, a pipe), so it is printed too.</param>
internal sealed class Chat(Answerer answerer, IAnsiConsole console, TextReader input, bool echo, string? language = null)
{
    private const int Widest = 120;
    private static readonly string[] Farewells = ["exit", "quit", "bye", "退出", "再见"];

    private IReadOnlyList<CardButton> _buttons = [];

    /// <summary><c>chat</c>: the prompt alone.</summary>
    public static async Task<int> RunAsync(string[] settings, string? language, CancellationToken stop)
    {
        await using var bot = await LocalBot.BuildAsync(settings);
        await bot.StartAsync(stop);
        var centre = bot.IsDemo ? "the simulated contact centre of the demo" : Banner.Host(bot.Settings["Monitoring:Address"]);
        Utf8.Console();
        await Console.Out.WriteLineAsync($"You talk to {centre}. Try \"who is resting on skill 3\" or 技能3谁在休息. \"exit\" leaves.");
        await new Chat(bot.Services.GetRequiredService<Answerer>(), AnsiConsole.Console, Console.In, Console.IsInputRedirected, language)
            .UntilAsync(bot.Stopping);
        return ExitCode.Good;
    }

    /// <summary>Ends with a farewell, with the end of the input, or when the process is told to end. A line being typed cannot
    /// be interrupted, so the process then ends around it.</summary>
    public async Task UntilAsync(CancellationToken stopping)
    {
        var told = new TaskCompletionSource();
        using var registration = stopping.Register(told.SetResult);
        await await Task.WhenAny(Task.Run(() => RunAsync(stopping), CancellationToken.None), told.Task);
    }

    private async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            console.Write(new Text("\nyou › ", new Style(decoration: Decoration.Bold)));
            var line = (await input.ReadLineAsync(stop))?.TrimStart('\ufeff').Trim();
            if (echo) console.Write(new Text($"{line}\n"));
            if (line is null || Farewells.Contains(line, StringComparer.OrdinalIgnoreCase)) return;
            if (line.Length > 0) await AnswerAsync(line, stop);
        }
    }

    private async Task AnswerAsync(string line, CancellationToken stop)
    {
        var question = new Question(line, "terminal", language);
        if (int.TryParse(line, out var number) && number > 0 && number <= _buttons.Count)
        {
            var button = _buttons[number - 1];
            if (button.Say is null)
            {
                console.Write(new Text($"\"{button.Title}\" works in Teams and on the preview page only.\n"));
                return;
            }

            question = new(button.Say, "terminal", language ?? button.Language);
            console.Write(new Text($"{button.Say}\n", new Style(decoration: Decoration.Dim)));
        }

        var answer = await answerer.AnswerAsync(question, stop);
        var drawing = CardDrawing.Of(answer.Card);
        _buttons = drawing.Buttons;
        console.Write(new Panel(drawing.Card) { Padding = new Padding(1, 0), Width = Math.Min(console.Profile.Width, Widest) }.RoundedBorder());
    }
}
