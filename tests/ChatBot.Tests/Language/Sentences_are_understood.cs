namespace ChatBot.Tests.Language;

public class Sentences_are_understood
{
    public static TheoryData<string, string> Utterances => Sentences.Table("utterances.tsv");

    public static TheoryData<string, string> ByRule => Sentences.Table("rules.tsv");

    [Theory]
    [MemberData(nameof(Utterances))]
    public void As_the_examples_say(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());

    [Theory]
    [MemberData(nameof(ByRule))]
    public void As_the_rules_say(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());
}
