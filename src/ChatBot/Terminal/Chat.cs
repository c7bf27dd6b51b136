using ChatBot.Alerts;
using ChatBot.Commands;
using Spectre.Console;

namespace ChatBot.Terminal;

/// <summary>The prompt: a sentence or a button's number in, a drawn card out, until somebody leaves.</summary>
/// <param name="echo">The input is not typed here (a file, a pipe), so it is printed too.</param>
internal sealed class Chat(
    Answerer answerer, TerminalPosts posts, IAnsiConsole console, TextReader input, bool echo, string? language = null)
{
    private static readonly string[] Farewells = ["exit", "quit", "bye", "退出", "再见"];

    private static readonly Person Me = new(TerminalPosts.Conversation, Environment.UserName);

    private readonly Screen _screen = new(console);

    /// <summary><c>chat</c>: the prompt alone.</summary>
    public static async Task<int> RunAsync(string[] settings, string? language, CancellationToken stop)
    {
        await using var bot = await LocalBot.BuildAsync(settings, watches: true);
        await bot.StartAsync(stop);
        var centre = bot.IsDemo ? "the simulated contact centre of the demo" : Banner.Host(bot.Settings["Monitoring:Address"]);
        Utf8.Console();
        await Console.Out.WriteLineAsync($"You talk to {centre}. Try \"who is resting on skill 3\" or 技能3谁在休息. \"exit\" leaves.");
        await Of(bot.Services, Console.IsInputRedirected, language).UntilAsync(bot.Stopping);
        return ExitCode.Good;
    }

    public static Chat Of(IServiceProvider bot, bool echo, string? language = null) =>
        new(bot.GetRequiredService<Answerer>(), bot.GetRequiredService<TerminalPosts>(), AnsiConsole.Console, Console.In, echo, language);

    /// <summary>Ends with a farewell, with the end of the input, or when the process is told to end. A line being typed cannot
    /// be interrupted, so the process then ends around it.</summary>
    public async Task UntilAsync(CancellationToken stopping)
    {
        var told = new TaskCompletionSource();
        using var registration = stopping.Register(told.SetResult);
        var ended = await Task.WhenAny(Task.Run(() => RunAsync(stopping), CancellationToken.None), told.Task);
        if (!stopping.IsCancellationRequested) await ended;
    }

    private async Task RunAsync(CancellationToken stop)
    {
        await posts.OpenAsync(_screen);
        try
        {
            while (true)
            {
                _screen.Prompt();
                var line = (await input.ReadLineAsync(stop))?.TrimStart('\ufeff').Trim();
                _screen.Took(echo ? line ?? "" : null);
                if (line is null || Farewells.Contains(line, StringComparer.OrdinalIgnoreCase)) return;
                if (line.Length > 0) await AnswerAsync(line, stop);
            }
        }
        finally
        {
            posts.Close();
        }
    }

    private async Task AnswerAsync(string line, CancellationToken stop)
    {
        var question = new Question(line, TerminalPosts.Conversation, language) { By = Me, From = Origin.Terminal };
        if (int.TryParse(line, out var number) && _screen.Button(number) is { } button)
        {
            if (button.Say is null)
            {
                _screen.Line($"\"{button.Title}\" works in Teams and on the preview page only.");
                return;
            }

            question = question with { Text = button.Say, Language = language ?? button.Language, Pressed = true };
            _screen.Line(button.Say, Decoration.Dim);
        }

        _screen.Answer((await answerer.AnswerAsync(question, stop)).Card);
    }
}
