using ChatBot.Alerts;
using ChatBot.Commands.Access;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>What a rule would see now.</summary>
internal sealed record FigureNow(Observation Seen, IReadOnlyList<FloorNote> Notes)
{
    /// <summary>A contact centre that fails is an observation without a figure.</summary>
    /// <exception cref="EditionException">The edition can never tell it.</exception>
    public static async Task<FigureNow> ReadAsync(VisibleFloor floor, Rule rule, CancellationToken stop)
    {
        try
        {
            switch (rule.Metric)
            {
                case Metric.CallsWaiting or Metric.CallWait:
                    var queues = await floor.QueuesAsync(rule.Scope, stop);
                    return new(Measure.Of(rule.Metric, queues), queues.Value.Notes);
                case Metric.Idle or Metric.Busy or Metric.BusyTime or Metric.TalkTime or Metric.WrapupTime:
                    return await AgentsAsync(floor, rule, stop);
                default:
                    var rest = await floor.RestAsync(rule.Scope, stop);
                    return new(Measure.Of(rule.Metric, rest), rest.Value.Notes);
            }
        }
        catch (MonitoringException e)
        {
            return new(Measure.Missing(e.Failure), []);
        }
    }

    private static async Task<FigureNow> AgentsAsync(VisibleFloor floor, Rule rule, CancellationToken stop)
    {
        try
        {
            var agents = await floor.AgentsAsync(rule.Scope, stop);
            return new(Measure.Of(rule.Metric, agents), agents.Value.Notes);
        }
        catch (EditionException) when (rule.Metric is Metric.Idle or Metric.Busy)
        {
            // Where nobody is listed they may still be counted.
            var counts = await floor.CountsAsync(rule.Scope, stop);
            return new(Measure.Of(rule.Metric, counts), counts.Value.Notes);
        }
    }
}
