using System.Text;
using ChatBot.Alerts;
using ChatBot.Terminal;
using Spectre.Console;

namespace ChatBot.Tests.Terminal;

/// <summary>What stands on the terminal when something arrives while somebody types.</summary>
public sealed class ScreenTests : IDisposable
{
    private const char Esc = '\u001b';

    private readonly StringWriter _out = new();

    [Fact]
    public void A_card_is_put_above_the_line_being_typed_which_stays_as_it_is()
    {
        var screen = Open(AnsiSupport.Yes, height: 24);
        screen.Prompt();
        _out.Write("who is re");
        _out.GetStringBuilder().Clear();

        screen.Arrives(Card("5 waiting to rest", "Acknowledge"));

        // Room for the frame, the title, an empty line, the buttons and an empty line behind: 6; and back in the same column, 6 lines down.
        var sent = Sent();
        Assert.StartsWith($"{Esc}7\n\n\n\n\n\n{Esc}[6A\r{Esc}[6L", sent);
        Assert.EndsWith($"{Esc}8{Esc}[6B", sent);
        Assert.Contains("5 waiting to rest", sent);
        Assert.Equal(6 + 5, sent.Count(c => c == '\n'));
        Assert.DoesNotContain("you ›", sent);
    }

    [Fact]
    public void No_text_moves_the_cursor_or_colours_anything()
    {
        var screen = Open(AnsiSupport.No, height: 24);

        screen.Took($"{Esc}[2J\u009b2J\a");
        screen.Line($"{Esc}]0;title\a");
        screen.Arrives($"\r{Esc}[1A forged");

        Assert.DoesNotMatch("[\u001b\u009b\a\r]", Sent());
    }

    [Fact]
    public void Of_cards_that_nobody_answered_for_days_the_last_thousand_buttons_are_kept_with_their_numbers()
    {
        var screen = Open(AnsiSupport.No, height: 24);
        for (var i = 1; i <= 1200; i++) screen.Arrives(Card($"card {i}", $"button {i}"));

        Assert.Equal((null, "button 201", "button 1200", null),
            (screen.Button(200)?.Title, screen.Button(201)?.Title, screen.Button(1200)?.Title, screen.Button(1201)?.Title));
        screen.Answer(Card("an answer", "first"));
        Assert.Equal(("first", null), (screen.Button(1)?.Title, screen.Button(201)?.Title));
    }

    [Theory]
    [InlineData(AnsiSupport.No, 24)]
    [InlineData(AnsiSupport.Yes, 6)]
    public void Where_nothing_can_be_put_above_the_prompt_comes_again(AnsiSupport ansi, int height)
    {
        var screen = Open(ansi, height);
        screen.Prompt();
        _out.GetStringBuilder().Clear();

        screen.Arrives(Card("5 waiting to rest", "Acknowledge"));

        var sent = Sent();
        Assert.StartsWith("\n╭", sent);
        Assert.Contains("you › ", sent[sent.IndexOf('╰', StringComparison.Ordinal)..]);
        Assert.DoesNotContain($"{Esc}7", sent);
    }

    [Fact]
    public void While_nobody_types_a_line_is_just_printed()
    {
        var screen = Open(AnsiSupport.No, height: 24);

        screen.Arrives("Alert 1: back to 1 after 4 min");

        Assert.Equal("Alert 1: back to 1 after 4 min\n", Sent());
    }

    [Fact]
    public void Buttons_that_arrive_get_the_next_numbers_and_the_next_answer_begins_anew()
    {
        var screen = Open(AnsiSupport.No, height: 24);
        screen.Answer(Card("3 resting", "Refresh", "Waiting"));
        screen.Arrives(Card("5 waiting to rest", "Acknowledge"));

        Assert.Equal("Refresh", screen.Button(1)?.Title);
        Assert.Equal("Acknowledge", screen.Button(3)?.Title);
        Assert.Contains("3\u00a0Acknowledge", Sent());
        Assert.Null(screen.Button(4));
        Assert.Null(screen.Button(0));

        screen.Answer(Card("nobody", "Help"));
        Assert.Equal("Help", screen.Button(1)?.Title);
        Assert.Null(screen.Button(2));
    }

    [Fact]
    public async Task The_terminal_is_reached_while_a_prompt_is_open_and_edits_print_nothing()
    {
        var stop = TestContext.Current.CancellationToken;
        var posts = new TerminalPosts();
        var message = new Message(ReadOnlyMemory<byte>.Empty, "Alert 1: worse", []);
        Assert.False(await posts.ReachesAsync("terminal", stop));
        Assert.Equal(Arrival.Later, (await posts.PostAsync("terminal", message, null, stop)).Arrival);

        await posts.OpenAsync(Open(AnsiSupport.No, height: 24));
        Assert.True(await posts.ReachesAsync("terminal", stop));
        Assert.False(await posts.ReachesAsync("19:chan-1@thread.tacv2", stop));
        var first = await posts.PostAsync("terminal", message, null, stop);
        var second = await posts.PostAsync("terminal", message, first.MessageId, stop);
        Assert.Equal((Arrival.Done, Arrival.Done), (first.Arrival, second.Arrival));
        Assert.NotEqual(first.MessageId, second.MessageId);
        Assert.Equal(Arrival.Done, (await posts.EditAsync("terminal", first.MessageId!, message, stop)).Arrival);
        Assert.Equal("Alert 1: worse\nAlert 1: worse\n", Sent());

        posts.Close();
        Assert.False(await posts.ReachesAsync("terminal", stop));
    }

    public void Dispose() => _out.Dispose();

    private string Sent() => _out.ToString().Replace(Environment.NewLine, "\n", StringComparison.Ordinal);

    private Screen Open(AnsiSupport ansi, int height)
    {
        var console = AnsiConsole.Create(new() { Ansi = ansi, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(_out) });
        (console.Profile.Width, console.Profile.Height, console.Profile.Capabilities.Unicode) = (60, height, true);
        return new(console);
    }

    private static ReadOnlyMemory<byte> Card(string title, params string[] buttons)
    {
        var actions = buttons.Select(button => $$"""{"type":"Action.Execute","title":"{{button}}","data":{"say":"{{button}}"} }""");
        return Encoding.UTF8.GetBytes(
            $$"""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"{{title}}"}],"actions":[{{string.Join(',', actions)}}]}""");
    }
}
