namespace ChatBot.Alerts;

/// <summary>Where a rule's values are beyond its limit, and where they are calm. Pure.</summary>
public static class Threshold
{
    /// <summary>High values are bad.</summary>
    public static bool IsUpward(this Comparison comparison) => comparison is Comparison.Above or Comparison.AtLeast;

    public static bool IsBeyond(this Rule rule, int value) => rule.Comparison switch
    {
        Comparison.Above => value > rule.Limit,
        Comparison.AtLeast => value >= rule.Limit,
        Comparison.Below => value < rule.Limit,
        _ => value <= rule.Limit,
    };

    public static bool IsCalm(this Rule rule, int value) =>
        !rule.IsBeyond(value) && (rule.Comparison.IsUpward() ? value <= rule.Calm : value >= rule.Calm);

    /// <summary>The usual calm level: for counts one less than the limit ("above 5" is calm at 4), for times 80 % of it, mirrored
    /// where low values are bad. Where the limit is about nobody at all, the other side is calm at once.</summary>
    public static int UsualCalm(Metric metric, Comparison comparison, int limit)
    {
        // 1 The last value that is not beyond the limit.
        var edge = comparison switch
        {
            Comparison.AtLeast => limit - 1,
            Comparison.AtMost => limit + 1,
            _ => limit,
        };

        // 2 A little further than that.
        if (metric.IsTime()) return comparison.IsUpward() ? (int)(limit * 0.8) : (int)Math.Ceiling(limit * 1.25);
        if (comparison.IsUpward()) return Math.Max(0, edge - 1);
        return edge <= 1 ? edge : edge + 1;
    }
}
