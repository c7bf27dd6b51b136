using System.Text.Json.Nodes;
using ChatBot.Alerts;
using ChatBot.Preview;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

public class WhenATeamGoes
{
    [Fact]
    public async Task What_was_watched_for_all_its_channels_ends_and_elsewhere_goes_on()
    {
        await using var stage = await SetAsync();
        foreach (var chat in Cast.Chats) await stage.Supervisor.Says("alert when waiting skill 3 above 5", chat);

        var gone = new JsonObject { ["type"] = "conversationUpdate", ["id"] = "gone", ["channelData"] = new JsonObject { ["eventType"] = "teamDeleted" } };
        await stage.Supervisor.Client.SendAsync(gone, Cast.Team, Cast.LiNa, null, TestContext.Current.CancellationToken);
        // Answered behind it, in the same lane.
        var after = new JsonObject { ["type"] = "message", ["text"] = "status", ["id"] = "after", ["deliveryMode"] = "expectReplies" };
        Assert.NotNull((await stage.Supervisor.Client.SendAsync(after, Cast.Team, Cast.LiNa, null, TestContext.Current.CancellationToken)).Body);

        var store = stage.Supervisor.Services.GetRequiredService<IAlertStore>();
        var rules = await Task.WhenAll(Cast.Chats.Select(async c => (await store.RulesOfAsync(c.Id, TestContext.Current.CancellationToken)).Count));
        Assert.Equal([(Cast.Personal, 1), (Cast.Group, 1), (Cast.General, 0), (Cast.Alerts, 0)], Cast.Chats.Zip(rules));
        Assert.DoesNotContain(Cast.Alerts.Id, string.Join('\n', (await Rows.AllAsync(stage)).Split('\n').Where(r => r.StartsWith("conversations", StringComparison.Ordinal))), StringComparison.Ordinal);
    }
}
