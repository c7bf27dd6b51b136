using System.Text.Json;
using ChatBot.Commands;
using ChatBot.Preview;
using ChatBot.Simulator;
using ChatBot.Tests.Cards;
using ChatBot.Tests.Stories;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Access;

/// <summary>The contact centre's people are spoken of as Privacy:NamesInChannels says wherever others read along.</summary>
public class NamesInChannels
{
    private static readonly string[] Names = ["Ana Lima", "王小明", "Ben Okafor", "陈静", "Eve Novak", "Noah Berg", "李娜", "Sara Diaz", "Tom Reed", "Uma Rao", "Vic Stone", "赵磊", "Yara Aziz", "Zoe Kim"];

    /// <summary>A number that "help" says, whoever has it.</summary>
    private const string Example = "20011";

    private static readonly string[] Questions =
    [
        "resting", "resting skill 3", "resting over 5m", "waiting", "approved", "overdue", "rest", "agents", "busy", "idle", "talking", "wrapup", "learning", "summary",
        "queue", "skills", "alerts", "status", "help", "why 1", "ack 1", "谁在休息", "技能3等待休息", "who is restingg", "what is Eve Novakk doing",
        "alerts history", "delete alert 1", "help privacy", "snooze 1 30m", "who is Eve", "tell us when Eve Novak is resting", "resting Eve Novak", "ack Eve Novak", "use Eve Novak",
        "alert when rest-overrun skill 3 above 1m", "what is Eve Novak doing", "what is 陈静 doing",
    ];

    [Theory]
    [InlineData("Hide")]
    [InlineData("Initials")]
    public async Task No_name_and_no_work_number_goes_into_a_channel_with_any_answer(string mode)
    {
        await using var stage = await SetAsync("Current", $"Privacy:NamesInChannels={mode}");
        Scenes.Busy(stage);
        await AlertScenes.StoredIn(stage, Cast.Alerts.Id);
        var numbers = stage.Billing.Agents.Select(a => $"{a.WorkNo}").Where(n => n != Example).Concat(["20001", "20002", "20003"]).ToList();
        string[] questions = [.. Questions, $"agent {numbers[0]}", $"工号{numbers[0]}在干嘛"];

        foreach (var question in questions)
        {
            var reply = await stage.Supervisor.Says(question, Cast.Alerts);
            var told = JsonSerializer.Serialize(reply.Message, JsonSerializerOptions.Web) + reply.Message.Card?.GetRawText() + reply.Message.Summary + reply.Message.Text;
            Assert.All(Names.Concat(numbers), name => Assert.False(told.Contains(name, StringComparison.Ordinal), $"{question}: {name} in {told}"));
        }
    }

    [Theory]
    [InlineData("Hide")]
    [InlineData("Initials")]
    public async Task No_name_and_no_work_number_goes_into_a_channel_unasked(string mode)
    {
        await using var stage = await SetAsync("Current", $"Privacy:NamesInChannels={mode}", "Alerts:NewPerHour=2");
        foreach (var (i, name) in Names.Index()) stage.Billing.Has(name, workNo: 91700 + i, waiting: Minutes(5 + i));
        HashSet<string> told = [];
        // More than may speak for themselves in an hour, so that a digest is among it; one of them mentions somebody.
        string[] rules = ["tell @王伟 when more than 3 are waiting to rest on skill 3", "alert when waiting skill 3 above 1", "alert when wait-time skill 3 above 4m", "alert when waiting above 2"];
        foreach (var rule in rules) await stage.Supervisor.Says(rule, Cast.Alerts);

        await PollAsync(4);
        await stage.Supervisor.Says("quiet 1m", Cast.Alerts);
        for (var i = 0; i < 10; i++) stage.Billing.Has(Names[i], workNo: 91750 + i, waiting: Minutes(9));
        await PollAsync(8);
        foreach (var agent in stage.Billing.Agents) agent.Is(idle: Minutes(0));
        await PollAsync(4);

        Assert.True(told.Count > 15, string.Join('\n', told));
        Assert.All(told, text => Assert.All([.. Names, "9170", "9171", "9175"], name => Assert.DoesNotContain(name, text, StringComparison.Ordinal)));

        // Cards change in place: each of their states is looked at.
        async Task PollAsync(int times)
        {
            for (var poll = 0; poll < times; poll++)
            {
                await stage.PollAsync(Cast.Alerts.Id, 1);
                foreach (var m in stage.Supervisor.Channel.Messages.Where(m => m.FromBot && m.Chat == Cast.Alerts.Id)) told.Add($"{m.Card?.GetRawText()} {m.Summary} {m.Text}");
            }
        }
    }

    [Theory]
    [InlineData("Show", true)]
    [InlineData("Initials", false)]
    [InlineData("Hide", false)]
    public async Task An_error_of_the_contact_centre_may_name_somebody_and_is_shown_only_where_names_are(string mode, bool shown)
    {
        await using var stage = await SetAsync("Current", $"Privacy:NamesInChannels={mode}");
        stage.Centre.Trouble.Always(Failure.Platform("0400001", "agent 91701 Eve Novak is locked"));

        var channel = await stage.Supervisor.Says("who is resting on skill 3", Cast.Alerts);

        Says(channel, "0400001");
        Assert.Equal(shown, channel.Text.Contains("Eve Novak", StringComparison.Ordinal));
        Assert.Equal(shown, channel.Text.Contains("91701", StringComparison.Ordinal));
        Says(await stage.Supervisor.Says("who is resting on skill 3"), "agent 91701 Eve Novak is locked");
    }

    [Fact]
    public async Task Where_nobody_is_named_counts_times_and_groups_are_told()
    {
        await using var stage = await SetAsync("Current", "Privacy:NamesInChannels=Hide");
        Scenes.Busy(stage);

        Says(await stage.Supervisor.Says("who is resting on skill 3", Cast.Alerts), "3 resting", "longest 18 min · 1 overdue", "Names, to me only");
        Says(await stage.Supervisor.Says("rest overview", Cast.Alerts), "Resting · 3", "18 min");
        Says(await stage.Supervisor.Says("谁在休息", Cast.Group), "最久 18 分钟", "姓名，仅发给我");
        Says(await stage.Supervisor.Says("who is late back", Cast.Alerts), "most: 3 min over");
    }

    [Fact]
    public async Task Initials_stand_where_names_would()
    {
        await using var stage = await SetAsync("Current", "Privacy:NamesInChannels=Initials");
        Scenes.Busy(stage);

        Says(await stage.Supervisor.Says("who is resting on skill 3", Cast.Alerts), "longest 18 min (A. L.)", "A. L.", "王＊", "B. O.");
    }

    [Theory]
    [InlineData("Hide")]
    [InlineData("Initials")]
    public async Task In_a_personal_chat_everything_is_named(string mode)
    {
        await using var stage = await SetAsync("Current", $"Privacy:NamesInChannels={mode}");
        Scenes.Busy(stage);
        await AlertScenes.StoredIn(stage, Cast.Personal.Id);

        var reply = await stage.Supervisor.Says("who is resting on skill 3");
        Says(reply, "Ana Lima", "王小明");
        Assert.DoesNotContain("Names, to me only", reply.Buttons);
        Says(await stage.Supervisor.Says("what is Eve Novak doing"), "Eve Novak", "Phone", "••••");
        Says(await stage.Supervisor.Presses("The incident", await stage.Supervisor.Says("ack 1")), "陈静");
    }

    [Fact]
    public async Task The_button_sends_the_names_to_who_presses_it_and_changes_nothing_for_the_others()
    {
        await using var stage = await SetAsync("Current", "Privacy:NamesInChannels=Hide");
        Scenes.Busy(stage);
        var supervisor = stage.Supervisor;
        await supervisor.Says("use skill 3", Cast.Alerts);
        var card = await supervisor.Says("who is resting", Cast.Alerts);
        var shown = card.Text;

        using var listener = supervisor.Channel.Listen();
        var told = await supervisor.Client.PressAsync(card.Message, card.Button("Names, to me only"), Cast.LiNa, TestContext.Current.CancellationToken);

        Assert.Equal("application/vnd.microsoft.activity.message", told.Body!.Value.GetProperty("type").GetString());
        Assert.StartsWith("Sent to your chat with me", told.Body!.Value.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.Equal(shown, new Reply(supervisor.Channel.Find(card.Message.Id)!).Text);
        using var limit = Supervisor.Limit();
        var sent = new Reply(await listener.Next(h => h.Kind == HappeningKind.Posted && h.Message.Chat == Cast.Personal.Id, limit.Token));
        Says(sent, "3 resting", "Ana Lima", "王小明");
        // What its buttons would ask is about the channel.
        Assert.DoesNotContain("Refresh", sent.Buttons);
    }

    [Fact]
    public async Task Asked_about_one_person_in_a_channel_it_answers_them_alone()
    {
        await using var stage = await SetAsync("Current", "Privacy:NamesInChannels=Hide");
        Scenes.Busy(stage);
        using var listener = stage.Supervisor.Channel.Listen();

        Says(await stage.Supervisor.Says("what is Eve Novak doing", Cast.Alerts), "Sent to your chat with me", "Names are not shown here.");

        using var limit = Supervisor.Limit();
        var sent = new Reply(await listener.Next(h => h.Kind == HappeningKind.Posted && h.Message.Chat == Cast.Personal.Id && h.Message.FromBot, limit.Token));
        Says(sent, "Eve Novak");
    }

    [Fact]
    public async Task Two_of_a_name_are_asked_back_in_the_personal_chat_too()
    {
        await using var stage = await SetAsync("Current", "Privacy:NamesInChannels=Hide");
        var first = stage.Billing.Has("Eve Novak", busy: Minutes(1)).WorkNo;
        stage.Billing.Has("Eve Novak", busy: Minutes(2));
        using var listener = stage.Supervisor.Channel.Listen();

        Says(await stage.Supervisor.Says("what is Eve Novak doing", Cast.Alerts), "Sent to your chat with me");

        using var limit = Supervisor.Limit();
        var sent = new Reply(await listener.Next(h => h.Kind == HappeningKind.Posted && h.Message.Chat == Cast.Personal.Id && h.Message.FromBot, limit.Token));
        Says(sent, "Which one do you mean?");
        Says(await stage.Supervisor.Presses($"agent {first}", sent), "Eve Novak");
    }

    [Fact]
    public async Task The_presser_gets_only_what_is_theirs()
    {
        await using var stage = await SetAsync("Current", "Privacy:NamesInChannels=Hide", $"Access:Grants:0:Person={Cast.LiNa.AadObjectId}", "Access:Grants:0:See:0=*");
        Scenes.Busy(stage);
        var card = await stage.Supervisor.Says("who is resting on skill 3", Cast.Alerts);

        var told = await stage.Supervisor.Client.PressAsync(card.Message, card.Button("Names, to me only"), Cast.AdeleVance, TestContext.Current.CancellationToken);

        Assert.Equal("Skill 3 is not yours to see", told.Body!.Value.GetProperty("value").GetString());
        Assert.DoesNotContain(stage.Supervisor.Channel.Messages, m => m.Chat == Cast.Personal.Id);
    }

    [Fact]
    public async Task Nobody_is_told_privately_what_changes_something()
    {
        await using var stage = await SetAsync("Current", "Privacy:NamesInChannels=Hide");

        var answer = await stage.AskAsync(new Question("names use vdn 2", Here) { Pressed = true, By = new("29:x", "X") });

        Assert.Equal(Outcome.NotUnderstood, answer.Outcome);
        Assert.Contains("VDN 1", (await stage.AskAsync("summary")).Summary, StringComparison.Ordinal);
    }

    private static void Says(Reply reply, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, reply.Text, StringComparison.Ordinal));
}
