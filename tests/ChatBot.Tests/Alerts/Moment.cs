using ChatBot.Simulator;

namespace ChatBot.Tests.Alerts;

/// <summary>When a process is killed: where two steps of telling lie close together, rather than anywhere.</summary>
internal sealed class Moment
{
    /// <summary>A moment that does not come in this life is over then.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromSeconds(9);

    public static readonly Moment Never = new(Kind.Never, 0, TimeSpan.Zero, null, "");

    private readonly TaskCompletionSource _here = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Kind _kind;
    private readonly TimeSpan _after;
    private readonly SimulatedCentre? _centre;
    private readonly string _folder;
    private readonly string _name;
    private int _left;

    private Moment(Kind kind, int count, TimeSpan after, SimulatedCentre? centre, string folder)
    {
        (_kind, _left, _after, _centre, _folder) = (kind, count, after, centre, folder);
        _name = $"{kind} {count} + {after.TotalMilliseconds} ms";
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

    public static Moment Any(Random random, string folder, SimulatedCentre centre)
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
    /// <param name="dead">It died otherwise.</param>
    public async Task WatchAsync(Action kill, Task dead)
    {
        using var over = new CancellationTokenSource(Latest);
        using var written = new FileSystemWatcher(_folder, "*-wal") { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.Size };
        written.Changed += (_, _) => Count(Kind.Written);
        written.EnableRaisingEvents = _kind == Kind.Written;
        var asked = _kind == Kind.Asked ? _centre!.CallsReachAsync(_centre.CallCount + _left, over.Token) : _here.Task;
        var here = _kind == Kind.Started ? Task.CompletedTask : Task.WhenAny(asked, _here.Task);
        await Task.WhenAny(here, dead, Task.Delay(Timeout.InfiniteTimeSpan, over.Token));
        if (_after > TimeSpan.Zero) await Task.WhenAny(dead, Task.Delay(_after));
        if (!dead.IsCompleted) kill();
    }

    public override string ToString() => _name;

    private void Count(Kind kind)
    {
        if (_kind == kind && Interlocked.Decrement(ref _left) == 0) _here.TrySetResult();
    }
}
