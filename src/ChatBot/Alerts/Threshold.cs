namespace ChatBot.Alerts;

/// <summary>Where a value is, seen from a rule.</summary>
public enum Side
{
    Beyond,

    /// <summary>Neither beyond the limit nor calm.</summary>
    Between,

    Calm,

    /// <summary>Only a part was read, and the rest decides.</summary>
    Unknown,
}

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

    /// <summary>What a figure proves. A higher true value than an "at least" tells is beyond all the more where high values are
    /// bad, and calm all the more where low ones are; nothing else follows from it.</summary>
    public static Side SideOf(this Rule rule, int value, bool atLeast)
    {
        var side = rule.IsBeyond(value) ? Side.Beyond : rule.IsCalm(value) ? Side.Calm : Side.Between;
        var proven = !atLeast || (side == Side.Beyond) == rule.Comparison.IsUpward();
        return proven ? side : Side.Unknown;
    }

    public static int Furthest(this Rule rule, int one, int other) =>
        rule.Comparison.IsUpward() ? Math.Max(one, other) : Math.Min(one, other);

    /// <summary>So far beyond what was told that it is worth telling again; for counts at least two more (or fewer). From nobody
    /// at all there is no further.</summary>
    public static bool IsWorse(this Rule rule, int value, int told, int percent)
    {
        if (told == 0) return false;
        var least = rule.Metric.IsTime() ? 1 : 2;
        return rule.Comparison.IsUpward()
            ? value * 100L >= told * (100L + percent) && value >= told + (long)least
            : value * 100L <= told * (100L - percent) && value <= told - (long)least;
    }

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
