using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Commands.Language;
using ChatBot.Monitoring;

namespace ChatBot.Tests.Language;

public class Canonical_forms
{
    private static readonly Place[] Places = [default, new(3), new(10000), new(null, 2), new(1, 5000)];
    private static readonly int[] Seconds = [1, 45, 90, 600, 5400, 3661, 86_400];
    private static readonly AgentState[] States = [AgentState.Busy, AgentState.Idle, AgentState.Talking, AgentState.WrapUp, AgentState.Learning];

    public static IEnumerable<Command> Commands()
    {
        var times = Seconds.Select(s => TimeSpan.FromSeconds(s)).ToList();
        foreach (var place in Places)
        {
            Command[] plain = [new Approved(place), new Overdue(place), new RestBoard(place), new Agents(place), new Summary(place), new Queue(place)];
            foreach (var command in plain) yield return command;
            foreach (var over in times.Select(t => (TimeSpan?)t).Append(null))
            {
                yield return new Resting(place, over);
                yield return new Waiting(place, over);
                foreach (var state in States) yield return new InState(state, place, over);
            }

            foreach (var metric in Enum.GetValues<Metric>())
            {
                foreach (var comparison in Enum.GetValues<Comparison>())
                {
                    yield return new AlertWhen(metric, place, comparison, 7);
                    yield return new AlertWhen(metric, place, comparison, 5400, TimeSpan.FromMinutes(2));
                }
            }

            if (place.Skill.HasValue != place.Vdn.HasValue) yield return new Use(place);
            if (place.Skill is null) yield return new Skills(place.Vdn);
        }

        foreach (var number in new[] { 1, 231, 20011 })
        {
            Command[] numbered = [new DeleteAlert(number), new PauseAlert(number), new ResumeAlert(number), new Acknowledge(number), new Why(number)];
            foreach (var command in numbered) yield return command;
            foreach (var time in times) yield return new Snooze(number, time);
        }

        foreach (var time in times) yield return new Quiet(time);
        foreach (var entry in Catalogue.All) yield return new Help(entry.Word == "alert" ? "alerts" : entry.Word);
        Command[] rest = [new Quiet(null), new Help(), new AlertList(), new AlertHistory(), new ForgetMe(), new Help(Help.Privacy), new Status(), new OneAgent(101), new OneAgent(999_999),
            new SetLanguage("en"), new SetLanguage("zh"), new SetLanguage("auto")];
        foreach (var command in rest) yield return command;
    }

    [Fact]
    public void Typed_again_give_the_same_command()
    {
        var wrong = Commands()
            .Select(c => (Command: c, Read: Sentences.Parse(c.ToString())))
            .Where(r => r.Read is not Understanding.Understood u || u.Command != r.Command)
            .Select(r => $"{r.Command} -> {r.Read}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void In_capitals_and_full_width_are_the_same()
    {
        Assert.Equal("resting skill 3 over 10m", Sentences.Parse("RESTING ｓｋｉｌｌ ３ over 10M").ToString());
    }

    [Theory]
    [InlineData("resting skill 10001")]
    [InlineData("use vdn 5001")]
    [InlineData("agent 100")]
    [InlineData("agent 60000")]
    [InlineData("delete alert 0")]
    [InlineData("skills skill 3")]
    [InlineData("alert when busy-time above 5")]
    [InlineData("alert when waiting at least 0")]
    [InlineData("use skill 3 vdn 2")]
    public void Out_of_range_or_half_are_not_understood(string sentence) => Assert.Equal("?", Sentences.Parse(sentence).ToString());

    [Fact]
    public void Every_example_of_the_catalogue_means_the_command_it_is_listed_under()
    {
        var wrong =
            from entry in Catalogue.All
            from sentence in entry.English.Concat(entry.Chinese).Append(entry.Example)
            let read = Sentences.Parse(sentence).ToString()
            where read.Split(' ')[0] != entry.Word
            select $"{sentence} -> {read}";
        Assert.Empty(wrong);
    }
}
