using ChatBot.Alerts;
using ChatBot.Preview;
using ChatBot.Tests.Cards;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Whoever asks is forgotten, wherever they were stored; everybody else is not, and all goes on.</summary>
public class Forgotten
{
    [Theory]
    [InlineData("a:personal-1")]
    [InlineData("19:chan-1@thread.tacv2")]
    public async Task Nothing_in_the_whole_database_tells_of_whoever_asked(string where)
    {
        await using var stage = await SetAsync();
        await LiveAsync(stage);
        var before = await Rows.AllAsync(stage);
        Assert.All((string[])["29:li-na", "Li Na", Cast.LiNa.AadObjectId, Cast.Personal.Id], trace => Assert.Contains(trace, before, StringComparison.Ordinal));

        var asked = await stage.Supervisor.Says("forget me", Cast.Chats.Single(c => c.Id == where));
        Says(asked, "Shall I forget you?", "Only whoever presses the button is forgotten.");
        Assert.Contains("29:li-na", await Rows.AllAsync(stage), StringComparison.Ordinal);
        Says(await stage.Supervisor.Presses("Forget me now", asked), "You are forgotten");

        var after = await Rows.AllAsync(stage);
        foreach (var table in (string[])["rules", "incidents", "history", "audit", "conversations"]) Assert.Contains($"\n{table}: ", after, StringComparison.Ordinal);
        Assert.All((string[])["29:li-na", "Li Na", Cast.LiNa.AadObjectId, Cast.Personal.Id], trace => Assert.DoesNotContain(trace, after, StringComparison.Ordinal));
        Assert.All(new[] { Cast.WangWei, Cast.AdeleVance }, other =>
            Assert.Equal(Count(before, other.Id), Count(after, other.Id)));

        // What is in memory does not bring anybody back.
        await stage.PollAsync(Cast.Alerts.Id, 3);
        var later = await Rows.AllAsync(stage);
        Assert.All((string[])["29:li-na", "Li Na"], trace => Assert.DoesNotContain(trace, later, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_keep_watching_and_what_was_done_was_done_by_somebody()
    {
        await using var stage = await SetAsync();
        await LiveAsync(stage);

        await ForgetAsync(stage, Cast.Alerts);

        Says(await stage.Supervisor.Says("alerts", Cast.Alerts, who: Cast.WangWei), "Alerts: 3 · open incidents: 1", "Waiting to rest above 5");
        var history = await stage.Supervisor.Says("alerts history", Cast.Alerts, who: Cast.WangWei);
        Says(history, "forget me", "ack 1", "somebody who asked to be forgotten · Alert 2", "王伟 · Alert 3");
        var why = await stage.Supervisor.Says("why 1", Cast.Alerts, who: Cast.WangWei);
        Says(why, "Taken\n", "Snoozed\n");
        Says(await stage.Supervisor.Presses("Back to the incident", why, Cast.WangWei), "Somebody has it until 14:10", "Quiet until 14:30 (Somebody)");
    }

    [Fact]
    public async Task The_personal_chat_begins_anew_and_is_answered()
    {
        await using var stage = await SetAsync();
        await LiveAsync(stage);

        await ForgetAsync(stage, Cast.Personal);

        Says(await stage.Supervisor.Says("谁在休息"), "没有人在休息\nVDN 1");
        Says(await stage.Supervisor.Says("alerts"), "No alerts in this conversation yet");
        Says(await stage.Supervisor.Says("alerts history"), "Nothing has been changed here yet");
        Assert.Contains(Cast.LiNa.Id, await Rows.AllAsync(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_press_forgets_only_whoever_pressed()
    {
        await using var stage = await SetAsync();
        await LiveAsync(stage);

        var asked = await stage.Supervisor.Says("forget me", Cast.Alerts);
        await stage.Supervisor.Presses("Forget me now", asked, Cast.WangWei);

        var rows = await Rows.AllAsync(stage);
        Assert.DoesNotContain(Cast.WangWei.Id, rows, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.WangWei.Name, rows, StringComparison.Ordinal);
        Assert.Contains("Li Na", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_stands_for_five_minutes_and_then_is_asked_again()
    {
        await using var stage = await SetAsync();
        await LiveAsync(stage);
        var asked = await stage.Supervisor.Says("删除我的数据", Cast.Alerts);
        stage.Time.Advance(Minutes(6));

        Says(await stage.Supervisor.Presses("现在忘记我", asked), "要忘记您吗？");

        Assert.Contains("Li Na", await Rows.AllAsync(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_without_the_button_nothing_is_removed()
    {
        await using var stage = await SetAsync();
        await LiveAsync(stage);

        await stage.Supervisor.Says($"forget me before {(Start + Minutes(5)).ToUnixTimeSeconds()}");

        Assert.Contains("Li Na", await Rows.AllAsync(stage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_the_door_does_not_know_is_told_so()
    {
        await using var stage = await SetAsync();

        Assert.Equal("I do not know who asks", (await stage.AskAsync("forget me")).Summary);
    }

    [Fact]
    public async Task An_id_that_is_part_of_another_one_or_has_signs_of_its_own_is_only_itself()
    {
        await using var stage = await SetAsync();
        var store = stage.Supervisor.Services.GetRequiredService<IAlertStore>();
        ChatBot.Alerts.Person odd = new("29:a%_!\"\\+é", "Odd"), longer = new(odd.Id + "b", "Longer"), wild = new("29:axx!\"\\+é", "Wild");
        foreach (var who in (ChatBot.Alerts.Person[])[odd, longer, wild])
            await store.AddAsync(AlertScenes.Waiting with { Number = 0, MadeBy = who, Mentions = [odd, longer] }, Deeds.In(Here, who), TestContext.Current.CancellationToken);

        await store.ForgetPersonAsync(odd, Deeds.In(Here, odd, "forget me"), TestContext.Current.CancellationToken);

        var rules = await store.RulesOfAsync(Here, TestContext.Current.CancellationToken);
        Assert.Equal([null, longer, wild], rules.Select(r => r.MadeBy));
        Assert.All(rules, r => Assert.Equal([longer], r.Mentions));
        Assert.Equal([null, wild, longer, null], (await store.DeedsAsync(Here, 9, TestContext.Current.CancellationToken)).Newest.Select(d => d.By));
    }

    /// <summary>Li Na and others use the bot for a while, in the channel and in her personal chat.</summary>
    private static async Task LiveAsync(Stage stage)
    {
        var bot = stage.Supervisor;
        for (var i = 0; i < 7; i++) stage.Billing.Has($"Waiter {i}", waiting: Minutes(i + 5));
        await AlertScenes.StoredIn(stage, Cast.Alerts.Id);
        await bot.Says("ack 1", Cast.Alerts);
        await bot.Says("snooze 1 30m", Cast.Alerts);
        await bot.Says("tell @Adele Vance and @王伟 when more than 9 are busy", Cast.Alerts);
        await bot.Says("tell @Li Na when more than 7 are idle on skill 3", Cast.Alerts, who: Cast.WangWei);
        await bot.Says("use skill 3");
        await bot.Says("language en");
        await bot.Says("alert when busy above 4");
        await bot.Presses("Save", await bot.Presses("Edit", await bot.Says("alert when idle above 40")), inputs: [("limit", "41"), ("severity", "Critical"), ("mention", "true")]);
        await bot.Says("use skill 2", Cast.Group, who: Cast.WangWei);
        await bot.Says("language auto");
    }

    private static async Task ForgetAsync(Stage stage, Chat chat) =>
        await stage.Supervisor.Presses("Forget me now", await stage.Supervisor.Says("forget me", chat));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static void Says(Reply reply, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, reply.Text, StringComparison.Ordinal));
}
