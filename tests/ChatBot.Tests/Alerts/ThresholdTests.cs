using ChatBot.Alerts;

namespace ChatBot.Tests.Alerts;

public class ThresholdTests
{
    [Theory]
    // Metric, comparison, limit, then the usual calm level.
    [InlineData(Metric.Waiting, Comparison.Above, 5, 4)]
    [InlineData(Metric.Waiting, Comparison.AtLeast, 5, 3)]
    [InlineData(Metric.Waiting, Comparison.Above, 1, 0)]
    [InlineData(Metric.Waiting, Comparison.Above, 0, 0)]
    [InlineData(Metric.Waiting, Comparison.AtLeast, 1, 0)]
    [InlineData(Metric.CallsWaiting, Comparison.Above, 10, 9)]
    [InlineData(Metric.Idle, Comparison.Below, 2, 3)]
    [InlineData(Metric.Idle, Comparison.AtMost, 2, 4)]
    [InlineData(Metric.Idle, Comparison.Below, 1, 1)]
    [InlineData(Metric.Idle, Comparison.AtMost, 0, 1)]
    [InlineData(Metric.BusyTime, Comparison.Above, 600, 480)]
    [InlineData(Metric.BusyTime, Comparison.AtLeast, 600, 480)]
    [InlineData(Metric.CallWait, Comparison.Below, 60, 75)]
    [InlineData(Metric.CallWait, Comparison.AtMost, 10, 13)]
    public void The_usual_calm_level_is_a_little_further(Metric metric, Comparison comparison, int limit, int calm)
    {
        Assert.Equal(calm, Threshold.UsualCalm(metric, comparison, limit));
        Assert.Equal(Side.Calm, Of(metric, comparison, limit).SideOf(calm, atLeast: false));
    }

    [Theory]
    // Sides of 3, 4, 5, 6 and 7 (B beyond, - between, C calm), read in full; then the same when only a part was read.
    [InlineData(Comparison.Above, 5, "CC-BB", "???BB")]
    [InlineData(Comparison.AtLeast, 5, "C-BBB", "??BBB")]
    [InlineData(Comparison.Below, 5, "BB-CC", "??-CC")]
    [InlineData(Comparison.AtMost, 5, "BBB-C", "???-C")]
    public void A_figure_proves_where_it_is_and_a_part_of_one_less(Comparison comparison, int limit, string whole, string part)
    {
        var rule = Of(Metric.Waiting, comparison, limit);
        string Sides(bool atLeast) => string.Concat(Enumerable.Range(3, 5).Select(v => rule.SideOf(v, atLeast) switch
        {
            Side.Beyond => 'B',
            Side.Between => '-',
            Side.Calm => 'C',
            _ => '?',
        }));

        Assert.Equal(whole, Sides(atLeast: false));
        Assert.Equal(part, Sides(atLeast: true));
    }

    [Theory]
    [InlineData(Metric.Waiting, Comparison.Above, 6, 50, 9)]
    [InlineData(Metric.Waiting, Comparison.Above, 7, 50, 11)]
    [InlineData(Metric.Waiting, Comparison.Above, 1, 50, 3)]
    [InlineData(Metric.Waiting, Comparison.Above, 1_500_000_000, 10, 1_650_000_000)]
    [InlineData(Metric.WaitTime, Comparison.Above, 1, 50, 2)]
    [InlineData(Metric.WaitTime, Comparison.AtLeast, 600, 10, 660)]
    [InlineData(Metric.Idle, Comparison.Below, 6, 50, 3)]
    [InlineData(Metric.Idle, Comparison.Below, 2, 10, 0)]
    [InlineData(Metric.Idle, Comparison.AtMost, 9, 100, 0)]
    [InlineData(Metric.Idle, Comparison.AtMost, 1, 50, null)]
    [InlineData(Metric.Idle, Comparison.AtMost, 9, 150, null)]
    [InlineData(Metric.Waiting, Comparison.AtLeast, 0, 50, null)]
    [InlineData(Metric.Idle, Comparison.AtMost, 0, 50, null)]
    public void Worse_begins_at(Metric metric, Comparison comparison, int told, int percent, int? worse)
    {
        var rule = Of(metric, comparison, limit: 5);
        var next = comparison.IsUpward() ? 1 : -1;

        if (worse is { } first) Assert.True(rule.IsWorse(first, told, percent));
        Assert.False(rule.IsWorse(worse - next ?? (comparison.IsUpward() ? int.MaxValue : 0), told, percent));
    }

    private static Rule Of(Metric metric, Comparison comparison, int limit) => new()
    {
        Conversation = "19:team",
        Metric = metric,
        Vdn = 1,
        Comparison = comparison,
        Limit = limit,
        Calm = Threshold.UsualCalm(metric, comparison, limit),
    };
}
