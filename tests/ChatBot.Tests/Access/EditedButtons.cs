using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Alerts;
using ChatBot.Preview;
using ChatBot.Simulator;
using ChatBot.Tests.Cards;
using ChatBot.Tests.Edge;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Access;

/// <summary>What a button carries can be edited by who presses it: it is worth no more than a sentence.</summary>
public sealed class EditedButtons
{
    // Adele may see VIP and make alerts about it; there is nothing on VIP.
    private static readonly string[] Access =
    [
        $"Access:Grants:0:Person={Cast.AdeleVance.AadObjectId}", "Access:Grants:0:See:0=vdn 1 skill 5", "Access:Grants:0:Rules=true",
        $"Access:Grants:1:Person={Cast.LiNa.AadObjectId}", "Access:Grants:1:See:0=*", "Access:Grants:1:Rules=true",
    ];

    private static readonly string[] Secrets = ["Ana Lima", "王小明", "陈静", "Eve Novak", "Billing", "账单", "Waiting to rest 7"];

    [Theory]
    [InlineData("Action.Execute")]
    [InlineData("Action.Submit")]
    public async Task Another_skill_VDN_alert_or_incident_in_it_is_refused_like_a_sentence(string type)
    {
        await using var stage = await SetAsync("Current", [.. Access, "Privacy:NamesInChannels=Hide"]);
        Scenes.Busy(stage);
        var agent = stage.Billing.Agents[0].WorkNo;
        await AlertScenes.StoredIn(stage, Cast.Group.Id);
        var before = await RulesAsync(stage);
        string[] all =
        [
            "resting skill 3", "resting vdn 2", "names resting skill 3", "names resting vdn 2", $"agent {agent}", $"names agent {agent}", "names incident 1", "names names resting skill 3",
            "incident 1", "why 1", "ack 1", "snooze 1 30m", "snooze 1 shift", "pause incident 1", "alert 1", "edit alert 1", "save alert 1", "undo alert 1", "pause alert 1",
            "delete alert 1 before 99999999999", "delete alert 1", "make alert vdn 1", "make alert vdn 2", "use skill 3", "use vdn 2", "summary skill 3", "queue vdn 2", "skills vdn 2",
            "new alert", "alerts", "alerts history",
        ];

        foreach (var say in all)
        {
            var data = new JsonObject { ["say"] = say, ["lang"] = "en", ["metric"] = "Waiting", ["skill"] = "3", ["comparison"] = "Above", ["limit"] = "3", ["calm"] = "1", ["severity"] = "Critical" };
            var told = await PressAsync(stage, type, data, Cast.AdeleVance);
            Assert.All(Secrets, secret => Assert.False(told.Contains(secret, StringComparison.Ordinal), $"{say}: {secret} in {told}"));
        }

        Assert.Equal(before, await RulesAsync(stage));
        var incident = await Desk(stage).IncidentAsync(Cast.Group.Id, 1, TestContext.Current.CancellationToken);
        Assert.True(incident is { Open: true, TakenBy: null, SnoozedBy: null });
        Assert.Contains("VDN 1", (await stage.Supervisor.Says("summary", Cast.Group)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Supervisor.Channel.Messages, m => m.FromBot && m.Chat == Cast.Personal.Id && m.Card?.GetRawText().Contains("Ana Lima", StringComparison.Ordinal) == true);
    }

    /// <summary>Who may everything edits: still nothing comes about that could not be said.</summary>
    [Theory]
    [InlineData("Action.Execute")]
    [InlineData("Action.Submit")]
    public async Task Huge_odd_and_missing_values_make_no_fault_and_nothing_that_could_not_be_said(string type)
    {
        var complaints = new Complaints();
        await using var stage = await SetAsync("Current", true, complaints.MoveIn);
        await AlertScenes.StoredIn(stage, Cast.Group.Id);
        var before = await RulesAsync(stage);
        string[] odd =
        [
            "{}", "[]", "null", "5", "\"resting\"", "{\"say\":null}", "{\"say\":5}", "{\"say\":[\"resting\"]}", "{\"say\":{\"say\":\"resting\"}}", "{\"say\":\"\"}", "{\"say\":\" \"}",
            $"{{\"say\":\"{new string('x', 1001)}\"}}", "{\"say\":\"names\"}", "{\"say\":\"names \"}", "{\"say\":\"resting\",\"lang\":[5]}", "{\"say\":\"resting\",\"lang\":\"../../secrets\"}",
            Saying("alert 0"), Saying("alert -1"), Saying("alert 2147483648"), Saying("alert 99999999999999999999"), Saying("incident 2147483648"), Saying("alert ٣"), Saying("alert 1 "), Saying("alert 1\\n"),
            Saying("delete alert 1 before 9223372036854775808"), Saying("delete alert 1 before -1"), Saying("forget me before 99999999999999999999"), Saying("snooze 1 99999999999999999999h"),
            Saying("snooze 1 0s"), Saying("snooze 1 -5m"), Saying("quiet 99999999h"), Saying("names names names resting"), Saying("names delete alert 1 before 99999999999"),
            Making("say", "make alert vdn 0"), Making("say", "make alert vdn -1"), Making("say", "make alert vdn 2147483648"),
            // A rule for a VDN that cannot be: nobody could say it, and the contact centre would be asked for ever.
            Making("say", "make alert vdn 5001"), Making("say", "make alert vdn 2147483647"),
            Making("skill", "10001"), Making("skill", "-3"), Making("skill", "3 vdn 2"), Making("limit", "99999999999999999999"), Making("limit", "-1"), Making("limit", "٣x"), Making("metric", "99"),
            Making("comparison", "-1"), Making("limit", new string('9', 5000)),
            "{\"say\":\"make alert vdn 1\",\"metric\":[\"Waiting\"],\"skill\":{},\"comparison\":null,\"limit\":1e999}", "{\"say\":\"make alert vdn 1\"}",
            "{\"say\":\"save alert 1\"}", "{\"say\":\"save alert 1\",\"limit\":\"5\",\"severity\":\"9\",\"calm\":\"4\",\"active\":\"x\"}",
            "{\"say\":\"save alert 1\",\"limit\":\"5\",\"severity\":\"Critical\",\"hold\":\"99999h\",\"repeat\":\"1s\",\"active\":\"Mon-Fri 99:00-100:00\",\"mention\":{}}",
        ];

        foreach (var data in odd)
        {
            var told = await PressAsync(stage, type, JsonNode.Parse(data), Cast.LiNa);
            Assert.False(string.IsNullOrWhiteSpace(told), data);
        }

        Assert.Equal(before, await RulesAsync(stage));
        Assert.Empty(complaints.All);

        static string Saying(string say) => $"{{\"say\":\"{say}\"}}";

        static string Making(string field, string value) => new JsonObject
        {
            ["say"] = "make alert vdn 1",
            ["metric"] = "Waiting",
            ["skill"] = "0",
            ["comparison"] = "Above",
            ["limit"] = "3",
            [field] = value,
        }.ToJsonString();
    }

    [Fact]
    public async Task The_form_offers_only_what_is_theirs()
    {
        await using var stage = await SetAsync("Current", Access);

        var told = await PressAsync(stage, "Action.Execute", new JsonObject { ["say"] = "new alert" }, Cast.AdeleVance);

        Assert.Contains("VIP", told, StringComparison.Ordinal);
        Assert.Contains("The whole VDN", await PressAsync(stage, "Action.Execute", new JsonObject { ["say"] = "new alert" }, Cast.LiNa), StringComparison.Ordinal);
        Assert.All((string[])["Billing", "Sales", "Support", "The whole VDN"], name => Assert.DoesNotContain(name, told, StringComparison.Ordinal));
    }

    /// <summary>All that comes back: the response's body, or the message that is the answer.</summary>
    private static async Task<string> PressAsync(Stage stage, string type, JsonNode? data, ChatBot.Preview.Person who)
    {
        using var limit = Supervisor.Limit();
        using var listener = stage.Supervisor.Channel.Listen();
        var action = JsonSerializer.SerializeToElement(new JsonObject { ["type"] = type, ["verb"] = "say", ["data"] = data });
        var activity = type == "Action.Submit" ? Activities.Submit(action) : Activities.Execute(action);
        activity["id"] = $"press-{Guid.NewGuid():N}";
        var id = (string)activity["id"]!;
        var response = await stage.Supervisor.Client.SendAsync(activity, Cast.Group.Id, who, null, limit.Token);
        Assert.Equal(200, response.Status);
        if (type != "Action.Submit") return response.Body!.Value.ToString();
        var said = await listener.Next(h => h.Kind == HappeningKind.Posted && h.Message.FromBot && h.Message.ReplyToId == id, limit.Token);
        return $"{said.Card} {said.Summary} {said.Text}";
    }

    private static AlertDesk Desk(Stage stage) => stage.Supervisor.Services.GetRequiredService<AlertDesk>();

    private static async Task<string> RulesAsync(Stage stage) => string.Join('\n',
        (await Desk(stage).RulesAsync(Cast.Group.Id, TestContext.Current.CancellationToken)).Select(r => $"{r.Number} {r.Scope} {r.Limit} {r.Calm} {r.Severity} {r.Paused}"));
}
