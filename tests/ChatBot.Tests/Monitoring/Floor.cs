using ChatBot.Monitoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests.Monitoring;

/// <summary>The room Monitoring as the bot registers it, before a stub and with a clock that stands still.</summary>
internal sealed class Floor : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly IHost _host;

    private Floor(IHost host, StubCentre stub, WatchedTime time) => (_host, Stub, Time) = (host, stub, time);

    public StubCentre Stub { get; }
    public WatchedTime Time { get; }
    public FloorReader Reader => _host.Services.GetRequiredService<FloorReader>();
    public MonitoringCheck Check => _host.Services.GetRequiredService<MonitoringCheck>();
    internal SharedReadings Shared => _host.Services.GetRequiredService<SharedReadings>();

    public static async Task<Floor> Of(Edition edition, params (string Key, string? Value)[] settings)
    {
        var time = new WatchedTime(Start);
        var stub = await StubCentre.StartAsync(time);
        return new Floor(Host(stub.Address, edition, time, settings), stub, time);
    }

    public static IHost Host(string address, Edition edition, TimeProvider time, params (string Key, string? Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Monitoring:Address"] = address,
            ["Monitoring:AccessKey"] = "ak",
            ["Monitoring:SecretKey"] = "not-a-real-secret",
            ["Monitoring:Edition"] = edition.ToString(),
            ["Monitoring:Signature:EmptyQueryLine"] = "Omit",
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => "Monitoring:" + s.Key, s => s.Value));
        builder.Services.AddSingleton(time);
        builder.AddMonitoring();
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.Run(_host.Dispose).WhileTimePassesOn(Time);
        await Stub.DisposeAsync();
    }
}

/// <summary>A clock that a test moves, and that tells which waits were begun on it.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private sealed record Watch(TimeSpan AtMost, TaskCompletionSource Begun);

    private volatile Watch? _watch;

    /// <summary>Ends when a wait of at most this length is begun; the last one asked for counts.</summary>
    public Task NextWait(TimeSpan atMost)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _watch = new Watch(atMost, begun);
        return begun.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && _watch is { } watch && dueTime <= watch.AtMost) watch.Begun.TrySetResult();
        return timer;
    }
}
