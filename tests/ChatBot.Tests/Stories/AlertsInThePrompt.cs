using ChatBot.Cards;
using ChatBot.Commands;
using ChatBot.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>An incident as somebody at the terminal sees it.</summary>
public class AlertsInThePrompt
{
    [Fact]
    public async Task A_card_arrives_is_taken_by_the_number_of_its_button_and_its_end_is_a_line()
    {
        await using var stage = await SetAsync();
        using var seen = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(seen) });
        console.Profile.Width = 160;
        var screen = new Screen(console);
        await stage.Supervisor.Services.GetRequiredService<TerminalPosts>().OpenAsync(screen);
        var agents = new[] { "Ana", "Ben", "Eve" }.Select(name => stage.Billing.Has(name, waiting: Minutes(4))).ToList();
        screen.Answer((await SayAsync("alert when waiting skill 3 above 2")).Card);
        var buttons = Enumerable.Range(1, 20).TakeWhile(number => screen.Button(number) is not null).Count();

        await stage.PollAsync("terminal", times: 2);
        Assert.Contains("Waiting to rest 3 · limit 2", seen.ToString());
        var taking = screen.Button(buttons + 1);
        Assert.Equal(("Acknowledge", "ack 1"), (taking?.Title, taking?.Say));
        Assert.Contains("Lou has it until 14:", CardText.Of((await SayAsync(taking!.Say!)).Card));

        foreach (var agent in agents) agent.Is(idle: Minutes(1));
        seen.GetStringBuilder().Clear();
        await stage.PollAsync("terminal", times: 3);
        var line = Assert.Single(seen.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("1 is over", line);
        Assert.Contains("Lou had it", line);

        Task<Answer> SayAsync(string text) => stage.AskAsync(new Question(text, TerminalPosts.Conversation, "en") { By = new("terminal", "Lou"), Pressed = true });
    }
}
