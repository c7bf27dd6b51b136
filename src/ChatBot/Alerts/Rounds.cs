namespace ChatBot.Alerts;

/// <summary>Work that is done whenever somebody asks for it or its time has come, never twice at once.</summary>
/// <param name="round">Does all there is to do now and tells when there will be more; null for when somebody asks. Its first token
/// says that nothing more is to be begun, its second that what is under way is to be abandoned.</param>
internal sealed class Rounds(Func<CancellationToken, CancellationToken, Task<DateTimeOffset?>> round, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _enough = new();
    private readonly CancellationTokenSource _abandon = new();
    private TaskCompletionSource? _under;
    private bool _again;
    private ITimer? _timer;
    private bool _over;

    /// <summary>Asks for a round; the task is over when one that began after this is, and fails when it fails.</summary>
    public Task GoAsync()
    {
        lock (_lock)
        {
            if (_over) return Task.CompletedTask;
            _again = true;
            if (_under is not null) return _under.Task;
            _under = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = Task.Run(RunAsync);
            return _under.Task;
        }
    }

    private async Task RunAsync()
    {
        DateTimeOffset? next = null;
        try
        {
            while (Begin()) next = await round(_enough.Token, _abandon.Token);
        }
        catch (Exception e)
        {
            lock (_lock)
            {
                _under!.SetException(e);
                _under = null;
            }
        }

        bool Begin()
        {
            lock (_lock)
            {
                _again |= next <= time.GetUtcNow();
                if (_again && !_over)
                {
                    _again = false;
                    return true;
                }

                Remind(next);
                _under!.SetResult();
                _under = null;
                return false;
            }
        }
    }

    private void Remind(DateTimeOffset? next)
    {
        _timer?.Dispose();
        _timer = null;
        if (next is not { } at || _over) return;
        var wait = at - time.GetUtcNow();
        if (wait > LongestWait) wait = LongestWait;
        if (wait < ShortestWait) wait = ShortestWait;
        _timer = time.CreateTimer(_ => _ = GoAsync(), null, wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What is under way gets 3 s to finish.</summary>
    public async ValueTask DisposeAsync()
    {
        Task under;
        lock (_lock)
        {
            if (_over) return;
            _over = true;
            under = _under?.Task ?? Task.CompletedTask;
            _timer?.Dispose();
            _timer = null;
        }

        await _enough.CancelAsync();
        try
        {
            await under.WaitAsync(TimeToFinish, time);
        }
        catch (TimeoutException)
        {
            await _abandon.CancelAsync();
            await under.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        catch (Exception) when (under.IsFaulted)
        {
            // Whoever asked for it was told.
        }

        _enough.Dispose();
        _abandon.Dispose();
    }
}
