using ChatBot.Simulator;
using Microsoft.Extensions.Time.Testing;
using static ChatBot.Simulator.Durations;

namespace ChatBot.Tests.Simulator;

/// <summary>The demo's floor breathes: who makes a rule sees it fire and end while they look.</summary>
public class TideSpecs
{
    private static readonly TimeSpan Poll = Seconds(15);

    [Theory]
    [InlineData(1, 12)]
    [InlineData(1, 3)]
    [InlineData(2, 21)]
    [InlineData(3, 6)]
    [InlineData(4, 12)]
    public void More_than_two_wait_within_two_minutes_and_hardly_anybody_within_the_next_ten_and_so_on(int seed, int hour)
    {
        var (floor, time) = Open(seed, hour);

        Assert.True(MinutesUntil(Crowded) <= 2);
        for (var wave = 0; wave < 20; wave++)
        {
            Assert.True(MinutesUntil(Calm) <= 10);
            Assert.True(MinutesUntil(Crowded) <= 4);
        }

        double MinutesUntil(Func<int, bool> holds)
        {
            // As a rule sees it: at two polls in a row.
            var began = time.GetUtcNow();
            for (var row = 0; row < 2; time.Advance(Poll)) row = holds(Waiting(floor)) ? row + 1 : 0;
            return (time.GetUtcNow() - began).TotalMinutes;
        }

        static bool Crowded(int waiting) => waiting > 2;
        static bool Calm(int waiting) => waiting <= 1;
    }

    [Fact]
    public void An_hour_shows_queues_and_rests_and_calls_that_come_and_go()
    {
        var (floor, time) = Open(seed: 1, hour: 9);
        List<int> calls = [], late = [], busy = [], billing = [];
        for (var look = 0; look < 240; look++, time.Advance(Poll))
        {
            var vdn = floor.Vdn(1);
            calls.Add(vdn.Skills.Sum(skill => skill.Calls.Count));
            late.Add(vdn.Agents.Count(agent => agent.Rest is { Stage: RestStage.Begun } rest && time.GetUtcNow() - rest.At > rest.Asked + Minutes(1)));
            busy.Add(vdn.Agents.Count(agent => agent.Code == Cti.Busy));
            billing.Add(vdn.Skill(3).Agents.Count(agent => agent.Rest is { Stage: RestStage.Waiting }));
        }

        Assert.True(calls.Min() == 0 && calls.Max() is > 5 and < 40);
        Assert.True(late.Min() == 0 && late.Max() >= 1);
        Assert.True(busy.Min() == 0 && busy.Max() >= 2);
        Assert.True(billing.Min() == 0 && billing.Max() >= 2);
    }

    private static (Floor Floor, FakeTimeProvider Time) Open(int seed, int hour)
    {
        var time = new FakeTimeProvider(Centre.Noon.AddHours(hour - 12));
        return (new(new() { Lively = true, Seed = seed }, time), time);
    }

    private static int Waiting(Floor floor) => floor.Vdn(1).Agents.Count(agent => agent.Rest is { Stage: RestStage.Waiting });
}
