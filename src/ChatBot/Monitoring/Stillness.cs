namespace ChatBot.Monitoring;

/// <summary>Whether the contact centre's figures still move. A gateway's cache or a halted platform gives the same answer
/// for ever, fresh by its date and old by its content.</summary>
/// <param name="SameSince">When the same figures were first read; null when they moved since the last reading.</param>
/// <param name="Proven">They should have moved and did not.</param>
internal readonly record struct Stillness(DateTimeOffset? SameSince, bool Proven)
{
    // The platform may gather its own figures only every few seconds.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    // So many that by chance stand exactly where they stood before are none.
    private const int Many = 3;

    /// <param name="times">How long each person is in their state, by this reading.</param>
    /// <param name="before">The same by the reading before, with what was known of it.</param>
    public static Stillness Of(IReadOnlyDictionary<int, TimeSpan> times, IReadOnlyDictionary<int, TimeSpan> before, Stillness was,
        DateTimeOffset readBefore, DateTimeOffset now)
    {
        var both = times.Where(t => before.ContainsKey(t.Key)).ToList();
        if (both.Count == 0 || both.Any(t => before[t.Key] != t.Value)) return default;
        var since = was.SameSince ?? readBefore;
        // Who is in a state for longer than the time passed was in it before, and for less long.
        return new Stillness(since, was.Proven || (now - since >= Soon && (both.Count >= Many || both.Any(t => t.Value >= now - since))));
    }

    public static IReadOnlyDictionary<int, TimeSpan> Times(AgentsRead read) => read.People
        .Where(a => a.InState > TimeSpan.Zero).ToDictionary(a => a.WorkNo, a => a.InState!.Value);

    public static IReadOnlyDictionary<int, TimeSpan> Times(RestRead read) => read.Lines
        .Where(l => l.Rested > TimeSpan.Zero).ToDictionary(l => l.WorkNo, l => l.Rested!.Value);

    public IEnumerable<FloorNote> Notes()
    {
        if (Proven) yield return new FloorNote.StandsStill(SameSince!.Value);
    }
}
