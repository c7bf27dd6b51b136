using System.Text.Json;
using ChatBot.Simulator;
using ChatBot.Tests.Stories;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Edge;

/// <summary>Whatever the contact centre answers: every question has a card, the watchers go on, and nothing is a fault of ours.</summary>
[Collection(nameof(Alone))]
public class FuzzedCentre
{
    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task Mutated_answers_of_every_interface(string edition)
    {
        var mutations = new Mutations(seed: 5);
        await AskAllAsync(edition, 120 * Mutations.Times, right => mutations.Of(right));
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task Texts_at_the_edge_of_JSON_in_the_place_of_answers_and_of_names(string edition)
    {
        var all = JsonTorture.All.ToList();
        var next = 0;
        await AskAllAsync(edition, 150, right =>
        {
            var torture = all[Interlocked.Increment(ref next) % all.Count];
            var at = right.AsSpan().IndexOf("\"Eve\""u8);
            return at < 0 ? torture : [.. right[..at], .. torture, .. right[(at + 5)..]];
        });
    }

    private static async Task AskAllAsync(string edition, int times, Func<byte[], byte[]> change)
    {
        var complaints = new Complaints();
        await using var stage = await SetAsync(edition, true, complaints.MoveIn);
        string[] questions = [.. EveryQuestion.Questions.Select(q => q.Data.Item1).Where(q => !q.Contains("tell us", StringComparison.Ordinal) && !q.Contains("提醒", StringComparison.Ordinal))];
        stage.Billing.Has("Eve", workNo: 20011, resting: Minutes(12), asked: Minutes(10));
        stage.Billing.Has("Ben", waiting: Minutes(4), cause: WaitCause.VdnQuota);
        stage.Billing.Has("Dee", busy: Minutes(42));
        stage.Billing.HasCallsWaiting(Minutes(3), Minutes(1));
        await stage.AskAsync("tell us when more than 2 are waiting to rest on skill 3");
        await stage.AskAsync("tell us when somebody is busy more than 10 minutes");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var gate = new Lock();
        stage.Centre.Trouble.Always(Failure.Changed(right => { lock (gate) return change(right); }));
        for (var i = 0; i < times; i++)
        {
            // So far that nothing read before is given out again; and now and then the watchers look too.
            if (i % 5 == 0) await stage.PollAsync(Here, 1);
            else stage.Time.Advance(TimeSpan.FromSeconds(4));
            var answer = await stage.AskAsync(questions[i % questions.Length]);
            Assert.InRange(answer.Card.Length, 100, 24 * 1024);
            using var card = JsonDocument.Parse(answer.Card);
            Assert.Equal("AdaptiveCard", card.RootElement.GetProperty("type").GetString());
        }

        stage.Centre.Trouble.Clear();
        // A poll that a jump of the clock ended is over, and old names are read anew.
        stage.Time.Advance(Minutes(11));
        await stage.PollAsync(Here, 1);
        stage.Time.Advance(TimeSpan.FromSeconds(4));
        var text = (await stage.Supervisor.Says("who is resting on skill 3")).Text;
        Assert.True(text.Contains("Eve", StringComparison.Ordinal), text);
        Assert.Empty(complaints.All);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 250_000_000);
    }
}
