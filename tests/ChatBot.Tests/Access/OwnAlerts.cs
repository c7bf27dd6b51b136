using ChatBot.Alerts;
using ChatBot.Preview;
using ChatBot.Tests.Cards;
using ChatBot.Tests.Stories;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Access.OwnParts;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Access;

/// <summary>Rules and incidents of parts of the floor that are not somebody's, and numbers of other conversations.</summary>
public class OwnAlerts
{
    private static readonly string[] Access =
    [
        "Access:Grants:0:Person=ana", "Access:Grants:0:See:0=vdn 1 skill 5", "Access:Grants:0:Rules=true",
        "Access:Grants:1:Person=boss", "Access:Grants:1:See:0=*", "Access:Grants:1:Rules=true",
        $"Access:Grants:2:Person={Cast.LiNa.AadObjectId}", "Access:Grants:2:See:0=vdn 1", "Access:Grants:2:Rules=true",
        $"Access:Grants:3:Person={Cast.AdeleVance.AadObjectId}", "Access:Grants:3:See:0=vdn 1 skill 5", "Access:Grants:3:Rules=true",
    ];

    [Fact]
    public async Task Others_rules_are_counted_in_the_list_and_not_shown()
    {
        await using var stage = await SetAsync("Current", Access);
        await AlertScenes.StoredIn(stage, Here);
        await stage.AsksAsync("ana", "alert when waiting skill 5 above 9");

        var list = await stage.AsksAsync("ana", "alerts");
        Says(list, "Alerts: 1 · open incidents: 0", "1 alert is not yours to see.", "VIP");
        SaysNothingOf(list, "Billing", "incident 1", "alert 1\"");
        var history = await stage.AsksAsync("ana", "alerts history");
        Says(history, "alert when waiting skill 5 vdn 1 above 9");
        await stage.AsksAsync("boss", "pause alert 1");
        Says(await stage.AsksAsync("ana", "alerts history"), "Not yours to see, and left out: 2.");
        SaysNothingOf(await stage.AsksAsync("ana", "alerts history"), "Billing", "pause alert 1");
        Says(await stage.AsksAsync("boss", "alerts history"), "Billing", "pause alert 1");
        await stage.AsksAsync("boss", "resume alert 1");
        Says(await stage.AsksAsync("boss", "alerts"), "Alerts: 2", "Billing", "VIP");
    }

    [Fact]
    public async Task Nothing_can_be_done_with_what_is_not_theirs()
    {
        await using var stage = await SetAsync("Current", Access);
        await AlertScenes.StoredIn(stage, Here);

        foreach (var text in (string[])["ack 1", "snooze 1 30m", "why 1"])
            await RefusedAsync("Incident 1 is not yours to see", text, pressed: false);
        foreach (var text in (string[])["incident 1", "snooze 1 shift", "pause incident 1", "ack 1", "names incident 1"])
            await RefusedAsync("Incident 1 is not yours to see", text, pressed: true);
        foreach (var text in (string[])["pause alert 1", "resume alert 1", "delete alert 1"])
            await RefusedAsync("Alert 1 is not yours to see", text, pressed: false);
        foreach (var text in (string[])["alert 1", "edit alert 1", "save alert 1", "undo alert 1", "delete alert 1 before 99999999999"])
            await RefusedAsync("Alert 1 is not yours to see", text, pressed: true);

        var rule = Assert.Single(await Desk().RulesAsync(Here, TestContext.Current.CancellationToken));
        var incident = await Desk().IncidentAsync(Here, 1, TestContext.Current.CancellationToken);
        Assert.False(rule.Paused);
        Assert.True(incident is { Open: true, TakenBy: null, SnoozedBy: null });

        async Task RefusedAsync(string words, string text, bool pressed)
        {
            var answer = await stage.AsksAsync("ana", text, pressed);
            Says(answer, words);
            SaysNothingOf(answer, "Billing", "陈静");
            Assert.Equal(pressed, answer.IsWhisper);
        }

        AlertDesk Desk() => stage.Supervisor.Services.GetRequiredService<AlertDesk>();
    }

    [Theory]
    [InlineData("ack {0}", false)]
    [InlineData("snooze {0} 30m", false)]
    [InlineData("why {0}", false)]
    [InlineData("delete alert {0}", false)]
    [InlineData("pause alert {0}", false)]
    [InlineData("alert {0}", true)]
    [InlineData("edit alert {0}", true)]
    [InlineData("incident {0}", true)]
    [InlineData("pause incident {0}", true)]
    [InlineData("snooze {0} shift", true)]
    public async Task A_number_of_another_conversation_is_answered_like_one_that_nobody_has(string text, bool pressed)
    {
        await using var stage = await SetAsync("Current", Access);
        await AlertScenes.StoredIn(stage, "19:elsewhere@thread.tacv2");

        var theirs = await stage.AsksAsync("boss", string.Format(null, text, 1), pressed);
        var nobodys = await stage.AsksAsync("boss", string.Format(null, text, 777), pressed);

        Assert.Equal(Words(nobodys).Replace("777", "1", StringComparison.Ordinal), Words(theirs));
        Assert.Equal(nobodys.Outcome, theirs.Outcome);
    }

    /// <summary>A line of the history tells what a rule was before, too.</summary>
    [Fact]
    public async Task A_change_that_brought_a_rule_into_sight_does_not_tell_what_it_was_elsewhere()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-");
        string[] Settings(string when) => [.. Access, "Alerts:Rules:0:Name=moves", $"Alerts:Rules:0:Conversation={Here}", $"Alerts:Rules:0:When={when}",
            $"State:ConnectionString=Data Source={folder.FullName}/kept.db"];
        await using var stage = await SetAsync("Current", Settings("alert when waiting skill 3 above 17"));
        await stage.RestartAsync(Minutes(1), null, Settings("alert when waiting skill 5 above 9"));

        Says(await stage.AsksAsync("boss", "alerts history"), "above 17", "above 9");
        Says(await stage.AsksAsync("ana", "alerts"), "above 9");
        SaysNothingOf(await stage.AsksAsync("ana", "alerts history"), "above 17");
    }

    [Fact]
    public async Task A_personal_chat_is_told_nothing_more_of_what_its_person_may_no_longer_see()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-");
        string[] Access(string see) => [$"Access:Grants:0:Person={Cast.LiNa.AadObjectId}", $"Access:Grants:0:See:0={see}", "Access:Grants:0:Rules=true",
            "Access:Grants:1:Person=boss", "Access:Grants:1:See:0=*",
            $"State:ConnectionString=Data Source={folder.FullName}/kept.db"];
        await using var stage = await SetAsync("Current", Access("*"));
        await stage.Supervisor.Says("alert when waiting skill 3 above 1");
        await stage.Supervisor.Says("alert when waiting skill 5 above 1");
        await stage.Supervisor.Says("alert when waiting skill 3 above 1", Cast.Alerts);

        await stage.RestartAsync(Minutes(1), null, Access("vdn 1 skill 5"));
        for (var i = 0; i < 3; i++) stage.Billing.Has($"Waiter {i}", waiting: Minutes(9));
        // It listens elsewhere now, and learns so that the chats do.
        foreach (var chat in (Chat[])[Cast.Personal, Cast.Alerts]) await stage.Supervisor.Says("status", chat);
        await stage.PollAsync(Cast.Alerts.Id, 4);
        await stage.PollAsync(Cast.Personal.Id, 1);

        Assert.Equal([Cast.Alerts.Id], stage.Supervisor.Channel.Messages.Where(m => m.FromBot && m.Summary?.Contains("Waiter", StringComparison.Ordinal) == true).Select(m => m.Chat).Distinct());
        var desk = stage.Supervisor.Services.GetRequiredService<AlertDesk>();
        Assert.Equal([(1, true), (2, false)], (await desk.RulesAsync(Cast.Personal.Id, TestContext.Current.CancellationToken)).Select(r => (r.Number, r.Paused)));
        var done = (await desk.DeedsAsync(Cast.Personal.Id, 1, TestContext.Current.CancellationToken)).Newest;
        Assert.Equal(("pause alert 1", null), (done[0].What, done[0].By));

        // Whose it is again says so.
        await stage.RestartAsync(Minutes(1), null, Access("vdn 1"));
        Assert.Contains("Alert 1", (await stage.Supervisor.Says("resume alert 1")).Text, StringComparison.Ordinal);
        Assert.All(await stage.Supervisor.Services.GetRequiredService<AlertDesk>().RulesAsync(Cast.Personal.Id, TestContext.Current.CancellationToken), r => Assert.False(r.Paused));
    }

    [Fact]
    public async Task In_one_channel_a_button_is_checked_by_who_presses_it()
    {
        await using var stage = await SetAsync("Current", Access);
        await AlertScenes.StoredIn(stage, Cast.Alerts.Id);
        var supervisor = stage.Supervisor;
        var card = await supervisor.Presses("The incident", await supervisor.Says("ack 1", Cast.Alerts));
        var shown = card.Text;

        var refused = await supervisor.Client.PressAsync(card.Message, card.Button("Snooze 30 min"), Cast.AdeleVance, TestContext.Current.CancellationToken);

        Assert.Equal("application/vnd.microsoft.activity.message", refused.Body!.Value.GetProperty("type").GetString());
        Assert.Equal("Incident 1 is not yours to see", refused.Body!.Value.GetProperty("value").GetString());
        Assert.Equal(shown, new Reply(supervisor.Channel.Find(card.Message.Id)!).Text);
        Assert.Contains("Quiet until 14:30", (await supervisor.Presses("Snooze 30 min", card)).Text, StringComparison.Ordinal);
    }
}
