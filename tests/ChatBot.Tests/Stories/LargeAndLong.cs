using ChatBot.Monitoring;
using ChatBot.Simulator;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>A whole call centre of people, and a whole day of questions.</summary>
[Collection(nameof(Alone))]
public class LargeAndLong
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Five_thousand_agents_are_read_in_pages_and_shown_in_a_card()
    {
        await using var stage = await SetAsync();
        for (var i = 0; i < 5000; i++)
            stage.Centre.Vdn(1).Skill(i % 5 + 1).Has($"Agent {i}", 1000 + i, resting: i < 100 ? Minutes(i / 10.0) : null, busy: Minutes(i));
        await stage.AskAsync("skills");

        var list = await stage.AskAsync("list agents");
        var resting = await stage.AskAsync("who is resting");

        Assert.Contains("5000 signed in", list.Summary, StringComparison.Ordinal);
        Assert.Contains("100 resting", resting.Summary, StringComparison.Ordinal);
        Assert.All((ChatBot.Commands.Answer[])[list, resting], answer => Assert.InRange(answer.Card.Length, 1, 24 * 1024));
        int Calls(string path) => stage.Centre.Calls.Count(call => call.Path.EndsWith(path, StringComparison.Ordinal));
        Assert.Equal((5, 5, 50), (Calls("totalagentabstractex3"), Calls("queryagentreststate"), Calls("queryagentstaticconfinfo")));

        stage.Time.Advance(TimeSpan.FromSeconds(4));
        await stage.AskAsync("list agents");
        Assert.Equal((10, 50), (Calls("totalagentabstractex3"), Calls("queryagentstaticconfinfo")));
    }

    [Fact]
    public async Task Ten_thousand_questions_in_a_row_leave_nothing_behind()
    {
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana", resting: Minutes(7));
        string[] same = ["who is resting on skill 3", "技能3谁在休息", "overview of skill 3", "who is free", "how long is the queue on billing", "what?!", "help"];
        async Task AskAsync(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                // One in eight is about somebody new.
                await stage.AskAsync(i % 8 == 7 ? $"what is {30000 + i} doing" : same[i % 8]);
                if (i % 100 == 0) stage.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        await AskAsync(0, 2000);
        // What each question leaves behind, every round has; what others in this process do is over some time. The simulated
        // centre keeps a log of its last ten thousand calls, and readings of people are kept up to their bound.
        List<long> grown = [];
        for (var round = 0; round < 3 && (round == 0 || grown[^1] >= 8 * Megabyte); round++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await AskAsync(2000 + round * 8000, 10000 + round * 8000);
            grown.Add(GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.InRange(stage.Supervisor.Services.GetRequiredService<SharedReadings>().Count, 1, SharedReadings.Most);
        Assert.True(grown[^1] < 8 * Megabyte, $"grown by {string.Join(", ", grown.Select(bytes => bytes / 1024))} KB in 8000 questions each");
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task A_bot_that_stops_while_the_centre_is_silent_stops(string edition)
    {
        var stage = await SetAsync(edition);
        stage.Centre.Trouble.Always(Failure.NeverAnswers);
        var asking = stage.AskAsync("who is resting on skill 3");
        await stage.Centre.CallsReachAsync(1, TestContext.Current.CancellationToken);

        await stage.DisposeAsync();

        await asking.WaitAsync(Supervisor.Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Bots_that_have_ended_are_forgotten()
    {
        List<WeakReference> ended = [];
        for (var i = 0; i < 4; i++) ended.Add(await BeginAndEndAsync());

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // Some thread may still hold the last of them on its stack.
        Assert.InRange(ended.Count(bot => bot.IsAlive), 0, 1);

        static async Task<WeakReference> BeginAndEndAsync()
        {
            await using var stage = await SetAsync();
            await stage.Supervisor.Says("who is resting on skill 3");
            return new WeakReference(stage.Supervisor.Services);
        }
    }
}
