namespace ChatBot.Alerts;

/// <summary>A live reading on its way through the <see cref="Judge"/>, with what was known before it.</summary>
internal sealed record JudgedReading(
    Rule Rule, Observation Seen, int Value, Side Side, Known Before, JudgeTimes Times, Circumstances Circumstances)
{
    /// <summary>One reading more in a phase, or the first. The same reading seen twice is one.</summary>
    public Known GoOn(Known now, Phase phase)
    {
        if (Before.Phase != phase) return now.In(phase) with { Readings = 1 };
        var step = Seen.ReadAt - (Before.SeenAt ?? Seen.ReadAt);
        return now with
        {
            Readings = Before.Readings + (Again ? 0 : 1),
            Held = Before.Held + TimeSpan.FromTicks(Math.Clamp(step.Ticks, 0, Times.LongestStep.Ticks)),
        };
    }

    /// <summary>Work numbers of those beyond the limit now; nobody where not all are told.</summary>
    public IReadOnlyList<int> Beyond()
    {
        if (Rule.Metric.IsCalls() || !Rule.Comparison.IsUpward()) return [];
        if (!Rule.Metric.IsTime()) return Seen.Worst.Count < Value ? [] : [.. Seen.Worst.Select(w => w.Number)];
        return [.. Seen.Worst.Where(w => w.Seconds is { } time && Rule.IsBeyond(time)).Select(w => w.Number)];
    }

    /// <summary>For how many readings in a row none of those who were beyond is signed in.</summary>
    public int GoneReadings()
    {
        if (Before.Beyond.Count == 0 || Seen.SignedIn is not { } here) return Before.GoneReadings;
        return Before.Beyond.Any(here.Contains) ? 0 : Before.GoneReadings + (Again ? 0 : 1);
    }

    private bool Again => Before.SeenAt == Seen.ReadAt;
}
