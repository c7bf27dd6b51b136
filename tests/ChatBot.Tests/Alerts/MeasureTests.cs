using System.Globalization;
using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Tests.Alerts;

/// <summary>What readings say about a metric.</summary>
public class MeasureTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly MonitoringFailure Failed = new(MonitoringFault.TimedOut, Now.AddMinutes(-3), null, null);

    public static readonly Dictionary<string, FloorNote> Notes = new()
    {
        ["part"] = new FloorNote.PartlyRead(2, 3),
        ["queues"] = new FloorNote.QueuesNotRead([3], Failed),
        ["missing"] = new FloorNote.PartMissing("rest", Failed),
        ["still"] = new FloorNote.StandsStill(Now.AddMinutes(-2)),
        ["differ"] = new FloorNote.CountsDiffer(RestPhase.Waiting, 1, 2),
        ["only"] = new FloorNote.OnlyQueues([3]),
        ["5min"] = new FloorNote.LongestOf5Min(),
    };

    // People: phase (r, w, a, o for waiting or approved), minutes in it, asked-for minutes behind a slash; "?" for not told.
    // Then how many more the platform counts than it lists, and notes. Expected: value, "+" for at least, "none"; who is behind.
    [Theory]
    [InlineData("Waiting people", Metric.Waiting, "w2 w5 r1 a9", "", "", "2: 2 1")]
    [InlineData("Nobody at all", Metric.Waiting, "", "", "", "0:")]
    [InlineData("Resting people", Metric.Resting, "w2 r5 r?", "", "", "2: 2 3")]
    [InlineData("Approved people", Metric.Approved, "w2 a5 a9", "", "", "2: 3 2")]
    [InlineData("Who may be waiting or approved makes both at least", Metric.Waiting, "w2 o5", "", "", "1+: 1")]
    [InlineData("For approved too", Metric.Approved, "w2 o5", "", "", "0+:")]
    [InlineData("Not for resting", Metric.Resting, "r2 o5", "", "", "1: 1")]
    [InlineData("The larger count", Metric.Waiting, "w2", "w", "differ", "2: 1")]
    [InlineData("Half a list", Metric.Waiting, "w2", "", "part", "1+: 1")]
    [InlineData("Queues that failed", Metric.Waiting, "w2", "", "queues", "1+: 1")]
    [InlineData("A part that failed", Metric.Resting, "r2", "", "missing", "1+: 1")]
    [InlineData("A part that failed and nothing else is no figure", Metric.Waiting, "r2", "", "missing", "none")]
    [InlineData("An empty part is not nobody", Metric.Waiting, "", "", "part", "0+:")]
    [InlineData("Figures that stand still", Metric.Waiting, "w2", "", "still", "none")]
    [InlineData("A union of queues is all there is", Metric.Waiting, "w2", "", "only", "1: 1")]
    [InlineData("The longest wait", Metric.WaitTime, "w2 w5 r9 a9", "", "", "300: 2 1")]
    [InlineData("Nobody waits", Metric.WaitTime, "r9 a9", "", "", "0:")]
    [InlineData("A wait of unknown length is no length", Metric.WaitTime, "w2 w?", "", "", "120+: 1 2")]
    [InlineData("Only a wait of unknown length", Metric.WaitTime, "w?", "", "", "0+: 1")]
    [InlineData("Who may be waiting for longer", Metric.WaitTime, "w2 o5", "", "", "120+: 1")]
    [InlineData("Who may be waiting, but not for longer", Metric.WaitTime, "w5 o5", "", "", "300: 1")]
    [InlineData("Who may be waiting, nobody knows how long", Metric.WaitTime, "w5 o?", "", "", "300+: 1")]
    [InlineData("Counted but not listed", Metric.WaitTime, "w5", "w", "differ", "300+: 1")]
    [InlineData("Counted but not listed, perhaps", Metric.WaitTime, "w5", "o", "", "300+: 1")]
    [InlineData("Only over the rest that was asked for", Metric.RestOverrun, "r9/10 r12/10 r31/30 w99/10", "", "", "120: 2 3")]
    [InlineData("Just in time is not over", Metric.RestOverrun, "r10/10", "", "", "0:")]
    [InlineData("An unknown length asked for may be over", Metric.RestOverrun, "r12/10 r5", "", "", "120+: 1")]
    [InlineData("But by no more than the whole rest", Metric.RestOverrun, "r12/10 r2", "", "", "120: 1")]
    [InlineData("An unknown time resting may be over", Metric.RestOverrun, "r12/10 r?/10", "", "", "120+: 1")]
    [InlineData("Resting, counted but not listed", Metric.RestOverrun, "r12/10", "r", "", "120+: 1")]
    public void Of_rests(string sentence, Metric metric, string people, string unlisted, string notes, string expected)
    {
        TestContext.Current.SendDiagnosticMessage(sentence);
        var rests = people.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((p, i) =>
        {
            var times = p[1..].Split('/');
            return new Rest(i + 1, "x", Phase(p[0]), Minutes(times[0]), times.Length > 1 ? Minutes(times[1]) : null, null);
        }).ToList();
        int Count(char phase) => rests.Count(r => r.Phase == Phase(phase)) + unlisted.Count(u => u == phase);
        var picture = new RestPicture(rests, Count('r'), Count('w'), Count('a'), Count('o'), Of(notes));

        Assert.Equal(expected, Say(Measure.Of(metric, new Reading<RestPicture>(picture, Now))));
    }

    // Agents: i(dle), t(alking), a(fter-call), b(usy), r(esting), u(nknown), with minutes.
    [Theory]
    [InlineData("Idle people", Metric.Idle, "i1 i5 t3 b9", "", "2: 2 1")]
    [InlineData("Busy people", Metric.Busy, "i1 b5 t3 b9", "", "2: 4 2")]
    [InlineData("Nobody signed in", Metric.Idle, "", "", "0:")]
    [InlineData("Only being busy counts as busy", Metric.BusyTime, "b2 t9 a9 r9 i9 u9", "", "120: 1")]
    [InlineData("The longest call", Metric.TalkTime, "t2 t3 b9", "", "180: 2 1")]
    [InlineData("The longest after-call work", Metric.WrapupTime, "a4 t3", "", "240: 1")]
    [InlineData("An unknown time is no time", Metric.BusyTime, "b2 b?", "", "120+: 1 2")]
    [InlineData("Half a list", Metric.Idle, "i1", "part", "1+: 1")]
    [InlineData("Half a list of times", Metric.BusyTime, "b1", "queues", "60+: 1")]
    [InlineData("Figures that stand still", Metric.BusyTime, "b1", "still", "none")]
    public void Of_agents(string sentence, Metric metric, string people, string notes, string expected)
    {
        TestContext.Current.SendDiagnosticMessage(sentence);
        Assert.Equal(expected, Say(Measure.Of(metric, Agents(people, notes))));
    }

    // Queues: calls waiting, minutes of the longest call, minutes of the longest in five; "?" for not told.
    [Theory]
    [InlineData("The calls of all queues", Metric.CallsWaiting, "3/1/? 0/?/? 5/1/?", "", "8: 3 1")]
    [InlineData("A queue that does not tell", Metric.CallsWaiting, "3/1/? ?/?/?", "", "3+: 1")]
    [InlineData("No queue tells", Metric.CallsWaiting, "?/1/?", "", "none")]
    [InlineData("No queue at all", Metric.CallsWaiting, "", "", "none")]
    [InlineData("The longest call", Metric.CallWait, "3/1/? 1/4/? 0/?/?", "", "240: 2 1 3")]
    [InlineData("Classic's longest of five minutes as it is", Metric.CallWait, "0/?/4", "5min", "240: 1")]
    [InlineData("Calls wait, nobody knows how long", Metric.CallWait, "3/?/? 1/2/?", "", "120+: 2 1")]
    [InlineData("Nobody tells how long", Metric.CallWait, "3/?/?", "", "none")]
    public void Of_queues(string sentence, Metric metric, string queues, string notes, string expected)
    {
        TestContext.Current.SendDiagnosticMessage(sentence);
        var states = queues.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((q, i) => q.Split('/') is var f
            ? new QueueState(i + 1, f[0] == "?" ? null : int.Parse(f[0], CultureInfo.InvariantCulture), Minutes(f[1]), Minutes(f[2]), null, null) : null!);

        Assert.Equal(expected, Say(Measure.Of(metric, new Reading<QueueBoard>(new([.. states], Of(notes)), Now))));
    }

    [Fact]
    public void Who_surely_waits_counts_though_nobody_knows_who_it_is()
    {
        RestPicture Picture(int waiting, int approved) => new([], 0, 1, 0, 4, []) { SurelyWaiting = waiting, SurelyApproved = approved };
        string Waiting(int waiting, int approved) => Say(Measure.Of(Metric.Waiting, new Reading<RestPicture>(Picture(waiting, approved), Now)));

        Assert.Equal("4:", Waiting(3, 1));
        Assert.Equal("3+:", Waiting(2, 1));
        Assert.Equal("1:", Say(Measure.Of(Metric.Approved, new Reading<RestPicture>(Picture(3, 1), Now))));
    }

    [Fact]
    public void Of_head_counts()
    {
        Reading<HeadCounts> Counts(int? idle) => new(new(9, idle, null, null, 4, null, null, null, []), Now);

        Assert.Equal("3:", Say(Measure.Of(Metric.Idle, Counts(3))));
        Assert.Equal("4:", Say(Measure.Of(Metric.Busy, Counts(3))));
        var untold = Measure.Of(Metric.Idle, Counts(null));
        Assert.Equal((null, MonitoringFault.NotUnderstood), (untold.Value, untold.Failure?.Fault));
    }

    [Fact]
    public void A_stale_reading_is_no_figure_and_says_why()
    {
        var old = Measure.Of(Metric.Idle, Agents("i1", "") with { Failure = Failed });
        var still = Measure.Of(Metric.Idle, Agents("i1", "still"));
        var never = Measure.Missing(Failed);

        Assert.Equal((null, Failed, Now, null), (old.Value, old.Failure, old.ReadAt, old.SignedIn));
        Assert.Equal((null, null, Now.AddMinutes(-2)), (still.Value, still.Failure, still.StandsStillSince));
        Assert.Equal((null, Failed), (never.Value, never.Failure));
        Assert.Equal(Now, Measure.Missing(Failed, Now).ReadAt);
    }

    [Fact]
    public void A_whole_list_tells_who_is_signed_in_and_a_part_does_not()
    {
        var rest = new Reading<RestPicture>(new([], 0, 0, 0, 0, []), Now);

        Assert.Equal([1, 2], Measure.Of(Metric.Idle, Agents("i1 b5", "only")).SignedIn!.Order());
        Assert.Null(Measure.Of(Metric.Idle, Agents("i1 b5", "part")).SignedIn);
        Assert.Equal([1, 2], Measure.Of(Metric.RestOverrun, rest, Agents("i1 b5", "")).SignedIn!.Order());
        Assert.Null(Measure.Of(Metric.RestOverrun, rest, Agents("i1 b5", "") with { Failure = Failed }).SignedIn);
        Assert.Null(Measure.Of(Metric.RestOverrun, rest, Agents("i1 b5", "still")).SignedIn);
        Assert.Null(Measure.Of(Metric.RestOverrun, rest).SignedIn);
    }

    [Fact]
    public void Fifteen_people_are_enough_and_their_causes_are_told()
    {
        var people = Enumerable.Range(1, 20).Select(i => new Rest(i, $"A{i}", RestPhase.Waiting, TimeSpan.FromSeconds(i), null, RestCause.SkillQuotaFull)).ToList();
        var seen = Measure.Of(Metric.Waiting, new Reading<RestPicture>(new(people, 0, 20, 0, 0, []), Now));

        Assert.Equal(20, seen.Value);
        Assert.Equal(Enumerable.Range(6, 15).Reverse(), seen.Worst.Select(w => w.Number));
        Assert.Equal(new Worst(20, "A20", 20, null, RestCause.SkillQuotaFull), seen.Worst[0]);
    }

    private static Reading<AgentList> Agents(string people, string notes) => new(new(
        [.. people.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((p, i) => new Agent(i + 1, "x", p[0] switch
        {
            'i' => AgentState.Idle,
            't' => AgentState.Talking,
            'a' => AgentState.WrapUp,
            'b' => AgentState.Busy,
            'r' => AgentState.Resting,
            _ => AgentState.Unknown,
        }, null, Minutes(p[1..]), null))], Of(notes)), Now);

    private static RestPhase Phase(char letter) => letter switch
    {
        'r' => RestPhase.Resting,
        'w' => RestPhase.Waiting,
        'a' => RestPhase.Approved,
        _ => RestPhase.WaitingOrApproved,
    };

    private static TimeSpan? Minutes(string text) => text == "?" ? null : TimeSpan.FromMinutes(int.Parse(text, CultureInfo.InvariantCulture));

    private static List<FloorNote> Of(string notes) => [.. notes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => Notes[n])];

    private static string Say(Observation seen) => seen.Value is not { } value ? "none"
        : string.Join(' ', seen.Worst.Select(w => $"{w.Number}").Prepend($"{value}{(seen.AtLeast ? "+" : "")}:"));
}
