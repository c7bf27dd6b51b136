using Spectre.Console;
using Spectre.Console.Rendering;

namespace ChatBot.Terminal;

/// <summary>A container's style in a terminal: a coloured bar at the left of every line.</summary>
internal sealed class ColouredEdge(IRenderable content, Color colour) : Renderable
{
    private const int Bar = 2;

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var inner = content.Measure(options, maxWidth - Bar);
        return new(inner.Min + Bar, inner.Max + Bar);
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var bar = new Segment(options.Unicode ? "▌ " : "| ", new Style(colour));
        foreach (var line in Segment.SplitLines(content.Render(options, maxWidth - Bar)))
        {
            yield return bar;
            foreach (var segment in line) yield return segment;
            yield return Segment.LineBreak;
        }
    }
}
