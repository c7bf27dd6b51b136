using ChatBot.Simulator;

namespace ChatBot.Tests.Alerts;

/// <summary>When a process is killed: where two steps of telling lie close together, rather than anywhere.</summary>
internal sealed class Death
{
    /// <summary>So long after it is ready a process dies anyway: its moment does not come in every life.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(6);

    public static readonly Death Never = new(Kind.Never, 0, TimeSpan.Zero, null, "");

    private readonly TaskCompletionSource _here = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Kind _kind;
    private readonly TimeSpan _after;
    private readonly SimulatedCentre? _centre;
    private readonly string _folder;
    private readonly string _name;
    private int _left;

    private Death(Kind kind, int count, TimeSpan after, SimulatedCentre? centre, string folder)
    {
        (_kind, _left, _after, _centre, _folder) = (kind, count, after, centre, folder);
        _name = kind == Kind.Started ? $"{kind} + {after.TotalMilliseconds} ms" : $"{kind} {count} + {after.TotalMilliseconds} ms";
    }

    private enum Kind
    {
        /// <summary>So long after its start.</summary>
        Started,

        /// <summary>The contact centre is asked.</summary>
        Asked,

        /// <summary>The database's log is written.</summary>
        Written,

        /// <summary>A post or an edit reached the connector, which does not answer.</summary>
        Arrived,

        /// <summary>The connector has answered.</summary>
        Answered,

        Never,
    }

    public static Death Any(Random random, string folder, SimulatedCentre centre)
    {
        lock (random)
        {
            var kind = (Kind)random.Next((int)Kind.Never);
            int[] little = [0, 0, 0, 1, 2, 5, 10, 30];
            return new(kind, 1 + random.Next(kind switch { Kind.Written => 12, Kind.Asked => 8, _ => 4 }),
                TimeSpan.FromMilliseconds(kind == Kind.Started ? random.Next(300, 4000) : little[random.Next(little.Length)]), centre, folder);
        }
    }

    /// <summary>True when the process is to die before this call is answered.</summary>
    public bool Arrived() => _kind == Kind.Arrived && Interlocked.Decrement(ref _left) == 0;

    public void Answered() => Count(Kind.Answered);

    /// <summary>Kills it at the moment, or a while later where the moment does not come.</summary>
    public async Task WatchAsync(Life life)
    {
        // 1 Wait for the moment.
        using var over = new CancellationTokenSource();
        using var written = new FileSystemWatcher(_folder, "*-wal") { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.Size };
        written.Changed += (_, _) => Count(Kind.Written);
        written.EnableRaisingEvents = _kind == Kind.Written;
        if (_kind != Kind.Started)
        {
            var asked = _kind == Kind.Asked ? _centre!.CallsReachAsync(_centre.CallCount + _left, over.Token) : _here.Task;
            await Task.WhenAny(asked, _here.Task, life.Dead, OverAsync(life, over.Token));
            await over.CancelAsync();
        }

        // 2 Or a little after it.
        if (_after > TimeSpan.Zero) await Task.WhenAny(life.Dead, Task.Delay(_after));
        if (!life.Dead.IsCompleted) life.Kill();
    }

    private static async Task OverAsync(Life life, CancellationToken stop)
    {
        await life.Ready;
        await Task.Delay(Latest, stop);
    }

    public override string ToString() => _name;

    private void Count(Kind kind)
    {
        if (_kind == kind && Interlocked.Decrement(ref _left) == 0) _here.TrySetResult();
    }
}
