using ChatBot.Simulator;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests.Simulator;

/// <summary>A centre whose clock stands still until the test moves it, and someone to call it.</summary>
public sealed class Centre : IAsyncDisposable
{
    private Centre(SimulatedCentre itself, FakeTimeProvider time) => (Itself, Time, Caller) = (itself, time, new(itself, time));

    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public SimulatedCentre Itself { get; }

    public FakeTimeProvider Time { get; }

    public Caller Caller { get; }

    public static async Task<Centre> OpenAsync(CentreSettings? settings = null)
    {
        var time = new FakeTimeProvider(Noon);
        return new(await SimulatedCentre.StartAsync(settings ?? new(), time), time);
    }

    public async ValueTask DisposeAsync()
    {
        Caller.Dispose();
        await Itself.DisposeAsync();
    }
}
