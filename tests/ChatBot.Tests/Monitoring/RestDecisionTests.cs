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
}
