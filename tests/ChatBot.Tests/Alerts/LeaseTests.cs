using ChatBot.Alerts;
using ChatBot.Tests.State;
using Microsoft.Extensions.Logging.Abstractions;
using static ChatBot.Tests.State.StateFile;

namespace ChatBot.Tests.Alerts;

/// <summary>Of several processes with one database one watches.</summary>
public sealed class LeaseTests : IDisposable
{
    private readonly StateFile _file = new();

    [Fact]
    public async Task The_first_holds_it_and_gives_it_back_when_it_stops()
    {
        using Lease first = Process(), second = Process();
        await first.StartAsync(Stop);
        await second.StartAsync(Stop);
        Assert.Equal((true, null), (first.Held, first.Elsewhere));
        Assert.Equal((false, Environment.MachineName), (second.Held, second.Elsewhere));

        await first.StopAsync(Stop);
        await TicksAsync(second, () => second.Held);

        Assert.Equal((true, null), (second.Held, second.Elsewhere));
    }

    [Fact]
    public async Task Renewed_it_stays_for_as_long_as_its_holder_lives()
    {
        using Lease first = Process(), second = Process();
        await first.StartAsync(Stop);
        await second.StartAsync(Stop);

        for (var i = 0; i < 12; i++) await TicksAsync(first, null);

        Assert.Equal((true, false), (first.Held, second.Held));
        Assert.Equal(_file.Time.GetUtcNow() + Lease.Lasts, DateTimeOffset.FromUnixTimeMilliseconds(await _file.AskAsync<long>("SELECT held_to FROM lease")));
    }

    [Theory]
    [InlineData("far-away/1/a/b", 29, false)]
    [InlineData("far-away/1/a/b", 31, true)]
    // No process has this number; and a process may have the number of the one that was killed before it.
    [InlineData("HERE/PLACE/2147483647/a/b", 0, true)]
    [InlineData("HERE/PLACE/SELF/another/b", 0, true)]
    // Whoever runs this: it is there.
    [InlineData("HERE/PLACE/PARENT/a/b", 29, false)]
    // Another container of the same name: its process has this one's number and lives, or a number that is nobody's here.
    [InlineData("HERE/boot+pid:[4026530000]/SELF/another/b", 29, false)]
    [InlineData("HERE/boot+pid:[4026530000]/SELF/another/b", 31, true)]
    [InlineData("HERE/boot+pid:[4026530000]/2147483647/a/b", 29, false)]
    [InlineData("HERE//2147483647/a/b", 29, false)]
    [InlineData("far-away/PLACE/2147483647/a/b", 29, false)]
    // Of an older version.
    [InlineData("HERE/2147483647/a/b", 29, false)]
    [InlineData("nonsense", 29, false)]
    [InlineData("nonsense", 31, true)]
    public async Task Of_whoever_did_not_give_it_back_it_is_taken_when_it_is_over_or_its_process_is_dead(string holder, int seconds, bool taken)
    {
        var store = _file.Start().Alerts;
        Assert.SkipWhen(holder.Contains("PLACE", StringComparison.Ordinal) && Lease.Place is null, "this system does not tell where a process number means the same process");
        holder = holder.Replace("PLACE", Lease.Place, StringComparison.Ordinal).Replace("HERE", Environment.MachineName, StringComparison.Ordinal).Replace("SELF", $"{Environment.ProcessId}", StringComparison.Ordinal)
            .Replace("PARENT", "1", StringComparison.Ordinal);
        await store.HoldAsync(holder, null, Noon, Noon + Lease.Lasts, Stop);
        _file.Time.Advance(TimeSpan.FromSeconds(seconds));

        using var lease = Process();
        await lease.StartAsync(Stop);

        Assert.Equal(taken, lease.Held);
    }

    [Fact]
    public async Task Whoever_slept_too_long_learns_that_it_is_another_ones_now()
    {
        using Lease first = Process(), second = Process();
        await first.StartAsync(Stop);
        await _file.Start().Alerts.HoldAsync("far-away/1/a/b", null, Noon + Lease.Lasts * 2, Noon + Lease.Lasts * 3, Stop);

        await TicksAsync(first, () => !first.Held);

        Assert.Equal((false, "far-away"), (first.Held, first.Elsewhere));
        await first.StopAsync(Stop);
        Assert.Equal("far-away/1/a/b", await _file.AskAsync<string>("SELECT holder FROM lease"));
    }

    [Fact]
    public async Task A_database_that_fails_for_a_while_leaves_it_with_its_holder()
    {
        using var lease = Process();
        await lease.StartAsync(Stop);
        await _file.AskAsync<long>("ALTER TABLE lease RENAME TO away");

        for (var i = 0; i < 10; i++) _file.Time.Advance(Lease.Every);

        Assert.True(lease.Held);
    }

    private Lease Process() => new(_file.Start().Alerts, _file.Time, NullLogger<Lease>.Instance);

    /// <summary>Time goes on by one renewal, until it is done.</summary>
    private async Task TicksAsync(Lease lease, Func<bool>? until)
    {
        using var limit = Supervisor.Limit();
        _file.Time.Advance(Lease.Every);
        var due = (_file.Time.GetUtcNow() + Lease.Lasts).ToUnixTimeMilliseconds();
        while (until?.Invoke() == false || (until is null && await _file.AskAsync<long>("SELECT held_to FROM lease") != due))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.NotNull(lease.ExecuteTask);
    }

    public void Dispose() => _file.Dispose();
}
