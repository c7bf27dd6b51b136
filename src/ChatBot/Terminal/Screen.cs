using Spectre.Console;
using Spectre.Console.Rendering;

namespace ChatBot.Terminal;

/// <summary>What stands on the terminal: the line being typed, and above it what was said and what arrived meanwhile. Any thread
/// may write to it.</summary>
internal sealed class Screen(IAnsiConsole console)
{
    private const int Widest = 120;
    private static readonly Text You = new("you › ", new Style(decoration: Decoration.Bold));

    private readonly Lock _lock = new();
    // Of cards that arrived while nobody typed for days.
    private const int MostButtons = 1000;

    private readonly List<CardButton> _buttons = [];
    private int _forgotten;
    private bool _typing;

    /// <summary>From here on somebody types.</summary>
    public void Prompt()
    {
        lock (_lock)
        {
            console.WriteLine();
            console.Write(You);
            _typing = true;
        }
    }

    /// <summary>The line was sent.</summary>
    /// <param name="echo">What it was, where the terminal did not show it already.</param>
    public void Took(string? echo)
    {
        lock (_lock)
        {
            _typing = false;
            if (echo is not null) console.WriteLine(CardDrawing.Clean(echo));
        }
    }

    /// <summary>The buttons of the last answer, and behind them those of the cards that arrived since; the first is 1.</summary>
    public CardButton? Button(int number)
    {
        lock (_lock) return number > _forgotten && number <= _forgotten + _buttons.Count ? _buttons[number - 1 - _forgotten] : null;
    }

    public void Line(string text, Decoration decoration = Decoration.None)
    {
        lock (_lock) console.Write(new Text($"{CardDrawing.Clean(text)}\n", new Style(decoration: decoration)));
    }

    /// <summary>The numbers of all cards before mean nothing any more.</summary>
    public void Answer(ReadOnlyMemory<byte> card)
    {
        lock (_lock)
        {
            _buttons.Clear();
            _forgotten = 0;
            console.Write(Framed(card));
        }
    }

    /// <summary>A card out of the blue. What can be pressed keeps its number, so that nobody presses something else than they meant.</summary>
    public void Arrives(ReadOnlyMemory<byte> card)
    {
        lock (_lock) Above(Framed(card));
    }

    /// <inheritdoc cref="Arrives(ReadOnlyMemory{byte})"/>
    public void Arrives(string line)
    {
        lock (_lock) Above(new Rows(new Text(CardDrawing.Clean(line))));
    }

    private Panel Framed(ReadOnlyMemory<byte> card)
    {
        var drawing = CardDrawing.Of(card, _forgotten + _buttons.Count);
        _buttons.AddRange(drawing.Buttons);
        if (_buttons.Count > MostButtons)
        {
            _forgotten += _buttons.Count - MostButtons;
            _buttons.RemoveRange(0, _buttons.Count - MostButtons);
        }

        return new Panel(drawing.Card) { Padding = new Padding(1, 0), Width = Math.Min(console.Profile.Width, Widest) }.RoundedBorder();
    }

    private void Above(IRenderable what)
    {
        if (!_typing)
        {
            console.Write(what);
            return;
        }

        var height = 1 + Segment.SplitLines(what.Render(RenderOptions.Create(console), console.Profile.Width)).Count;
        if (console.Profile.Capabilities.Ansi && height < console.Profile.Height)
        {
            // 1 Make room: as many lines below as are needed, then as many above the line that is being typed.
            console.Write(new ControlCode("\u001b7" + new string('\n', height) + $"\u001b[{height}A\r\u001b[{height}L"));
            // 2 Fill it, with an empty line at its end.
            console.Write(what);
            // 3 Back to where the next letter goes: the same column, the line pushed down.
            console.Write(new ControlCode($"\u001b8\u001b[{height}B"));
            return;
        }

        // What was typed stays in the terminal's hands, though it can be seen no more.
        console.WriteLine();
        console.Write(what);
        console.WriteLine();
        console.Write(You);
    }
}
