using System.Text.Json.Nodes;
using ChatBot.Alerts;
using ChatBot.Preview;
using ChatBot.Tests.Alerts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Rules that an administrator ships in the settings.</summary>
public class ShippedAlerts
{
    private static readonly string[] Settings =
    [
        "Alerts:Rules:0:Name=Billing waits", $"Alerts:Rules:0:Conversation={TimeLine.Here}", "Alerts:Rules:0:When=alert when waiting to rest on billing above 5",
        "Alerts:Rules:0:Calm=2", "Alerts:Rules:0:Severity=Critical", "Alerts:Rules:0:Mentions:0:Id=29:li", "Alerts:Rules:0:Mentions:0:Name=Li Na",
    ];

    [Fact]
    public void Mention_people_by_ids_that_hold_a_colon_also_from_a_file()
    {
        using var file = new MemoryStream("""{ "Alerts": { "Rules": [ { "Mentions": [ { "Id": "29:li-na", "Name": "Li Na" } ] } ] } }"""u8.ToArray());
        var settings = new ConfigurationBuilder().AddJsonStream(file).Build().GetSection("Alerts").Get<AlertSettings>()!;

        Assert.Equal(("29:li-na", "Li Na"), settings.Rules.Single().Mentions.Select(m => (m.Id, m.Name)).Single());
    }

    [Fact]
    public async Task Are_watched_from_the_start()
    {
        await using var line = await TimeLine.BeginAsync(Settings);

        await line.At(0).Waiting(12).Heard("Waiting to rest 12 · limit 5", "critical");
        await line.At(2).Waiting(3).Still();
        await line.At(4).Waiting(2).Replied("back to 2");
    }

    [Fact]
    public async Task Stay_the_same_rule_and_stay_paused_after_a_restart()
    {
        await using var line = await TimeLine.BeginAsync(Settings);
        var rule = Assert.Single(await line.Desk.RulesAsync(TimeLine.Here, TestContext.Current.CancellationToken));
        await line.Desk.ChangeAsync(rule with { Paused = true }, Deeds.In(TimeLine.Here), TestContext.Current.CancellationToken);

        await line.RestartAsync();

        var again = Assert.Single(await line.Desk.RulesAsync(TimeLine.Here, TestContext.Current.CancellationToken));
        Assert.Equal((rule.Number, "Billing waits", true), (again.Number, again.Shipped, again.Paused));
    }

    [Fact]
    public async Task Taken_out_of_the_settings_they_go_with_their_incidents()
    {
        await using var line = await TimeLine.BeginAsync(Settings);
        await line.At(0).Waiting(12).Heard("12");

        await line.RestartAsync(without: Settings);

        Assert.Empty(await line.Desk.RulesAsync(TimeLine.Here, TestContext.Current.CancellationToken));
        Assert.Empty(await line.Desk.OpenAsync(TimeLine.Here, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Status_tells_the_conversation_to_name_in_the_settings_and_how_watching_goes()
    {
        await using var line = await TimeLine.BeginAsync("alert when waiting skill 3 above 5");
        await line.At(1);

        var status = await line.Stage.Supervisor.Says("status", Cast.Alerts);

        Assert.Contains(Cast.Alerts.Id, status.Text, StringComparison.Ordinal);
        Assert.Matches(@"Polls for alerts\n\d+ \(0 failed, \d+ late\)", status.Text);
        Assert.Contains("Watched VDNs\n1, oldest data", status.Text, StringComparison.Ordinal);
        Assert.Contains("Posts waiting\n0", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_can_be_collected_as_metrics()
    {
        await using var line = await TimeLine.BeginAsync("alert when waiting skill 3 above 5");
        await line.At(0).Waiting(12).Heard("12");
        Dictionary<string, double> seen = [];
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "ChatBot.Alerts" && line.Owns(instrument.Meter)) l.EnableMeasurementEvents(instrument);
            },
        };
        void See(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => seen[tags.Length == 0 ? name : $"{name} {tags[0].Value}"] = value;
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => See(i.Name, value, tags));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => See(i.Name, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => See(i.Name, value, tags));
        listener.Start();

        listener.RecordObservableInstruments();

        Assert.Equal(line.Health.Good, seen["chatbot.alerts.polls ok"]);
        Assert.True(seen["chatbot.alerts.sends delivered"] >= 1);
        Assert.InRange(seen["chatbot.alerts.data.age 1"], 0, 20);
        Assert.Equal(0, seen["chatbot.alerts.posts.waiting"]);
    }

    [Fact]
    public async Task Come_back_with_the_bot_to_a_team_it_was_taken_out_of()
    {
        await using var stage = await SetAsync("Current", "Alerts:Rules:0:Name=Billing waits", $"Alerts:Rules:0:Conversation={Cast.Alerts.Id}", Settings[2]);
        Assert.Equal(["Billing waits"], await ShippedAsync());

        await MembershipAsync("remove", Cast.Alerts.Id);
        Assert.Empty(await ShippedAsync());

        await MembershipAsync("add", Cast.Team);
        await MembershipAsync("add", Cast.Alerts.Id);
        Assert.Equal(["Billing waits"], await ShippedAsync());

        async Task<string?[]> ShippedAsync() =>
            [.. (await stage.Supervisor.Services.GetRequiredService<AlertDesk>().RulesAsync(Cast.Alerts.Id, TestContext.Current.CancellationToken)).Select(r => r.Shipped)];

        async Task MembershipAsync(string action, string chat)
        {
            var update = new JsonObject { ["type"] = "installationUpdate", ["action"] = action };
            await stage.Supervisor.Client.SendAsync(update, chat, Cast.LiNa, null, TestContext.Current.CancellationToken);
            // Answered behind it, in the same lane.
            var after = new JsonObject { ["type"] = "message", ["text"] = "status", ["deliveryMode"] = "expectReplies" };
            Assert.NotNull((await stage.Supervisor.Client.SendAsync(after, chat, Cast.LiNa, null, TestContext.Current.CancellationToken)).Body);
        }
    }
}
