namespace ChatBot.Simulator;

/// <summary>All VDNs of the centre, as they are or, while data is frozen, as they were.</summary>
public sealed class Floor
{
    private readonly Dictionary<int, SimulatedVdn> _vdns = [];
    private readonly TimeProvider _time;
    private volatile Frozen? _frozen;

    internal Floor(CentreSettings settings, TimeProvider time)
    {
        _time = time;
        for (var id = 1; id <= settings.Vdns; id++)
        {
            var vdn = _vdns[id] = new(id, time.GetUtcNow);
            Crowd.Fill(vdn, settings);
        }
    }

    public IReadOnlyCollection<SimulatedVdn> Vdns => _vdns.Values;

    /// <exception cref="KeyNotFoundException">The centre has no such VDN.</exception>
    public SimulatedVdn Vdn(int id) =>
        Find(id) ?? throw new KeyNotFoundException($"The centre has VDNs 1 to {_vdns.Count}, not {id}.");

    internal SimulatedVdn? Find(int id)
    {
        if (!_vdns.TryGetValue(id, out var vdn)) return null;
        if (vdn.Life is { } life)
        {
            lock (vdn.Gate) life.AdvanceTo(_time.GetUtcNow());
        }

        return vdn;
    }

    /// <summary>What a call is answered from, and the moment it shows.</summary>
    internal (SimulatedVdn? Vdn, DateTimeOffset At) Seen(int id) => _frozen is { } frozen
        ? (frozen.Vdns.GetValueOrDefault(id), frozen.At)
        : (Find(id), _time.GetUtcNow());

    internal void Freeze()
    {
        var at = _time.GetUtcNow();
        _frozen = new(at, _vdns.Keys.ToDictionary(id => id, id => Vdn(id).Copy(at)));
    }

    internal void Thaw() => _frozen = null;

    private sealed record Frozen(DateTimeOffset At, Dictionary<int, SimulatedVdn> Vdns);
}
