using System.Collections.Concurrent;

namespace ChatBot.Alerts;

/// <summary>How watching goes, since the process started.</summary>
public sealed class WatchHealth(TimeProvider time)
{
    private readonly ConcurrentDictionary<int, WatchedVdn> _vdns = new();
    private long _good;
    private long _bad;
    private long _late;

    /// <summary>Polls in which every scope gave a live figure.</summary>
    public long Good => Interlocked.Read(ref _good);

    /// <summary>Polls that could not see at least one scope.</summary>
    public long Bad => Interlocked.Read(ref _bad);

    /// <summary>Polls skipped as the one before was still under way.</summary>
    public long Late => Interlocked.Read(ref _late);

    /// <summary>By VDN; those no longer watched are left out.</summary>
    public IReadOnlyDictionary<int, WatchedVdn> Vdns => _vdns;

    /// <summary>Posts not sent yet a minute ago at most, and since when the oldest waits.</summary>
    public (int Waiting, DateTimeOffset? Oldest) Backlog { get; internal set; }

    /// <summary>When the watchers were last woken; null before the first time.</summary>
    public DateTimeOffset? Woken { get; private set; }

    /// <summary>What went wrong last that is not the contact centre's.</summary>
    public WatchTrouble? LastTrouble { get; private set; }

    internal void Polled(int vdn, bool isFailed, DateTimeOffset? oldestLive)
    {
        Interlocked.Increment(ref isFailed ? ref _bad : ref _good);
        _vdns[vdn] = new(time.GetUtcNow(), oldestLive);
    }

    public override string ToString() =>
        $"{Good} good polls, {Bad} failed, {Late} late, the last of each VDN at {string.Join(", ", _vdns.Select(v => $"{v.Value.LastPoll:HH:mm:ss} ({v.Key})"))}; {LastTrouble}";

    internal void Wakes() => Woken = time.GetUtcNow();

    internal void Skipped() => Interlocked.Increment(ref _late);

    internal void Rests(int vdn) => _vdns.TryRemove(vdn, out _);

    internal void Failed(Trouble what) => LastTrouble = new(time.GetUtcNow(), what);
}

/// <param name="OldestLive">The age of its figures: when the rule that is behind most had its last live one.</param>
public sealed record WatchedVdn(DateTimeOffset LastPoll, DateTimeOffset? OldestLive);

/// <param name="Status">Of a send: what Teams answered; null where it answered nothing.</param>
public sealed record WatchTrouble(DateTimeOffset At, Trouble What, int? Status = null);

/// <summary>What can go wrong that is not the contact centre's. The log has the rest: none of it is for a chat.</summary>
public enum Trouble
{
    Database,
    Deciding,
    Watching,
    Sending,
}
