using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatBot.Tests.Edge;

/// <summary>What the bot logs, as a test wants to read it.</summary>
internal sealed class Complaints(LogLevel from = LogLevel.Error) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _all = new();

    public IReadOnlyCollection<string> All => _all;

    public void MoveIn(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ILoggerProvider>(this);
        // Whatever the settings say: this one hears all.
        builder.Logging.AddFilter<Complaints>(null, from);
    }

    /// <summary>Polly tells each attempt that fails, and Orleans each clock that jumps.</summary>
    public ILogger CreateLogger(string categoryName) =>
        from > LogLevel.Debug && (categoryName is "Polly" || categoryName.StartsWith("Orleans", StringComparison.Ordinal)) ? NullLogger.Instance : this;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= from;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) _all.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose() { }
}
