using ChatBot.Commands;
using Spectre.Console;

namespace ChatBot.Terminal;

/// <summary>The prompt: a sentence or a button's number in, a drawn card out, until somebody leaves.</summary>
internal sealed class Chat(Answerer answerer, IAnsiConsole console, TextReader input, string? language)
{
    private const int Narrowest = 40;
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
        await new Chat(bot.Services.GetRequiredService<Answerer>(), AnsiConsole.Console, Console.In, language).RunAsync(stop);
        return ExitCode.Good;
    }

    /// <summary>Ends with a farewell or with the end of the input.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        console.Profile.Width = Math.Clamp(console.Profile.Width, Narrowest, Widest);
        while (true)
        {
            console.Write(new Text("\nyou › ", new Style(decoration: Decoration.Bold)));
            var line = (await input.ReadLineAsync(stop))?.Trim();
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
        console.Write(new Panel(drawing.Card) { Border = BoxBorder.Rounded, Padding = new Padding(1, 0), Expand = true });
    }
}
