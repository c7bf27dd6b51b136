using ChatBot.Commands.Language;
using ChatBot.Monitoring;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Language;

public class Names_in_sentences
{
    [Theory]
    [InlineData("what is Anna Smith doing", "agent 20011")]
    [InlineData("张伟在干嘛", "agent 20035")]
    [InlineData("is agent anna smith on break", "agent 20011")]
    [InlineData("李娜在休息吗", "? agent 20107 | agent 20108")]
    [InlineData("VIP queue resting", "resting skill 5")]
    [InlineData("alert me if Anna Smith is busy over 10 minutes", "?")]
    public void Stand_for_their_numbers(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());

    [Fact]
    public void The_longest_name_wins_and_the_VDN_said_selects_whose_names()
    {
        var names = new Names(
            1,
            [
                new(1, 7, "Sales", null, [], null, true), new(1, 8, "Sales North", null, ["the north desk"], null, true),
                new(2, 9, "Sales", null, [], "卡務", true), new(1, 11, "Rest", null, [], null, true),
            ],
            []);

        Assert.Equal("resting skill 8", Sentences.Parser.Parse("who is resting on sales north", names).ToString());
        Assert.Equal("busy skill 8", Sentences.Parser.Parse("who's busy on The North Desk?", names).ToString());
        Assert.Equal("resting skill 9 vdn 2", Sentences.Parser.Parse("who is resting on sales, vdn 2", names).ToString());
        Assert.Equal("resting skill 9", Sentences.Parser.Parse("who is resting on sales", names, vdn: 2).ToString());
        Assert.Equal("resting skill 9", Sentences.Parser.Parse("卡务谁在休息", names, vdn: 2).ToString());
        Assert.Equal("busy skill 11", Sentences.Parser.Parse("who is busy on the Rest queue", names).ToString());
    }

    [Fact]
    public void An_unknown_queue_is_answered_with_the_nearest_names()
    {
        var missed = Assert.IsType<Understanding.Missed>(Sentences.Parse("who is on break in the biling queue"));
        Assert.Equal(MissKind.UnknownName, missed.Kind);
        Assert.Equal("biling", missed.Subject);
        Assert.Equal("Billing", missed.Nearest[0]);
        Assert.Equal(3, missed.Nearest.Count);

        Assert.Equal(MissKind.UnknownName, Assert.IsType<Understanding.Missed>(Sentences.Parse("退款队列谁在休息")).Kind);
    }

    [Theory]
    [InlineData("who is resting in Bling", "?")]
    [InlineData("who is busy on the Bling queue", "?")]
    [InlineData("plese show who is resting", "resting")]
    [InlineData("who is on the phoone", "talking")]
    public void A_name_is_not_taken_for_a_small_word_mistyped(string sentence, string canonical) => Assert.Equal(canonical, Sentences.Parse(sentence).ToString());

    [Fact]
    public void Which_numbers_are_agents_is_a_setting()
    {
        var options = new LanguageOptions();
        options.AgentNumbers.Add("1000-1999");
        var parser = new Parser(Options.Create(options));

        Assert.Equal("agent 1500", parser.Parse("1500", Sentences.Names).ToString());
        Assert.Equal("?", parser.Parse("20011", Sentences.Names).ToString());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("20-10")]
    [InlineData("0-10")]
    [InlineData("5")]
    public void A_bad_range_of_agents_is_named_with_the_mend(string range)
    {
        var options = new LanguageOptions();
        options.AgentNumbers.Add(range);

        var complaint = options.Complaint();

        Assert.Contains("Language:AgentNumbers", complaint, StringComparison.Ordinal);
        Assert.Contains("101-59999", complaint, StringComparison.Ordinal);
    }
}
