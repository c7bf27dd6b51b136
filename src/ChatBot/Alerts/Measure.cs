using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>What a reading says about a metric. Pure. What is not told never becomes a figure: a failed or unmoving reading has
/// none, an incomplete one has one that is <see cref="Observation.AtLeast"/>.</summary>
public static class Measure
{
    /// <summary>Nothing could be read at all.</summary>
    /// <param name="lastRead">Of the last good reading, if there ever was one.</param>
    public static Observation Missing(MonitoringFailure failure, DateTimeOffset? lastRead = null) =>
        new() { Failure = failure, ReadAt = lastRead ?? failure.Since };

    /// <summary>For waiting, resting, approved, wait-time and rest-overrun.</summary>
    /// <param name="agents">The scope's list, where it was read too: only that tells who is signed in.</param>
    public static Observation Of(Metric metric, Reading<RestPicture> reading, Reading<AgentList>? agents = null)
    {
        var picture = reading.Value;
        var open = picture.WaitingOrApproved > picture.SurelyWaiting + picture.SurelyApproved;
        var figure = metric switch
        {
            Metric.Waiting => Figure.Count(picture.Waiting + picture.SurelyWaiting, In(RestPhase.Waiting), open),
            Metric.Approved => Figure.Count(picture.Approved + picture.SurelyApproved, In(RestPhase.Approved), open),
            Metric.Resting => Figure.Count(picture.Resting, In(RestPhase.Resting)),
            Metric.WaitTime => Figure.Longest(In(RestPhase.Waiting), In(RestPhase.WaitingOrApproved),
                picture.Waiting + picture.WaitingOrApproved),
            Metric.RestOverrun => Overrun(picture),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "not about rest"),
        };
        return Told(reading, picture.Notes, figure) with { SignedIn = agents is null ? null : SignedIn(agents) };

        List<Worst> In(RestPhase phase) => [.. picture.People.Where(p => p.Phase == phase)
            .Select(p => new Worst(p.WorkNo, p.Name, Figure.Seconds(p.For), Cause: p.Cause))];
    }

    /// <summary>For idle, busy, busy-time, talk-time and wrapup-time. Somebody in a state we do not know is in none of these.</summary>
    public static Observation Of(Metric metric, Reading<AgentList> reading)
    {
        var figure = metric switch
        {
            Metric.Idle => Count(AgentState.Idle),
            Metric.Busy => Count(AgentState.Busy),
            Metric.BusyTime => Figure.Longest(In(AgentState.Busy)),
            Metric.TalkTime => Figure.Longest(In(AgentState.Talking)),
            Metric.WrapupTime => Figure.Longest(In(AgentState.WrapUp)),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "not about agents"),
        };
        return Told(reading, reading.Value.Notes, figure) with { SignedIn = SignedIn(reading) };

        Figure Count(AgentState state) => Figure.Count(In(state).Count, In(state));

        List<Worst> In(AgentState state) => [.. reading.Value.People.Where(a => a.State == state)
            .Select(a => new Worst(a.WorkNo, a.Name, Figure.Seconds(a.InState)))];
    }

    /// <summary>For idle and busy, where there is no list to count.</summary>
    public static Observation Of(Metric metric, Reading<HeadCounts> reading)
    {
        var count = metric switch
        {
            Metric.Idle => reading.Value.Idle,
            Metric.Busy => reading.Value.Busy,
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "not a head count"),
        };
        return Told(reading, reading.Value.Notes, count is { } heads ? Figure.Count(heads, []) : null);
    }

    /// <summary>For calls-waiting (the sum of the queues) and call-wait (the longest of them; in Classic of the last five minutes).</summary>
    public static Observation Of(Metric metric, Reading<QueueBoard> reading)
    {
        List<Worst> queues = [.. reading.Value.Queues.Select(q => new Worst(q.Skill, "",
            Figure.Seconds(q.LongestWait ?? q.LongestWaitIn5Min ?? (q.Waiting == 0 ? TimeSpan.Zero : null)), q.Waiting))];
        var figure = metric switch
        {
            Metric.CallsWaiting when queues.All(q => q.Count is null) => null,
            Metric.CallsWaiting => Figure.Calls(queues),
            Metric.CallWait when queues.All(q => q.Seconds is null) => null,
            Metric.CallWait => Figure.Longest(queues),
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "not about calls"),
        };
        return Told(reading, reading.Value.Notes, figure);
    }

    /// <summary>Null where somebody signed in may be missing from the list, or the list is not of now.</summary>
    private static HashSet<int>? SignedIn(Reading<AgentList> reading) =>
        reading.Stale || reading.Value.Notes.Any(n => n.IsPart() || n is FloorNote.StandsStill) ? null
            : [.. reading.Value.People.Select(a => a.WorkNo)];

    /// <summary>Only of those who rest for longer than they asked for. Who asked for an unknown length is over by less than the
    /// time they rest.</summary>
    private static Figure Overrun(RestPicture picture)
    {
        var resting = picture.People.Where(p => p.Phase == RestPhase.Resting).ToList();
        var over = resting.Where(p => p.Overdue).Select(p => new Worst(p.WorkNo, p.Name, Figure.Seconds(-p.Left)));
        var unknown = resting.Where(p => p.Left is null).Select(p => new Worst(p.WorkNo, p.Name, Figure.Seconds(p.For)));
        return Figure.Longest([.. over], [.. unknown]) with { Unlisted = picture.Resting > resting.Count };
    }

    private static Observation Told<T>(Reading<T> reading, IReadOnlyList<FloorNote> notes, Figure? figure)
    {
        var seen = new Observation { ReadAt = reading.ReadAt };

        // 1 What is old or does not move is no figure of now.
        if (reading.Failure is { } failure) return seen with { Failure = failure };
        if (notes.OfType<FloorNote.StandsStill>().FirstOrDefault() is { } still) return seen with { StandsStillSince = still.Since };

        // 2 Nor is nothing at all: "nobody" has to be said.
        if (figure is null)
            return seen with { Failure = new(MonitoringFault.NotUnderstood, reading.ReadAt, null, "an answer without this figure") };
        if (figure.Value == 0 && notes.OfType<FloorNote.PartMissing>().FirstOrDefault() is { } missing)
            return seen with { Failure = missing.Failure };

        return seen with
        {
            Value = figure.Value,
            AtLeast = figure.AtLeast || figure.Unlisted || notes.Any(n => n.IsPart()),
            Worst = [.. figure.Behind.Take(Observation.MostWorst)],
        };
    }

    private static bool IsPart(this FloorNote note) =>
        note is FloorNote.PartlyRead or FloorNote.QueuesNotRead or FloorNote.PartMissing;
}
