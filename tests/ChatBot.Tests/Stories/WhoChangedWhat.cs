using ChatBot.Alerts;
using ChatBot.Preview;
using ChatBot.Tests.Cards;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Whatever people change in a conversation can be looked up there: who, what and when.</summary>
public class WhoChangedWhat
{
    [Fact]
    public async Task Rules_made_edited_paused_resumed_taken_back_and_deleted_are_in_the_history_of_their_conversation()
    {
        await using var stage = await SetAsync();
        var bot = stage.Supervisor;
        var made = await bot.Says("alert when waiting skill 3 above 5", Cast.Alerts);
        await bot.Presses("Save", await bot.Presses("Edit", made), Cast.WangWei, ("limit", "8"), ("calm", "3"), ("severity", "Critical"), ("mention", "true"));
        stage.Time.Advance(Minutes(3));
        await bot.Says("pause alert 1", Cast.Alerts, who: Cast.WangWei);
        await bot.Says("resume alert 1", Cast.Alerts);
        await bot.Says("resume alert 1", Cast.Alerts);
        await bot.Presses("Undo", await bot.Says("alert when busy above 3", Cast.Alerts));
        await bot.Presses("Delete", await bot.Says("delete alert 1", Cast.Alerts), Cast.AdeleVance);

        var history = await bot.Presses("Change history", await bot.Says("alerts", Cast.Alerts));

        Assert.Equal(
            ["delete alert 1", "undo alert 2", "alert when busy vdn 1 above 3", "resume alert 1", "pause alert 1", "edit alert 1", "alert when waiting skill 3 vdn 1 above 5"],
            history.Text.Split('\n').Where(l => l.Contains("alert ", StringComparison.Ordinal) && char.IsAsciiLetterLower(l[0])));
        Says(history, "Changes: 7", "14:03", "14:00", "Adele Vance · Waiting to rest above 8", "Li Na · Alert 1", "王伟 · ",
            "Waiting to rest above 5 → Waiting to rest above 8", "warning → critical", "others are mentioned", "Kept for 365 days.");
        Says(await bot.Says("alerts history", Cast.Group), "Nothing has been changed here yet");
    }

    [Fact]
    public async Task What_is_done_with_incidents_and_settings_of_the_conversation_is_there_too()
    {
        await using var stage = await SetAsync("Current", "State:KeepAuditDays=90");
        var bot = stage.Supervisor;
        await AlertScenes.StoredIn(stage, Cast.Group.Id);
        foreach (var said in (string[])["ack 1", "snooze 1 30m", "quiet 30m", "quiet off", "quiet off", "use skill 3", "use skill 3", "language zh", "language zh", "pause alert 1", "ack 1", "ack 9"])
            await bot.Says(said, Cast.Group, who: Cast.WangWei);

        var history = await bot.Says("谁改了告警", Cast.Group);

        // What was so already came to nothing, and so did what was said of an incident that is over or none.
        Says(history, "变更 8 条", "王伟 · 事件 1 已结束", "保存 90 天");
        Assert.Equal(["pause alert 1", "pause alert 1", "language zh", "use skill 3", "quiet off", "quiet 30m", "snooze 1 30m", "ack 1"],
            history.Text.Split('\n').Where(l => char.IsAsciiLetterLower(l[0]) && l != "test"));
    }

    [Fact]
    public async Task Fifteen_are_shown_and_the_rest_is_counted()
    {
        await using var stage = await SetAsync();
        for (var i = 1; i <= 17; i++) await stage.Supervisor.Says($"use skill {i}");

        var history = await stage.Supervisor.Says("alert history");

        Says(history, "Changes: 17", "15 of 17 shown", "use skill 17", "use skill 3");
        Assert.DoesNotContain("use skill 2\n", history.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_settings_change_was_done_by_nobody()
    {
        string[] shipped = ["Alerts:Rules:0:Name=Billing waits", $"Alerts:Rules:0:Conversation={Cast.Alerts.Id}", "Alerts:Rules:0:When=alert when waiting to rest on billing above 5"];
        var database = $"State:ConnectionString=Data Source={Path.Combine(Directory.CreateTempSubdirectory("chatbot-").FullName, "kept.db")}";
        await using var stage = await SetAsync("Current", [database, .. shipped]);
        await stage.RestartAsync(Minutes(1), null, [database, .. shipped]);
        await stage.RestartAsync(Minutes(1), null, [database, .. shipped[..2], "Alerts:Rules:0:When=alert when waiting to rest on billing above 7"]);
        await stage.RestartAsync(Minutes(1), null, [database]);

        Says(await stage.Supervisor.Says("alerts history", Cast.Alerts), "Changes: 3", "delete alert 1\n", "edit alert 1\n", "alert when waiting skill 3 vdn 1 above 5\n",
            "the settings · Alert 1", "the settings · Waiting to rest above 5 → Waiting to rest above 7", "the settings · Waiting to rest above 7");
    }

    [Fact]
    public async Task Taken_and_asked_by_somebody_unknown_it_says_so()
    {
        await using var stage = await SetAsync();
        await stage.AskAsync("use skill 3");

        Assert.Contains("\"Somebody\"", System.Text.Encoding.UTF8.GetString((await stage.AskAsync("alerts history")).Card.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_audit_cannot_be_written_the_bot_says_so_and_changes_nothing()
    {
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("use skill 3");
        await Rows.ExecuteAsync(stage, "CREATE TRIGGER none BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END");

        var failed = await stage.Supervisor.Says("alert when waiting above 5");

        Assert.DoesNotContain("is set", failed.Text, StringComparison.Ordinal);
        Assert.Empty(await stage.Supervisor.Services.GetRequiredService<IAlertStore>().RulesOfAsync(Cast.Personal.Id, TestContext.Current.CancellationToken));
    }

    private static void Says(Reply reply, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, reply.Text, StringComparison.Ordinal));
}
