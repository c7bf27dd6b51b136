using ChatBot.Commands;

namespace ChatBot.Tests.Commands;

public class OutsideText
{
    [Theory]
    [InlineData("Ana Lima", "Ana Lima")]
    [InlineData("  Ana \r\n\t Lima  ", "Ana Lima")]
    [InlineData("**bold** [link](http://x) <at>all</at>", "**bold** [link](http://x) <at>all</at>")]
    [InlineData("${$root.secret}", "${$root.secret}")]
    [InlineData("\u202Eevil\u202C", "evil")]
    [InlineData("\u200Fabc\u2066", "abc")]
    [InlineData("{{DATE(2017-02-14T06:08:39Z)}}", "{\u200b{DATE(2017-02-14T06:08:39Z)}}")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData(null, "")]
    [InlineData(" \u00a0 ", "")]
    [InlineData("王小明", "王小明")]
    public void Names_from_outside_become_one_harmless_line(string? given, string shown) =>
        Assert.Equal(shown, Outside.Text(given));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_one() => Assert.Equal("\uFFFDhalf", Outside.Text("\uD800half"));

    [Fact]
    public void A_name_made_of_combining_marks_cannot_fill_a_card() =>
        Assert.True(Outside.Text("Z" + new string('\u0301', 100_000)).Length < 400);

    [Fact]
    public void A_long_name_ends_in_an_ellipsis_and_never_in_half_a_character()
    {
        var shown = Outside.Text(string.Concat(Enumerable.Repeat("👩‍💻", 300)), 10);

        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', shown);
        Assert.True(new System.Globalization.StringInfo(shown).LengthInTextElements <= 10);
    }
}
