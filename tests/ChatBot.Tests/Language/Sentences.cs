using ChatBot.Commands.Language;
using ChatBot.Monitoring;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Language;

/// <summary>A parser and the queues of VDN 1, as the demo has them.</summary>
internal static class Sentences
{
    public static Parser Parser { get; } = new(Options.Create(new LanguageOptions()));

    public static Names Names { get; } = new(
        1,
        [Skill(1, "Sales", "销售"), Skill(2, "Support", "技术支持"), Skill(3, "Billing", "账单"), Skill(4, "Complaints", "投诉"), Skill(5, "VIP", "贵宾")],
        [new(1, 20011, "Anna Smith"), new(1, 20035, "张伟"), new(1, 20107, "李娜"), new(1, 20108, "李娜")]);

    public static Understanding Parse(string sentence) => Parser.Parse(sentence, Names);

    public static TheoryData<string, string> Table(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "ChatBot.Tests", "Language", file)))
        {
            if (line.Length > 0 && line[0] != '#') data.Add(line.Split('\t')[0], line.Split('\t')[1]);
        }

        return data;
    }

    private static SkillName Skill(int id, string english, string chinese) => new(1, id, english, chinese, [], null, true);
}
