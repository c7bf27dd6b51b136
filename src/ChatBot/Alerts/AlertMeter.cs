using System.Diagnostics.Metrics;

namespace ChatBot.Alerts;

/// <summary>How watching and telling go, as the meter <c>ChatBot.Alerts</c>.</summary>
internal sealed class AlertMeter
{
    public const string Name = "ChatBot.Alerts";

    public AlertMeter(IMeterFactory meters, WatchHealth watching, AlertHealth telling, TimeProvider time)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableCounter("chatbot.alerts.polls", () => (Measurement<long>[])
        [
            new(watching.Good, Is("outcome", "ok")), new(watching.Bad, Is("outcome", "failed")), new(watching.Late, Is("outcome", "late")),
        ], "{poll}", "Polls of VDNs: all live, something not readable, or skipped as the one before took too long.");
        meter.CreateObservableGauge("chatbot.alerts.poll.age", () => watching.Vdns.Select(v => Age(v.Value.LastPoll, v.Key)),
            "s", "Since the last poll of each VDN watched.");
        meter.CreateObservableGauge("chatbot.alerts.data.age", () => watching.Vdns.Where(v => v.Value.OldestLive is not null)
            .Select(v => Age(v.Value.OldestLive!.Value, v.Key)), "s", "Of the oldest figure that a rule of the VDN goes by.");
        meter.CreateObservableGauge("chatbot.alerts.posts.waiting", () => watching.Backlog.Waiting, "{post}", "Posts not sent yet.");
        meter.CreateObservableGauge("chatbot.alerts.posts.oldest", () => watching.Backlog.Oldest is { } since ? Seconds(since) : 0,
            "s", "How long the oldest post waits.");
        meter.CreateObservableCounter("chatbot.alerts.sends", () => (Measurement<long>[])
        [
            new(telling.Delivered, Is("result", "delivered")), new(telling.Later, Is("result", "later")),
            new(telling.Unknown, Is("result", "unknown")), new(telling.Refused, Is("result", "refused")), new(telling.Gone, Is("result", "gone")),
        ], "{message}", "Messages and edits given to the channel, by what came of it.");

        double Seconds(DateTimeOffset since) => Math.Max(0, (time.GetUtcNow() - since).TotalSeconds);

        Measurement<double> Age(DateTimeOffset since, int vdn) => new(Seconds(since), new KeyValuePair<string, object?>("vdn", vdn));
    }

    private static KeyValuePair<string, object?> Is(string key, string value) => new(key, value);
}
