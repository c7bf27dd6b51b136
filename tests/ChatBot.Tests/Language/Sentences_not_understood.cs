using ChatBot.Commands;
using ChatBot.Commands.Language;

namespace ChatBot.Tests.Language;

public class Sentences_not_understood
{
    [Theory]
    [InlineData("", MissKind.Empty, null)]
    [InlineData("   ", MissKind.Empty, null)]
    [InlineData("hello", MissKind.Empty, null)]
    [InlineData("Hi there!", MissKind.Empty, null)]
    [InlineData("thank you very much", MissKind.Empty, null)]
    [InlineData("???", MissKind.Empty, null)]
    [InlineData("你好", MissKind.Empty, null)]
    [InlineData("辛苦了，谢谢", MissKind.Empty, null)]
    [InlineData("what's for dinner", MissKind.Unknown, "dinner")]
    [InlineData("who is resting on Billling", MissKind.UnknownName, "billling")]
    [InlineData("who is not resting", MissKind.Negated, null)]
    [InlineData("谁没在休息", MissKind.Negated, null)]
    [InlineData("who is resting on skill 10001", MissKind.SkillOutOfRange, "10001")]
    [InlineData("vdn 5001 谁在休息", MissKind.VdnOutOfRange, "5001")]
    [InlineData("工号60000在干嘛", MissKind.AgentOutOfRange, "60000")]
    [InlineData("snooze 231", MissKind.DurationMissing, "snooze")]
    [InlineData("snooze for 10 minutes", MissKind.NumberMissing, "snooze")]
    [InlineData("be quiet", MissKind.DurationMissing, "quiet")]
    [InlineData("删除告警", MissKind.NumberMissing, "delete")]
    [InlineData("alert me if anyone is busy", MissKind.ValueMissing, null)]
    [InlineData("who is busy for less than 5 minutes", MissKind.UpperBound, null)]
    [InlineData("who is resting on skill 3 and skill 4", MissKind.TwoScopes, "skill")]
    [InlineData("who was resting yesterday", MissKind.OtherTime, null)]
    [InlineData("quiet until 5pm", MissKind.OtherTime, null)]
    [InlineData("alert me if anyone is idle over 10 minutes", MissKind.NoForm, null)]
    public void Say_why(string sentence, MissKind kind, string? subject)
    {
        var missed = Assert.IsType<Understanding.Missed>(Sentences.Parse(sentence));
        Assert.Equal((kind, subject), (missed.Kind, missed.Subject));
    }

    [Fact]
    public void Offer_three_examples_in_the_language_of_the_question()
    {
        var english = Assert.IsType<Understanding.Missed>(Sentences.Parse("who is not resting"));
        var chinese = Assert.IsType<Understanding.Missed>(Sentences.Parse("谁没在休息"));

        Assert.Equal(3, english.Nearest.Count);
        Assert.Contains("who is resting on skill 3", english.Nearest);
        Assert.Contains("技能3谁在休息", chinese.Nearest);
        Assert.All(chinese.Nearest, s => Assert.Contains(Catalogue.All, e => e.Chinese.Contains(s)));
    }

    [Theory]
    [InlineData("purple monkey", "who is resting on skill 3", "how does the floor look", "how long is the queue on skill 3")]
    [InlineData("紫色猴子", "技能3谁在休息", "现场情况", "技能3排队多少")]
    public void Offer_harmless_questions_when_nothing_is_near(string sentence, params string[] offered) =>
        Assert.Equal(offered, Assert.IsType<Understanding.Missed>(Sentences.Parse(sentence)).Nearest);

    [Theory]
    [InlineData("alert me tomorrow")]
    [InlineData("what about the alerts of purple monkeys")]
    [InlineData("who is not resting")]
    [InlineData("the alert is nice")]
    [InlineData("提醒我喝水")]
    [InlineData("4")]
    public void Never_offer_to_delete_or_pause_unasked(string sentence)
    {
        var missed = Assert.IsType<Understanding.Missed>(Sentences.Parse(sentence));
        Assert.Equal(3, missed.Nearest.Count);
        string[] changes = ["delete", "pause", "resume", "ack", "snooze", "quiet", "use"];
        Assert.DoesNotContain(missed.Nearest, s => changes.Contains(Sentences.Parse(s).ToString().Split(' ')[0]));
    }

    [Theory]
    [InlineData("delete the alert", "delete alert 4")]
    [InlineData("暂停告警", "暂停告警4")]
    public void Offer_a_change_to_whom_asks_for_it(string sentence, string offered) =>
        Assert.Equal(offered, Assert.IsType<Understanding.Missed>(Sentences.Parse(sentence)).Nearest[0]);

    [Fact]
    public void Over_a_thousand_characters_are_not_read()
    {
        var sentence = "who is resting" + new string(' ', 986);

        Assert.Equal("resting", Sentences.Parse(sentence).ToString());
        Assert.Equal(MissKind.TooLong, Assert.IsType<Understanding.Missed>(Sentences.Parse(sentence + " ")).Kind);
    }

    [Fact]
    public void Random_mixtures_never_throw_and_what_they_mean_is_stable()
    {
        var random = new Random(20261122);
        var words = Sentences.Table("utterances.tsv").SelectMany(r => r.Data.Item1.Split(' '))
            .Concat(["\ud800", "😀", "½", "٣", "ﷺ", "'s", "1:30", "0", "99999999999999999999", "1.5", ",", "%", "\0", "Anna Smith", "一百零五万"]).ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var sentence = string.Join(random.Next(3) == 0 ? "" : " ", random.GetItems(words, random.Next(1, 9)));
            if (Sentences.Parse(sentence) is Understanding.Understood { Command: var command })
            {
                Assert.Equal(command.ToString(), Sentences.Parse(command.ToString()).ToString());
            }
        }
    }

    [Fact]
    public void Any_characters_at_all_are_survived()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var characters = new char[random.Next(1, 1000)];
            for (var c = 0; c < characters.Length; c++) characters[c] = (char)random.Next(1, 0x10000);
            Assert.IsType<Understanding.Missed>(Sentences.Parse(new string(characters)));
        }
    }
}
