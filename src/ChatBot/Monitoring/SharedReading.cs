namespace ChatBot.Monitoring;

/// <summary>One question to the contact centre, asked once for all who ask at the same time. Remembers the last good
/// answer and since when it fails.</summary>
internal sealed class SharedReading<T>(Func<CancellationToken, Task<T>> ask, SharedReadingTimes times, Func<MonitoringFailure, bool>? harmless,
    MonitoringHealthBook health, TimeProvider time, CancellationToken shutdown) : ISharedReading
{
    private readonly Lock _gate = new();
    private Task<Reading<T>>? _asking;
    private Reading<T>? _good;
    private MonitoringFailure? _failure;
    private DateTimeOffset _failedAt;
    private long _usedAt;

    public DateTimeOffset UsedAt => new(Interlocked.Read(ref _usedAt), TimeSpan.Zero);

    public Task Asking { get { lock (_gate) return _asking ?? Task.CompletedTask; } }

    /// <summary>The last good answer whatever its age; null when there was none.</summary>
    public Reading<T>? LastGood { get { lock (_gate) return _good; } }

    /// <summary>An answer at most <see cref="SharedReadingTimes.MaxAge"/> old, or the last good one with the failure.</summary>
    /// <param name="stop">Ends only this asker's waiting, never the shared call.</param>
    /// <exception cref="MonitoringException">It fails and there never was a good answer.</exception>
    public Task<Reading<T>> GetAsync(CancellationToken stop)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Interlocked.Exchange(ref _usedAt, now.UtcTicks);
            if (IsFresh(now)) return Task.FromResult(_good!);
            if (_asking is null && _failure is not null && now - _failedAt < times.FailureLasts && now >= _failedAt) return Failed();
            _asking ??= Task.Run(AskAsync, CancellationToken.None);
            return _asking.WaitAsync(stop);
        }
    }

    private bool IsFresh(DateTimeOffset now) => _failure is null && _good is not null && now - _good.ReadAt < times.MaxAge && now >= _good.ReadAt;

    private Task<Reading<T>> Failed() => _good is null
        ? Task.FromException<Reading<T>>(new MonitoringException(_failure!))
        : Task.FromResult(_good with { Failure = _failure });

    private async Task<Reading<T>> AskAsync()
    {
        using var deadline = new CancellationTokenSource(times.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, shutdown);
        Task<Reading<T>> answer;
        try
        {
            var value = await ask(either.Token);
            lock (_gate)
            {
                _good = new Reading<T>(value, time.GetUtcNow());
                (_failure, _asking) = (null, null);
                answer = Task.FromResult(_good);
            }

            health.Good();
        }
        catch (EditionException)
        {
            lock (_gate) _asking = null;
            throw;
        }
        catch (Exception e)
        {
            var fault = UpstreamFault.Of(e);
            bool known;
            lock (_gate)
            {
                _failedAt = time.GetUtcNow();
                _failure = fault.Since(_failure?.Since ?? _failedAt);
                _asking = null;
                known = _good is not null;
                answer = Failed();
            }

            // What was told before is there: refused now, it is not unknown.
            if (!known && harmless?.Invoke(_failure) == true) health.Refused();
            else health.Bad(_failure, e);
        }

        return await answer;
    }
}

/// <param name="MaxAge">How long a good answer is given to others.</param>
/// <param name="FailureLasts">How long a failure is given to others before it is tried again.</param>
/// <param name="Deadline">For the whole answer, all its calls and retries.</param>
internal sealed record SharedReadingTimes(TimeSpan MaxAge, TimeSpan FailureLasts, TimeSpan Deadline);

internal interface ISharedReading
{
    DateTimeOffset UsedAt { get; }

    /// <summary>The call under way, or nothing.</summary>
    Task Asking { get; }
}
