namespace ChatBot.Alerts;

/// <summary>A metric's value with those behind it, the worst first.</summary>
/// <param name="AtLeast">The true value may be higher.</param>
internal sealed record Figure(int Value, bool AtLeast, IReadOnlyList<Worst> Behind)
{
    /// <summary>Counted, but in no row: nothing else is known of them.</summary>
    public bool Unlisted { get; init; }

    public static int? Seconds(TimeSpan? time) => (int?)time?.TotalSeconds;

    public static Figure Count(int value, IEnumerable<Worst> who, bool atLeast = false) => new(value, atLeast, [.. Sorted(who)]);

    /// <param name="who">Surely in the state.</param>
    /// <param name="perhaps">They may be in it too.</param>
    /// <param name="heads">How many of both there should be; null for as many as there are rows.</param>
    public static Figure Longest(IReadOnlyList<Worst> who, IReadOnlyList<Worst>? perhaps = null, int? heads = null)
    {
        var longest = who.Max(w => w.Seconds) ?? 0;
        return new(longest, who.Any(w => w.Seconds is null) || perhaps?.Any(w => w.Seconds is null || w.Seconds > longest) == true,
            [.. Sorted(who)])
        {
            Unlisted = heads > who.Count + (perhaps?.Count ?? 0),
        };
    }

    public static Figure Calls(IReadOnlyList<Worst> queues) => new(queues.Sum(q => q.Count ?? 0), queues.Any(q => q.Count is null),
        [.. queues.Where(q => q.Count > 0).OrderByDescending(q => q.Count).ThenByDescending(q => q.Seconds).ThenBy(q => q.Number)]);

    // An unknown time is not the longest.
    private static IEnumerable<Worst> Sorted(IEnumerable<Worst> who) => who.OrderByDescending(w => w.Seconds ?? -1).ThenBy(w => w.Number);
}
