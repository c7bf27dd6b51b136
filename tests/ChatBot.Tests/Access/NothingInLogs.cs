using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatBot.Commands;
using ChatBot.Simulator;
using ChatBot.Tests.Alerts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Access;

/// <summary>A whole day, with everything that can be logged, measured and traced: nobody of the contact centre is in it.</summary>
public class NothingInLogs
{
    [Fact]
    public async Task A_day_of_questions_alerts_and_failures_leaves_no_name_no_work_number_and_no_phone_behind()
    {
        using var kept = new Kept();
        await using var line = await TimeLine.BeginAsync(
            "Logging:LogLevel:Default=Trace", "Logging:Console:LogLevel:Default=None", "alert when waiting skill 3 above 1", "alert when rest-overrun above 1m");
        line.Stage.Supervisor.Services.GetRequiredService<ILoggerFactory>().AddProvider(kept);
        var billing = line.Stage.Billing;
        billing.Has("Quentin Zauberlich", 917301, resting: Minutes(40), asked: Minutes(15)).Phone = "+4930555017301";
        billing.Has("欧阳璇玑", 917302, waiting: Minutes(9)).Phone = "13800917302";
        billing.Has("Xanthippe Quux", 917303, waiting: Minutes(12), talking: Minutes(3)).Phone = "8917303";
        string[] secrets = ["Quentin", "Zauberlich", "欧阳", "璇玑", "Xanthippe", "Quux", "Typedname", "91730", "5550173", "138009"];

        await AskAllAsync();
        foreach (var minute in (double[])[1, 2, 5]) await line.At(minute).Then(() => { });
        Assert.NotEmpty(await line.Desk.OpenAsync(TimeLine.Here, TestContext.Current.CancellationToken));
        Assert.NotEmpty(line.Chatter.LastCard);
        foreach (var failure in (Failure[])[Failure.Platform("0100001", "no such agent 917303 Xanthippe"), Failure.NotJson, Failure.BadGateway, Failure.ConnectionReset, Failure.CutBody,
            Failure.Status(200, "917303,Xanthippe Quux"), Failure.Status(500, "Xanthippe Quux 917303"), Failure.Status(403, "<html><title>917303 Xanthippe</title></html>", "text/html")])
        {
            line.Stage.Centre.Trouble.Always(failure);
            await AskAllAsync();
            await line.PollAsync();
            line.Stage.Centre.Trouble.Clear();
            await line.PollAsync();
        }

        await line.DatabaseAsync(works: false);
        await AskAllAsync();
        await line.PollAsync();
        await line.DatabaseAsync(works: true);
        await line.PollAsync();

        Assert.True(kept.Lines.Count > 100, $"only {kept.Lines.Count} lines were kept");
        var told = kept.Lines.Where(l => secrets.Any(s => l.Contains(s, StringComparison.Ordinal))).Take(5).ToList();
        Assert.True(told.Count == 0, string.Join("\n", told));

        async Task AskAllAsync()
        {
            foreach (var text in (string[])["resting", "waiting skill 3", "agents", "rest", "summary", "agent 917303", "what is Quentin Zauberlich doing", "欧阳璇玑在干嘛",
                "what is Typedname Quux doing", "why 1", "ack 1", "is Xanthippe's phone 8917303 busy?", "alerts", "status", "queue"])
            {
                await line.Stage.AskAsync(new Question(text, TimeLine.Here) { By = new("29:li", "Li Na"), From = new() { IsPersonal = true } });
                line.Stage.Time.Advance(TimeSpan.FromSeconds(4));
            }

            await line.Stage.Supervisor.Says("what is Quentin Zauberlich doing");
            await line.Stage.Supervisor.Says("agent 917303");
        }
    }

    /// <summary>All that a log, a metric or a trace would carry away.</summary>
    private sealed class Kept : ILoggerProvider, ILogger
    {
        private readonly MeterListener _meters = new();
        private readonly ActivityListener _traces;

        public Kept()
        {
            _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
            _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
            _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
            _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
            _meters.Start();
            _traces = new()
            {
                ShouldListenTo = _ => true,
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = a => Lines.Add($"{a.Source.Name} {a.DisplayName} {a.StatusDescription} {string.Join(' ', a.TagObjects)} {string.Join(' ', a.Events.SelectMany(e => e.Tags))}"),
            };
            ActivitySource.AddActivityListener(_traces);
        }

        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            Lines.Add($"scope {Spelled(state)}");
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {Spelled(state)} {exception}");

        public void Dispose()
        {
            _meters.Dispose();
            _traces.Dispose();
        }

        private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            Lines.Add($"{instrument.Meter.Name} {instrument.Name} {string.Join(' ', tags.ToArray())}");

        private static string Spelled(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : $"{state}";
    }
}
