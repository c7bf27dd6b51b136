using System.Collections.Concurrent;
using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>What one poll reads: each question about a scope once, all side by side, however many rules ask it.</summary>
internal sealed class Glance(FloorReader floor, CancellationToken stop)
{
    private readonly ConcurrentDictionary<Scope, Task<Reading<RestPicture>>> _rests = new();
    private readonly ConcurrentDictionary<Scope, Task<Reading<AgentList>>> _agents = new();
    private readonly ConcurrentDictionary<Scope, Task<Reading<HeadCounts>>> _counts = new();
    private readonly ConcurrentDictionary<Scope, Task<Reading<QueueBoard>>> _queues = new();

    /// <param name="beyond">Work numbers of those an open incident is about.</param>
    public Task<Observation> OfAsync(Rule rule, IReadOnlyList<int> beyond) => rule.Metric switch
    {
        Metric.CallsWaiting or Metric.CallWait => OfQueuesAsync(rule),
        Metric.Idle or Metric.Busy or Metric.BusyTime or Metric.TalkTime or Metric.WrapupTime => OfAgentsAsync(rule),
        _ => OfRestAsync(rule, beyond),
    };

    private async Task<Observation> OfQueuesAsync(Rule rule) =>
        Measure.Of(rule.Metric, await _queues.GetOrAdd(rule.Scope, s => floor.QueuesAsync(s, stop)));

    private async Task<Observation> OfAgentsAsync(Rule rule)
    {
        try
        {
            return Measure.Of(rule.Metric, await AgentsAsync(rule.Scope));
        }
        catch (EditionException) when (rule.Metric is Metric.Idle or Metric.Busy)
        {
            return Measure.Of(rule.Metric, await _counts.GetOrAdd(rule.Scope, s => floor.CountsAsync(s, stop)));
        }
    }

    private async Task<Observation> OfRestAsync(Rule rule, IReadOnlyList<int> beyond)
    {
        var picture = await _rests.GetOrAdd(rule.Scope, s => floor.RestAsync(s, stop));
        // Whether those who are no longer in the picture recovered or signed out, only the list tells.
        var vanished = beyond.Count > 0 && !beyond.Any(who => picture.Value.People.Any(p => p.WorkNo == who));
        return Measure.Of(rule.Metric, picture, vanished ? await ListIfToldAsync(rule.Scope) : null);
    }

    private async Task<Reading<AgentList>?> ListIfToldAsync(Scope scope)
    {
        try
        {
            return await AgentsAsync(scope);
        }
        catch (Exception e) when (e is MonitoringException or EditionException)
        {
            return null;
        }
    }

    private Task<Reading<AgentList>> AgentsAsync(Scope scope) => _agents.GetOrAdd(scope, s => floor.AgentsAsync(s, stop));
}
