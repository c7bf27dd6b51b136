using ChatBot.Monitoring;

namespace ChatBot.Tests.Monitoring;

/// <summary>Who rests, waits or may go, from rows that do not say it.</summary>
public class RestDecisionTests
{
    // Each row: state as R(esting), O(ther), ?(unknown), then the cause, then * when a time rested is told.
    // Expected: R(esting), W(aiting), A(pproved), o(pen between the two), ? (undecided).
    [Theory]
    [InlineData("R0 O1 O0", 1, 1, 1, "RWA")]
    [InlineData("R0 O1 O0", 1, 2, 0, "RWW")]
    [InlineData("R0 O0 O0", 1, 1, 1, "Roo")]
    [InlineData("R0 O0 O0", 1, 0, 2, "RAA")]
    [InlineData("?0 ?0", 2, 0, 0, "RR")]
    [InlineData("?0 ?2", 1, 1, 0, "RW")]
    [InlineData("?0 ?0", 0, 2, 0, "WW")]
    [InlineData("?0 ?0", 0, 1, 1, "oo")]
    [InlineData("?0 ?0", 1, 1, 0, "??")]
    [InlineData("?0* ?0 ?3", 1, 2, 0, "RWW")]
    [InlineData("?0* ?0 ?3", 1, 1, 1, "RAW")]
    [InlineData("O0*", 1, 0, 0, "R")]
    [InlineData("R4", 1, 0, 0, "R")]
    // Counts that do not add up to the rows decide nothing.
    [InlineData("O0 O0", 0, 1, 0, "oo")]
    [InlineData("?0 ?0", 3, 0, 0, "??")]
    // Counts that add up but contradict the states decide nothing.
    [InlineData("O0 O0 O1", 1, 1, 1, "ooW")]
    public void The_state_decides_then_the_cause_then_the_counts(string rows, int resting, int waiting, int approved, string expected)
    {
        var lines = rows.Split(' ').Select((row, i) => new RestLine(101 + i, null, row[1] - '0', null, null, row.EndsWith('*') ? TimeSpan.FromSeconds(9) : null)).ToList();
        var states = rows.Split(' ').Select((row, i) => (row, i)).Where(r => r.row[0] != '?').ToDictionary(r => 101 + r.i,
            r => new Agent(101 + r.i, "x", r.row[0] == 'R' ? AgentState.Resting : AgentState.Busy, null, null, null));

        var phases = RestDecision.Decide(new RestRead(lines, resting, waiting, approved, 0), states);

        Assert.Equal(expected, string.Concat(phases.Select(p => p switch
        {
            RestPhase.Resting => 'R',
            RestPhase.Waiting => 'W',
            RestPhase.Approved => 'A',
            RestPhase.WaitingOrApproved => 'o',
            _ => '?',
        })));
    }

    // Rows of a VDN as above, small letters for agents of other queues, and the counts: how many of the open ones surely wait and
    // surely may go, in the VDN and in the queue.
    [Theory]
    [InlineData("R0 O0 O0 O0", 1, 2, 1, "2 and 1", "2 and 1")]
    [InlineData("R0 O0 O0 O0 O2", 1, 3, 1, "2 and 1", "2 and 1")]
    [InlineData("O0 O0 O0 o0 o0", 0, 4, 1, "4 and 1", "2 and 0")]
    [InlineData("O0 o0 o0 o0 o0", 0, 3, 2, "3 and 2", "0 and 0")]
    [InlineData("O0 O0 O0 o0", 0, 1, 3, "1 and 3", "0 and 2")]
    // Counts that do not add up prove nothing about a queue.
    [InlineData("O0 O0 O0", 0, 0, 0, "0 and 0", "0 and 0")]
    [InlineData("O0 O0 O0", 0, 1, 1, "1 and 1", "0 and 0")]
    public void Of_those_who_wait_or_may_go_the_counts_tell_how_many(string rows, int resting, int waiting, int approved, string vdn, string queue)
    {
        var now = DateTimeOffset.UnixEpoch;
        var all = rows.Split(' ').Select((row, i) => (Row: row,
            Agent: new Agent(101 + i, "x", row[0] == 'R' ? AgentState.Resting : AgentState.Busy, null, null, null))).ToList();
        var read = new RestRead([.. all.Select(r => new RestLine(r.Agent.WorkNo, null, r.Row[1] - '0', null, null, null))], resting, waiting, approved, 0);
        var states = all.ToDictionary(r => r.Agent.WorkNo, r => r.Agent);
        static string Sure(RestPicture picture) => $"{picture.SurelyWaiting} and {picture.SurelyApproved}";

        Assert.Equal(vdn, Sure(RestPictures.OfVdn(read, states, now)));
        Assert.Equal(queue, Sure(RestPictures.OfSkill(read, new([.. all.Where(r => char.IsUpper(r.Row[0])).Select(r => r.Agent)], []), states, now)));
    }
}
