using System.Text.Json;
using ChatBot.Preview;
using ChatBot.Tests.Cards;
using ChatBot.Tests.Stories;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Access;

/// <summary>Who may look but not change alerts is offered nothing that changes them, where nobody else could press it.</summary>
public class OfferedButtons
{
    private static readonly string[] Changing = ["new alert", "make ", "edit ", "save ", "undo ", "delete ", "pause ", "resume ", "quiet ", "alert when "];

    private static readonly string[] Sentences =
        ["alerts", "help alerts", "alerts history", "ack 1", "why 1", "alert when more than 5 waiting", "tell us when more then 5 rst on skill 3", "quiet 30m", "pause alert 1", "help", "alertss"];

    private static string[] Access(bool rules) =>
        [$"Access:Grants:0:Person={Cast.LiNa.AadObjectId}", "Access:Grants:0:See:0=*", $"Access:Grants:0:Rules={rules}"];

    [Fact]
    public async Task In_a_personal_chat_nothing_is_offered_that_would_be_refused()
    {
        await using var stage = await SetAsync("Current", Access(rules: false));
        Scenes.Busy(stage);
        await AlertScenes.StoredIn(stage, Cast.Personal.Id);
        List<Reply> cards = [];
        foreach (var said in Sentences) cards.Add(await stage.Supervisor.Says(said));
        // The rule's own card, as a tap on its row gives it, and the incident's.
        var rule = JsonSerializer.SerializeToElement(new { type = "Action.Execute", verb = "say", data = new { say = "alert 1", lang = "en" } });
        await stage.Supervisor.Client.PressAsync(cards[0].Message, rule, Cast.LiNa, TestContext.Current.CancellationToken);
        cards.Add(new(stage.Supervisor.Channel.Find(cards[0].Message.Id)!));
        cards.Add(await stage.Supervisor.Presses("The incident", cards[3]));

        Assert.All(cards, card => Assert.All(Said(card.Card), say => Assert.DoesNotContain(Changing, word => say.StartsWith(word, StringComparison.Ordinal))));
        Assert.All(cards, card => Assert.NotEmpty(card.Buttons));
        Assert.Contains("Waiting to rest above 5", cards[^2].Text, StringComparison.Ordinal);
        Assert.Contains("Snooze 30 min", cards[^1].Buttons);
        Assert.Contains("You may look, but not change alerts", cards[5].Text, StringComparison.Ordinal);
    }

    /// <summary>What the card's buttons and rows say.</summary>
    private static IEnumerable<string> Said(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(p => p.Name == "say" ? [p.Value.GetString()!] : Said(p.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Said),
        _ => [],
    };

    [Fact]
    public async Task A_card_that_comes_unasked_knows_whose_chat_it_is_in()
    {
        string[] shipped = ["Alerts:Rules:0:Name=Billing waits", $"Alerts:Rules:0:Conversation={Cast.Personal.Id}", "Alerts:Rules:0:When=alert when waiting skill 3 above 1"];
        await using var may = await ToldAsync([.. Access(rules: true), .. shipped]);
        await using var mayNot = await ToldAsync([.. Access(rules: false), .. shipped]);

        Assert.Contains("Pause this alert", Card(may).Buttons);
        Assert.DoesNotContain("Pause this alert", Card(mayNot).Buttons);
        Assert.Contains("Acknowledge", Card(mayNot).Buttons);

        static Reply Card(Stage stage) => new(stage.Supervisor.Channel.Messages.Last(m => m.FromBot && m.Card is not null));

        static async Task<Stage> ToldAsync(string[] settings)
        {
            var stage = await SetAsync("Current", settings);
            for (var i = 0; i < 4; i++) stage.Billing.Has($"Waiter {i}", waiting: Minutes(3));
            await stage.Supervisor.Says("help");
            await stage.PollAsync(Cast.Personal.Id, 3);
            return stage;
        }
    }

    [Fact]
    public async Task In_a_channel_all_is_offered_as_others_may_press_it()
    {
        await using var stage = await SetAsync("Current", Access(rules: false));
        await AlertScenes.StoredIn(stage, Cast.Alerts.Id);

        var alerts = await stage.Supervisor.Says("alerts", Cast.Alerts);

        Assert.Contains("New alert", alerts.Buttons);
        Assert.Contains("Pause this alert", (await stage.Supervisor.Presses("The incident", await stage.Supervisor.Says("ack 1", Cast.Alerts))).Buttons);
    }

    [Fact]
    public async Task Who_may_is_offered_all()
    {
        await using var stage = await SetAsync("Current", Access(rules: true));
        await AlertScenes.StoredIn(stage, Cast.Personal.Id);

        Assert.Contains("New alert", (await stage.Supervisor.Says("alerts")).Buttons);
        Assert.Contains("Pause this alert", (await stage.Supervisor.Presses("The incident", await stage.Supervisor.Says("ack 1"))).Buttons);
        Assert.Contains("Which one do you mean?", (await stage.Supervisor.Says("alert when more than 5 waiting")).Text, StringComparison.Ordinal);
    }
}
