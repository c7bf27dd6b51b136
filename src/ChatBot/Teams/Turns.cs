using Microsoft.Extensions.Options;

namespace ChatBot.Teams;

/// <summary>What became of a turn that was to be queued.</summary>
internal enum Queued
{
    Yes,

    /// <summary>Not queued; the first one since the lane was full, so somebody should say so.</summary>
    FirstTooMany,

    TooMany,

    /// <summary>The whole bot is full, or stops.</summary>
    NoRoom,
}

/// <summary>Work that goes on after the request was acknowledged: the turns of a conversation one after the other,
/// conversations side by side, both bounded.</summary>
internal sealed partial class Turns(IOptions<TeamsSettings> settings, TimeProvider time, ILogger<Turns> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan TimeToLetGo = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = [];
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource? _empty;
    private int _pending;

    private sealed class Lane
    {
        public Queue<Func<CancellationToken, Task>> Waiting { get; } = new();
        public bool SaidTooMany { get; set; }
    }

    /// <param name="turn">Its token is cancelled when the bot stops and the time to finish is over.</param>
    /// <param name="tooMany">Queued behind all others, once, when the conversation has no room left.</param>
    public Queued Enqueue(string conversation, Func<CancellationToken, Task> turn, Func<CancellationToken, Task>? tooMany = null)
    {
        turn = TurnTrace.Around(turn);
        lock (_lock)
        {
            if (_empty is not null || _pending >= settings.Value.MaxPending) return Queued.NoRoom;
            if (!_lanes.TryGetValue(conversation, out var lane))
            {
                _lanes[conversation] = lane = new Lane();
                lane.Waiting.Enqueue(turn);
                _pending++;
                _ = Task.Run(() => RunAsync(conversation, lane));
                return Queued.Yes;
            }

            if (lane.Waiting.Count < settings.Value.MaxPendingPerConversation)
            {
                lane.Waiting.Enqueue(turn);
                _pending++;
                return Queued.Yes;
            }

            if (lane.SaidTooMany || tooMany is null) return Queued.TooMany;
            lane.SaidTooMany = true;
            lane.Waiting.Enqueue(tooMany);
            _pending++;
            return Queued.FirstTooMany;
        }
    }

    private async Task RunAsync(string conversation, Lane lane)
    {
        while (Next() is { } turn)
        {
            try
            {
                await turn(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // Abandoned, and told so.
            }
            catch (Exception e)
            {
                // Nobody waits for this task: what is not told here is never told.
                TurnFailed(log, e);
            }

            Done();
        }

        Func<CancellationToken, Task>? Next()
        {
            lock (_lock)
            {
                if (!_stop.IsCancellationRequested && lane.Waiting.TryDequeue(out var turn)) return turn;
                _pending -= lane.Waiting.Count;
                _lanes.Remove(conversation);
                if (_lanes.Count == 0) _empty?.TrySetResult();
                return null;
            }
        }

        void Done()
        {
            lock (_lock) _pending--;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task empty;
        lock (_lock)
        {
            _empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_lanes.Count == 0) _empty.SetResult();
            empty = _empty.Task;
        }

        if (await EndsAsync(empty, TimeToFinish)) return;
        Abandoned(log, _pending);
        await _stop.CancelAsync();
        // What they hold (a call to the connector) is let go before the services they use are gone.
        await EndsAsync(empty, TimeToLetGo);

        async Task<bool> EndsAsync(Task task, TimeSpan limit)
        {
            try
            {
                await task.WaitAsync(limit, time, cancellationToken);
                return true;
            }
            catch (Exception e) when (e is TimeoutException or OperationCanceledException)
            {
                return false;
            }
        }
    }

    public void Dispose() => _stop.Dispose();

    [LoggerMessage(5013, LogLevel.Error, "A turn failed")]
    private static partial void TurnFailed(ILogger log, Exception e);

    [LoggerMessage(5014, LogLevel.Warning, "The bot stops: {Count} turns are abandoned")]
    private static partial void Abandoned(ILogger log, int count);
}
