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
}
