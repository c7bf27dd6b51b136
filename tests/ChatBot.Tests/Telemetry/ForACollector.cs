using System.Globalization;
using ChatBot.Simulator;
using ChatBot.Terminal;
using ChatBot.Tests.Alerts;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Telemetry;

/// <summary>What an administrator's collector is told, over OTLP.</summary>
public class ForACollector
{
    [Fact]
    public async Task A_turn_is_one_trace_from_the_request_to_the_contact_centre_and_the_reply()
    {
        await using var collector = await Collector.StartAsync();
        await using var stage = await SetAsync("Current", collector.Settings);
        stage.Billing.Has("Ana Secret", resting: Minutes(7));

        await stage.Supervisor.Says("who is resting on skill 3");
        await stage.Supervisor.StopAsync();
        Collector.Gather(stage.Supervisor.Services);

        var spans = Mine(collector, stage);
        var request = Assert.Single(spans, s => s.Name == "POST /api/messages" && Port(s) == stage.Supervisor.Address.Port && Below(spans, s).Any(b => b.Name == "turn"));
        var turn = Assert.Single(Below(spans, request), s => s.Name == "turn");
        Assert.Equal(("Resting", "Answered"), (turn.Tags["chatbot.command"], turn.Tags["chatbot.outcome"]));
        Assert.Contains(Below(spans, turn), s => s.Source == "System.Net.Http" && Port(s) == stage.Centre.Address.Port);
        Assert.Contains(Below(spans, turn), s => s.Source == "System.Net.Http" && Port(s) == stage.Supervisor.Address.Port);
        Assert.DoesNotContain(spans, s => s.Tags.Values.Any(v => v.Contains("Ana", StringComparison.Ordinal)));
        Assert.Contains("chatbot.answers.duration", collector.Words("metrics"), StringComparison.Ordinal);
        Assert.Contains("chatbot.centre.readings", collector.Words("metrics"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Words("metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_is_one_trace_from_the_poll_to_the_post()
    {
        await using var collector = await Collector.StartAsync();
        await using var line = await TimeLine.BeginAsync(["alert when waiting skill 3 above 1", .. collector.Settings]);
        for (var i = 0; i < 2; i++) line.Stage.Billing.Has($"Agent {i}", waiting: Minutes(2));

        for (var i = 0; i < 4; i++) await line.PollAsync();
        Collector.Gather(line.Stage.Supervisor.Services);

        var spans = Mine(collector, line.Stage);
        var send = Assert.Single(spans, s => s.Name == "send" && s.Tags["chatbot.post.kind"] == "Card" && Parent(spans, s) is not null);
        Assert.Equal("Done", send.Tags["chatbot.arrival"]);
        var poll = Parent(spans, send)!;
        Assert.Equal(("poll", "1"), (poll.Name, poll.Tags["chatbot.vdn"]));
        Assert.Contains(Below(spans, poll), s => s.Source == "System.Net.Http" && Port(s) == line.Stage.Centre.Address.Port);
    }

    [Fact]
    public async Task A_log_line_has_its_event_and_its_trace()
    {
        await using var collector = await Collector.StartAsync();
        await using var stage = await SetAsync("Current", [.. collector.Settings, "Logging:LogLevel:Default=Warning", "Logging:Console:LogLevel:Default=None"]);
        stage.Centre.Trouble.Always(Failure.BadGateway);

        await stage.Supervisor.Says("who is resting on skill 3");
        Collector.Gather(stage.Supervisor.Services);

        Assert.Contains("The contact centre fails: ", collector.Words("logs"), StringComparison.Ordinal);
        Assert.Contains("Fails", collector.Words("logs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contact_centre_gets_no_header_of_a_trace()
    {
        await using var collector = await Collector.StartAsync();
        await using var stage = await SetAsync("Current", collector.Settings);

        await stage.Supervisor.Says("who is resting on skill 3");

        Assert.NotEmpty(stage.Centre.Calls);
        Assert.DoesNotContain(stage.Centre.Calls.SelectMany(c => c.Headers), h => h.Equals("traceparent", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_collector_that_is_not_there_disturbs_nobody()
    {
        await using var stage = await SetAsync("Current", "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:9", "OTEL_EXPORTER_OTLP_TIMEOUT=200");
        stage.Billing.Has("Ana", resting: Minutes(7));

        Assert.Contains("Ana", (await stage.Supervisor.Says("who is resting on skill 3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_gathered()
    {
        await using var stage = await SetAsync();

        Assert.Null(stage.Supervisor.Services.GetService<TracerProvider>());
    }

    [Fact]
    public async Task An_address_that_is_none_stops_the_start()
    {
        var told = await Assert.ThrowsAsync<StartException>(() => SetAsync("Current", "OTEL_EXPORTER_OTLP_ENDPOINT=collector"));

        Assert.Contains("http://collector:4317", told.Message, StringComparison.Ordinal);
    }

    /// <summary>Those of traces that touch this stage: other bots of this process report to whoever listens.</summary>
    private static IReadOnlyList<Span> Mine(Collector collector, Stage stage)
    {
        int[] ports = [stage.Centre.Address.Port, stage.Supervisor.Address.Port];
        var traces = collector.Spans.Where(s => ports.Contains(Port(s))).Select(s => s.Trace).ToHashSet();
        return [.. collector.Spans.Where(s => traces.Contains(s.Trace))];
    }

    private static int Port(Span span) => int.Parse(span.Tags.GetValueOrDefault("server.port", "0"), CultureInfo.InvariantCulture);

    private static Span? Parent(IReadOnlyList<Span> spans, Span span) => spans.FirstOrDefault(s => s.Id == span.Parent);

    private static IEnumerable<Span> Below(IReadOnlyList<Span> spans, Span span) =>
        spans.Where(s => s.Parent == span.Id).SelectMany(s => Below(spans, s).Prepend(s));
}
