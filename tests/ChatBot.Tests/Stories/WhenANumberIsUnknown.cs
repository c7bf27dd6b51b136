using System.Collections.Concurrent;
using ChatBot.Simulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Who asks for a work number that nobody has is told so; the contact centre is well.</summary>
public class WhenANumberIsUnknown
{
    public static TheoryData<string, Nothing> Cases =>
        [.. from edition in (string[])["Current", "Classic"] from told in (Nothing[])[Nothing.Failure, Nothing.EmptyArray] select (edition, told)];

    [Theory, MemberData(nameof(Cases))]
    public async Task Nobody_is_warned_and_the_status_stays_well(string edition, Nothing told)
    {
        await using var stage = await SetAsync(edition, "Logging:LogLevel:ChatBot.Monitoring=Information");
        stage.Centre.Quirks.UnknownAgent = told;
        using var log = Listen(stage);
        await stage.AskAsync("who is resting on skill 3");

        stage.Time.Advance(TimeSpan.FromSeconds(10));
        var answer = await stage.AskAsync("what is 29999 doing");
        var status = await stage.Supervisor.Says("status");

        Assert.Contains("No agent 29999", answer.Summary, StringComparison.Ordinal);
        Assert.Empty(log.Lines);
        Assert.Contains("none since the start", status.Text, StringComparison.Ordinal);
        Assert.Contains("0 failed", status.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task The_same_refusal_of_everything_is_a_failure(string edition)
    {
        await using var stage = await SetAsync(edition, "Logging:LogLevel:ChatBot.Monitoring=Information");
        stage.Centre.Trouble.Always(Failure.Platform("0100001", "调用失败"));
        using var log = Listen(stage);

        var answer = await stage.AskAsync("what is 29999 doing");
        var status = await stage.Supervisor.Says("status");

        Assert.Contains("refuses the question", answer.Summary, StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.StartsWith("The contact centre fails: PlatformRefused 0100001", StringComparison.Ordinal));
        Assert.Contains("(0100001)", status.Text, StringComparison.Ordinal);
    }

    private static Heard Listen(Stage stage)
    {
        var heard = new Heard();
        stage.Supervisor.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);
        return heard;
    }

    /// <summary>What the room Monitoring says in the log.</summary>
    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
