using ChatBot.Preview;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

public class ManyAtOnce
{
    [Fact]
    public async Task Two_hundred_askers_cost_one_upstream_call_for_each_scope()
    {
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana", resting: Minutes(7));
        await stage.AskAsync("skills");   // names are read once and kept for minutes
        stage.Time.Advance(TimeSpan.FromSeconds(4));
        var before = stage.Centre.Calls.Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => stage.AskAsync("who is resting on skill 3")));

        Assert.All(answers, answer => Assert.Contains("1 resting", answer.Summary, StringComparison.Ordinal));
        var calls = stage.Centre.Calls.Skip(before).GroupBy(call => call.Path).ToDictionary(path => path.Key, path => path.Count());
        Assert.All(calls.Values, count => Assert.Equal(1, count));
        Assert.Equal(2, calls.Count);   // the queue's agents and the VDN's rests
    }

    [Fact]
    public async Task A_reading_is_shared_for_three_seconds_and_no_longer()
    {
        await using var stage = await SetAsync();
        await stage.AskAsync("who is resting on skill 3");
        var before = stage.Centre.Calls.Count;

        stage.Time.Advance(TimeSpan.FromSeconds(2.9));
        await stage.AskAsync("技能3谁在休息");
        Assert.Equal(before, stage.Centre.Calls.Count);

        stage.Time.Advance(TimeSpan.FromSeconds(0.2));
        await stage.AskAsync("who is resting on skill 3");
        Assert.Equal(before + 2, stage.Centre.Calls.Count);
    }

    [Fact]
    public async Task Everybody_in_every_chat_gets_their_own_answer()
    {
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana", resting: Minutes(7));

        var replies = await Task.WhenAll(
            from chat in Cast.Chats
            from sentence in (string[])["who is resting on skill 3", "技能3谁在休息", "help", "status", "agent 29999"]
            select stage.Supervisor.Says(sentence, chat));

        Assert.Equal(5 * Cast.Chats.Count, replies.Select(reply => reply.Message.Id).Distinct().Count());
    }
}
