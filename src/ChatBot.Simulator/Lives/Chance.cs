namespace ChatBot.Simulator;

/// <summary>Dice that fall the same for the same seed and VDN on every machine.</summary>
internal sealed class Chance(int seed, int vdn)
{
#pragma warning disable CA5394 // Lives, not secrets: the seeded sequence is the point.
    private readonly Random _random = new(unchecked(seed * 1_000_003 + vdn));

    public bool Is(double probability) => _random.NextDouble() < probability;

    public int Below(int end) => _random.Next(end);

    public TimeSpan Seconds(int least, int most) => TimeSpan.FromSeconds(_random.Next(least, most + 1));

    public TimeSpan Minutes(int least, int most) => Seconds(least * 60, most * 60);

    /// <summary>A whole number whose mean is <paramref name="expected"/>.</summary>
    public int About(double expected) => (int)(expected + _random.NextDouble());
#pragma warning restore CA5394
}
