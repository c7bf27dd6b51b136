namespace ChatBot.Simulator;

/// <summary>Failures on command.</summary>
public sealed class Trouble
{
    private readonly Lock _gate = new();
    private readonly List<Order> _orders = [];
    private readonly Floor _floor;
    private long _skew;

    internal Trouble(Floor floor) => _floor = floor;

    /// <summary>How far the centre's clock is ahead of the true time; shown in its time stamps and used for its signature window.</summary>
    public TimeSpan ClockSkew
    {
        get => new(Interlocked.Read(ref _skew));
        set => Interlocked.Exchange(ref _skew, value.Ticks);
    }

    /// <summary>The next calls fail so; after that all is well again.</summary>
    /// <param name="path">The end of the path, such as <c>agentgroup/agentrestinfo</c>; null is every path.</param>
    public void Next(Failure failure, int calls = 1, string? path = null)
    {
        lock (_gate) _orders.Add(new(failure, path) { Left = calls });
    }

    /// <summary>All calls fail so until <see cref="Clear"/>.</summary>
    /// <inheritdoc cref="Next"/>
    public void Always(Failure failure, string? path = null)
    {
        lock (_gate) _orders.Add(new(failure, path) { Left = long.MaxValue });
    }

    /// <summary>Every failure ends, data thaws, the clock is right.</summary>
    public void Clear()
    {
        lock (_gate) _orders.Clear();
        ClockSkew = default;
        Thaw();
    }

    /// <summary>From now on the answers show this moment, whatever happens.</summary>
    public void Freeze() => _floor.Freeze();

    public void Thaw() => _floor.Thaw();

    // The oldest order that fits comes first.
    internal Failure? For(string path)
    {
        lock (_gate)
        {
            var order = _orders.Find(one => one.Path is null || path.EndsWith("/" + one.Path.TrimStart('/'), StringComparison.Ordinal));
            if (order is null) return null;
            if (order.Left != long.MaxValue && --order.Left == 0) _orders.Remove(order);
            return order.Failure;
        }
    }

    private sealed record Order(Failure Failure, string? Path)
    {
        public long Left { get; set; }
    }
}
