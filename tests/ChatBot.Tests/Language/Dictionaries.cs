using ChatBot.Commands.Language;

namespace ChatBot.Tests.Language;

public class Dictionaries
{
    [Fact]
    public void Two_entries_that_collide_stop_the_start()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Lexicon([("a", "[Rest]\nbreak"), ("b", "[Busy]\nlunch | break")]));

        Assert.Contains("b, line 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("a, line 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("break", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alternatives_and_words_that_may_be_left_out_collide_too()
    {
        Assert.Throws<InvalidOperationException>(() => new Lexicon([("a", "[Rest]\non a/their? break"), ("b", "[Busy]\non break")]));
    }

    [Theory]
    [InlineData("[Nonsense]\nbreak", "Nonsense")]
    [InlineData("break", "before the first")]
    [InlineData("[Rest]\n...", "no word")]
    public void A_bad_line_is_named(string file, string complaint)
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Lexicon([("words", file)]));
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
        Assert.Contains("words, line", error.Message, StringComparison.Ordinal);
    }
}
