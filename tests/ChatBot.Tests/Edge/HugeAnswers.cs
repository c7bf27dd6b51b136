using ChatBot.Monitoring;
using ChatBot.Tests.Monitoring;

namespace ChatBot.Tests.Edge;

/// <summary>Answers of the contact centre that are small on the wire and large in the memory, or too large to be added.</summary>
public class HugeAnswers
{
    [Fact]
    public async Task A_hundred_thousand_empty_rows_are_no_answer()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has("/agentgroup/agentbyconfigedskill", $$"""{"result":"0","resultDatas":[{{string.Join(',', Enumerable.Repeat("{}", 100_001))}}]}""");

        var failed = await Assert.ThrowsAsync<MonitoringException>(() => floor.Reader.AgentsAsync(new Scope(1, 3), default));

        Assert.Equal(MonitoringFault.NotUnderstood, failed.Failure.Fault);
    }

    /// <summary>The sum of a few hundred such queues was too large for a number, and the question got no answer.</summary>
    [Fact]
    public void The_calls_of_all_queues_can_be_added()
    {
        Assert.Equal((29_999, null), (Plausible.Calls(29_999), Plausible.Calls(30_000)));
        Assert.Equal(65_534, Plausible.Skill(65_534));
        Assert.Null(Plausible.Skill(65_535));
        Assert.InRange(29_999L * 65_534, 0, int.MaxValue);
    }
}
