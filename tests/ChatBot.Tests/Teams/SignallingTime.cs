using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests.Teams;

/// <summary>A clock that tells when the room Teams begins to wait, so that a test moves it not a moment too early.</summary>
internal sealed class SignallingTime : FakeTimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<(TimeSpan Due, TaskCompletionSource Set)> _expected = [];
    private readonly List<TimeSpan> _set = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        // Others in the process begin waits of the same length, some again and again.
        if (!Environment.StackTrace.Contains(" ChatBot.Teams.", StringComparison.Ordinal)) return timer;
        lock (_lock)
        {
            _set.Add(dueTime);
            Match();
        }

        return timer;
    }

    /// <summary>Waits for what comes when so much time has passed, and not before: the clock moves on by that when such a wait
    /// has begun.</summary>
    public async Task<T> Passes<T>(TimeSpan due, Task<T> until)
    {
        var began = GetUtcNow();
        while (!until.IsCompleted)
        {
            await await Task.WhenAny(until, Waits(due));
            if (!until.IsCompleted) Advance(due);
        }

        lock (_lock) _expected.RemoveAll(expected => expected.Due == due);
        Assert.True(GetUtcNow() - began >= due, $"it came after {GetUtcNow() - began}");
        return await until;
    }

    /// <summary>Completes when a wait of this length has begun that no earlier call was told of.</summary>
    private Task Waits(TimeSpan due)
    {
        lock (_lock)
        {
            var expected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _expected.Add((due, expected));
            Match();
            return expected.Task.WaitAsync(Supervisor.Patience);
        }
    }

    /// <summary>Waits begun until now are of no interest.</summary>
    public void Forget()
    {
        lock (_lock) _set.Clear();
    }

    private void Match()
    {
        foreach (var expected in _expected.ToArray())
        {
            if (!_set.Remove(expected.Due)) continue;
            _expected.Remove(expected);
            expected.Set.SetResult();
        }
    }
}
