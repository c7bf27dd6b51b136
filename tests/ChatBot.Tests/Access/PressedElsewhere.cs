using System.Text.Json;
using ChatBot.Alerts;
using ChatBot.Preview;
using ChatBot.Simulator;
using ChatBot.Tests.Cards;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Access;

/// <summary>Cards travel: whoever can forward one takes its buttons along. They are worth there what the presser may do there.</summary>
public class PressedElsewhere
{
    private static readonly string[] Said =
    [
        "who is resting on skill 3", "agents", "rest", "summary skill 3", "queue", "skills", "alerts", "alerts history", "why 1", "ack 1", "agent 20001", "delete alert 1", "pause alert 2",
        "alert when busy skill 3 above 5", "use skill 3", "quiet 30m", "help alerts", "status", "who is restingg",
    ];

    private static readonly string[] Floor = ["Ana Lima", "王小明", "陈静", "Eve Novak", "Billing", "账单", "Waiting to rest 7"];

    /// <summary>In the channel everybody may do everything, elsewhere nobody anything.</summary>
    [Fact]
    public async Task A_forwarded_card_tells_nothing_and_does_nothing_where_its_presser_has_no_rights()
    {
        await using var stage = await SetAsync("Current", $"Access:Grants:0:Team={Cast.Alerts.Id}", "Access:Grants:0:See:0=*", "Access:Grants:0:Rules=true");
        var pressed = await ForwardedAsync(stage);

        Assert.True(pressed.Count > 60, $"only {pressed.Count} buttons were pressed");
        foreach (var (say, answer) in pressed)
            Assert.All(Floor, name => Assert.False(answer.Contains(name, StringComparison.Ordinal), $"{say}: {name} in {answer}"));
    }

    [Fact]
    public async Task A_forwarded_card_reaches_no_alert_and_no_incident_of_the_chat_it_comes_from()
    {
        await using var stage = await SetAsync();
        var pressed = await ForwardedAsync(stage);

        foreach (var (say, answer) in pressed.Where(p => p.Say.Split(' ')[0] is "ack" or "why" or "snooze" or "incident" or "pause" or "edit" or "delete" or "undo"))
            Assert.Contains("There is no ", answer, StringComparison.Ordinal);
    }

    /// <summary>Presses in the group chat whatever can be pressed on cards of the channel, where nothing changes by it.</summary>
    private static async Task<List<(string Say, string Answer)>> ForwardedAsync(Stage stage)
    {
        Scenes.Busy(stage);
        await AlertScenes.StoredIn(stage, Cast.Alerts.Id);
        await AlertScenes.StoredIn(stage, Cast.Alerts.Id);
        var supervisor = stage.Supervisor;
        List<JsonElement> actions = [];
        foreach (var said in Said) actions.AddRange(Actions((await supervisor.Says(said, Cast.Alerts)).Card));
        var before = await StateAsync();

        List<(string, string)> pressed = [];
        foreach (var action in actions)
        {
            var response = await supervisor.Client.SendAsync(Activities.Execute(action), Cast.Group.Id, Cast.LiNa, null, TestContext.Current.CancellationToken);
            Assert.Equal(200, response.Status);
            pressed.Add((action.GetProperty("data").GetProperty("say").GetString()!, Text(response.Body!.Value.GetProperty("value"))));
        }

        Assert.Equal(before, await StateAsync());
        return pressed;

        async Task<string> StateAsync()
        {
            var desk = supervisor.Services.GetRequiredService<AlertDesk>();
            var (rules, incidents) = (await desk.RulesAsync(Cast.Alerts.Id, default), await desk.OpenAsync(Cast.Alerts.Id, default));
            return string.Join('\n', [.. rules.Select(r => $"{r.Number} {r.Limit} {r.Paused}"), .. incidents.Select(i => $"{i.Number} {i.Version} {i.TakenBy} {i.SnoozedBy}")]);
        }
    }

    /// <summary>A card as it is read, or the line that comes instead of one.</summary>
    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : new Reply(new() { Id = "", Chat = "", From = "", Card = value }).Text;

    private static IEnumerable<JsonElement> Actions(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object when part.TryGetProperty("type", out var type) && type.ValueEquals("Action.Execute") => [part],
        JsonValueKind.Object => part.EnumerateObject().SelectMany(p => Actions(p.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Actions),
        _ => [],
    };
}
