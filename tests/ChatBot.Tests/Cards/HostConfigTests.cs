using System.Globalization;
using System.Text.Json;

namespace ChatBot.Tests.Cards;

/// <summary>The preview's colours can be read: every text colour on every container's background, in both themes.</summary>
public class HostConfigTests
{
    private const double Readable = 4.5;   // WCAG 2, level AA, for text of any size

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Every_text_colour_is_readable_on_every_container(string theme)
    {
        using var config = JsonDocument.Parse(CardRenderer.HostConfig(theme));
        var poor =
            from style in config.RootElement.GetProperty("containerStyles").EnumerateObject()
            let back = style.Value.GetProperty("backgroundColor").GetString()!
            from color in style.Value.GetProperty("foregroundColors").EnumerateObject()
            from shade in color.Value.EnumerateObject()
            let contrast = Contrast(back, shade.Value.GetString()!)
            where contrast < Readable
            select $"{color.Name} {shade.Name} on {style.Name}: {contrast:F2}";

        Assert.Empty(poor);
    }

    [Fact]
    public void Black_on_white_has_a_contrast_of_21() => Assert.Equal(21, Contrast("#FFFFFF", "#000000"), 3);

    private static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string color) => (0.2126 * Channel(color, 1)) + (0.7152 * Channel(color, 3)) + (0.0722 * Channel(color, 5));

    private static double Channel(string color, int at)
    {
        var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
