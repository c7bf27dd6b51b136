using System.Globalization;
using System.Text;
using ChatBot.Simulator;
using Microsoft.Extensions.Time.Testing;
using static ChatBot.Simulator.Durations;

namespace ChatBot.Tests.Simulator;

/// <summary>Agents who live by themselves, looked at through a long day.</summary>
public class LifeSpecs
{
    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 40)]
    [InlineData(3, 12)]
    [InlineData(4, 3)]
    [InlineData(5, 120)]
    public void Quotas_hold_and_causes_are_right_all_day(int seed, int agents)
    {
        var (floor, time) = Open(seed, agents);
        for (var look = 0; look < 24 * 60 * 2; look++, time.Advance(Seconds(30)))
        {
            var vdn = floor.Vdn(1);
            Assert.InRange(Away(vdn.Agents), 0, vdn.RestQuota);
            Assert.All(vdn.Skills, skill => Assert.InRange(Away(skill.Agents), 0, skill.RestQuota));
            foreach (var agent in vdn.Agents)
            {
                Assert.Equal(agent.Code == Cti.Resting, agent.Rest?.Stage == RestStage.Begun);
                Assert.Equal(agent.Code == Cti.SignedOut, agent.SignedInAt is null);
                Assert.True(agent.Since <= time.GetUtcNow());
                if (agent.Code == Cti.SignedOut) Assert.Null(agent.Rest);
                if (agent.Rest is { Stage: RestStage.Waiting } rest) Assert.Equal(Expected(agent), rest.Cause);
                else Assert.Equal(0, agent.Rest?.Cause ?? 0);
            }
        }
    }

    [Fact]
    public void A_day_shows_every_state_every_cause_late_rests_and_calls_that_wait()
    {
        var (floor, time) = Open(seed: 1, agents: 40);
        var (codes, causes, longest, late, rested) = (new HashSet<int>(), new HashSet<int>(), 0, false, new HashSet<int>());
        for (var look = 0; look < 10 * 60 * 6; look++, time.Advance(Seconds(10)))
        {
            var vdn = floor.Vdn(1);
            foreach (var agent in vdn.Agents)
            {
                codes.Add(agent.Code);
                if (agent.Rest is { Stage: RestStage.Waiting } waiting) causes.Add(waiting.Cause);
                if (agent.Rest is { Stage: RestStage.Begun } rest)
                {
                    rested.Add(agent.WorkNo);
                    late |= rested.Count > 10 && time.GetUtcNow() - rest.At > rest.Asked + Minutes(1);
                }
            }

            longest = Math.Max(longest, vdn.Skills.Max(skill => skill.Calls.Count));
            Assert.All(vdn.Skills, skill => Assert.Equal(skill.Calls.Order(), skill.Calls));
        }

        Assert.Equal(Enumerable.Range(0, 11), codes.Order());
        Assert.Equal([0, 1, 2, 4], causes.Order());
        Assert.True(late);
        Assert.InRange(longest, 2, 200);
        Assert.InRange(rested.Count, 25, 40);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(1, 2)]
    public void The_first_minute_has_everything_to_see(int seed, int vdnId)
    {
        var (floor, time) = Open(seed, agents: 40, vdns: 2);
        var vdn = floor.Vdn(vdnId);
        var now = time.GetUtcNow();
        var rests = vdn.Agents.Select(agent => agent.Rest).OfType<RestTurn>().ToList();

        Assert.InRange(rests.Count(rest => rest.Stage == RestStage.Begun), 3, 5);
        Assert.Single(rests, rest => rest.Stage == RestStage.Begun && now - rest.At > rest.Asked);
        Assert.Single(rests, rest => rest.Stage == RestStage.Approved);
        Assert.True(rests.Where(rest => rest.Stage == RestStage.Waiting).Select(rest => rest.Cause).Distinct().Count() >= 2);
        Assert.True(vdn.Agents.Count(agent => agent.Code == Cti.Busy && now - agent.Since > Minutes(10)) >= 2);
        Assert.True(vdn.Skills.Sum(skill => skill.Calls.Count) >= 5);
        Assert.Contains(vdn.Agents, agent => agent.Code == Cti.SignedOut);

        var before = Picture(vdn);
        time.Advance(Minutes(1));
        Assert.NotEqual(before, Picture(floor.Vdn(vdnId)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_lives_however_often_they_are_looked_at()
    {
        var (often, oftenTime) = Open(seed: 9, agents: 40);
        var (once, onceTime) = Open(seed: 9, agents: 40);
        var (other, otherTime) = Open(seed: 10, agents: 40);
        for (var minute = 0; minute < 120; minute++)
        {
            oftenTime.Advance(Minutes(1));
            _ = often.Vdn(1);
        }

        onceTime.Advance(Hours(2));
        otherTime.Advance(Hours(2));

        Assert.Equal(Picture(often.Vdn(1)), Picture(once.Vdn(1)));
        Assert.NotEqual(Picture(often.Vdn(1)), Picture(other.Vdn(1)));
    }

    [Fact]
    public void A_floor_nobody_looked_at_for_a_month_is_there_at_once()
    {
        var (floor, time) = Open(seed: 1, agents: 40);
        time.Advance(TimeSpan.FromDays(30));

        var vdn = floor.Vdn(1);

        Assert.DoesNotContain(vdn.Agents, agent => agent.Rest is { Stage: RestStage.Begun } rest && time.GetUtcNow() - rest.At > Hours(2));
        Assert.InRange(vdn.Agents.Count(agent => agent.SignedInAt is not null), 20, 40);
    }

    [Fact]
    public void The_demo_has_its_people_and_queues()
    {
        var (floor, _) = Open(seed: 1, agents: 40, vdns: 2);
        var vdn = floor.Vdn(1);

        Assert.Equal(["Sales/销售", "Support/技术支持", "Billing/账单", "Complaints/投诉", "VIP/贵宾"], vdn.Skills.Select(skill => skill.Name));
        Assert.Equal(Enumerable.Range(20001, 40), vdn.Agents.Select(agent => agent.WorkNo));
        Assert.Equal(40, vdn.Agents.Select(agent => agent.Name).Distinct().Count());
        Assert.NotEqual(vdn.Agents.Select(agent => agent.Name), floor.Vdn(2).Agents.Select(agent => agent.Name));
        Assert.Contains(vdn.Agents, agent => agent.Skills.Count == 2);
    }

    private static (Floor Floor, FakeTimeProvider Time) Open(int seed, int agents, int vdns = 1)
    {
        var time = new FakeTimeProvider(Centre.Noon);
        return (new(new() { Lively = true, Seed = seed, AgentsPerVdn = agents, Vdns = vdns }, time), time);
    }

    private static int Away(IEnumerable<SimulatedAgent> agents) =>
        agents.Count(agent => agent.Code == Cti.Resting || agent.Rest?.Stage == RestStage.Approved);

    private static int Expected(SimulatedAgent agent)
    {
        if (agent.Code != Cti.Idle) return 1;
        if (agent.Skills.Any(skill => Away(skill.Agents) >= skill.RestQuota)) return 4;
        return Away(agent.Vdn.Agents) >= agent.Vdn.RestQuota ? 2 : 0;
    }

    private static string Picture(SimulatedVdn vdn)
    {
        var text = new StringBuilder();
        foreach (var agent in vdn.Agents) text.Append(CultureInfo.InvariantCulture, $"{agent.WorkNo} {agent.Name} {agent.Code} {agent.Since:O} {agent.SignedInAt:O} {agent.Rest}\n");
        foreach (var skill in vdn.Skills) text.Append(CultureInfo.InvariantCulture, $"{skill.Id} {string.Join(',', skill.Calls)} {skill.Figures}\n");
        return text.ToString();
    }
}
