namespace ChatBot.Tests.Language;

public class Sentences_are_understood
{
    public static TheoryData<string, string> Utterances => Sentences.Table("utterances.tsv");

    public static TheoryData<string, string> ByRule => Sentences.Table("rules.tsv");

    public static TheoryData<string, string> Unseen => Sentences.Table("unseen.tsv");

    public static TheoryData<string, string> Wordings => Sentences.Table("wordings.tsv");

    public static TheoryData<string, string> Records => Sentences.Table("records.tsv");

    [Theory]
    [MemberData(nameof(Utterances))]
    public void As_the_examples_say(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());

    [Theory]
    [MemberData(nameof(ByRule))]
    public void As_the_rules_say(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());

    [Theory]
    [MemberData(nameof(Unseen))]
    public void As_people_say_who_never_saw_the_parser(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());

    [Theory]
    [MemberData(nameof(Wordings))]
    public void In_other_words(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());

    [Theory]
    [MemberData(nameof(Records))]
    public void About_what_is_kept(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());

    [Theory]
    [InlineData("who is on break\nskill 3\r\nthanks\n", "resting skill 3")]
    [InlineData("who is on break\nwho is waiting to rest", "?")]
    [InlineData("\nwaiting\n", "waiting")]
    public void In_several_lines(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());

    [Fact]
    public void Whatever_the_manners_the_capitals_and_the_blanks()
    {
        string[] manners = ["Hi, {0}", "please, {0}", "okay, {0}", "{0} bye", "{0} lol", "{0} thanks!", "你好，{0}", "{0}，谢谢", "\"{0}\"", "{0} 🙏", "  {0}  ...", "{0}？！"];
        var changed =
            from row in Utterances
            let sentence = row.Data.Item1
            from form in manners.Select(m => string.Format(System.Globalization.CultureInfo.InvariantCulture, m, sentence))
                .Append(sentence.ToUpperInvariant())
                .Append(sentence.Replace(" ", "   ", StringComparison.Ordinal))
                .Append(string.Concat(sentence.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xfee0) : c)))
            let read = Sentences.Parse(form).ToString()
            where read != row.Data.Item2
            select $"{form} -> {read}";
        Assert.Empty(changed);
    }
}
