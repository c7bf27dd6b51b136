using ChatBot.Alerts;
using static ChatBot.Tests.State.StateFile;

namespace ChatBot.Tests.State;

/// <summary>What IPostStore promises, in a real file.</summary>
public sealed class PostStoreTests : IDisposable
{
    private readonly StateFile _file = new();

    private static Post Sent(Post post, int shows) => post with
    {
        Status = PostStatus.Sent, SentAt = Noon, MessageId = "m1", ShowsVersion = shows, ShowsStateVersion = shows,
    };

    [Fact]
    public async Task A_card_lives_until_it_shows_the_end()
    {
        var stores = _file.Start();
        var incident = await stores.RaiseAsync();
        var card = Assert.Single((await stores.OutboxAsync()).ToSend);
        Assert.Equal([1], card.Incidents);
        Assert.Equal(["c"], await stores.Posts.ConversationsWithWorkAsync(Stop));
        Assert.Equal((1, Noon), await stores.Posts.BacklogAsync(Stop));

        await stores.SaveAsync(Sent(card, 1));
        Assert.Empty(await stores.Posts.ConversationsWithWorkAsync(Stop));
        Assert.Equal((0, null), await stores.Posts.BacklogAsync(Stop));
        stores = _file.Restart();
        var outbox = await stores.OutboxAsync();
        Assert.Empty(outbox.ToSend);
        Assert.Equivalent(Sent(card, 1), Assert.Single(outbox.Living), strict: true);
        Assert.Equal([(Noon, true)], outbox.Sent);
        Assert.Equal(1, outbox.Incidents[1].Version);

        await stores.ChangeAsync(new(incident with { Version = 2, EndedAt = Noon, Ending = ChatBot.Alerts.Ending.Recovered }, [], []));
        Assert.Equal(["c"], await stores.Posts.ConversationsWithWorkAsync(Stop));
        Assert.False(Assert.Single((await stores.OutboxAsync()).Incidents.Values).Open);

        await stores.SaveAsync(Sent(card, 2));
        Assert.Empty((await stores.OutboxAsync()).Living);
        Assert.Empty(await stores.Posts.ConversationsWithWorkAsync(Stop));
    }

    [Fact]
    public async Task Quiet_time_is_kept()
    {
        var stores = _file.Start();
        Assert.Null(await stores.Posts.QuietUntilAsync("c", Stop));
        await stores.Posts.SetQuietAsync("c", Noon, Stop);

        stores = _file.Restart();
        Assert.Equal(Noon, await stores.Posts.QuietUntilAsync("c", Stop));
        Assert.Equal(Noon, (await stores.OutboxAsync()).QuietUntil);
        await stores.Posts.SetQuietAsync("c", null, Stop);
        Assert.Null(await stores.Posts.QuietUntilAsync("c", Stop));
    }

    [Fact]
    public async Task The_end_of_a_conversation_tells_each_owner_once()
    {
        var stores = _file.Start();
        await stores.Conversations.RememberAsync("ann", "{}", "29:ann", Stop);
        await stores.RaiseAsync();
        await stores.Alerts.AddAsync(Rule() with { MadeBy = new("29:ann", "Ann") }, Stop);
        await stores.Alerts.AddAsync(Rule() with { MadeBy = new("29:bob", "Bob") }, Stop);
        await stores.Alerts.AddAsync(Rule() with { MadeBy = new("29:ann", "Ann") }, Stop);

        var ended = await stores.Posts.EndAsync("c", Noon, Stop);

        Assert.Equal([1, 2, 3, 4], ended.Rules.Select(r => r.Number));
        var notice = Assert.Single(ended.Notices);
        Assert.Equal(("ann", PostKind.Gone), (notice.Conversation, notice.Kind));
        Assert.Equal([2, 4], notice.Rules.Select(r => r.Number));
        Assert.Equivalent(notice, Assert.Single((await stores.OutboxAsync("ann")).ToSend), strict: true);
        Assert.Empty(await stores.Alerts.RulesOfAsync("c", Stop));
        Assert.Equal(ChatBot.Alerts.Ending.RuleWithdrawn, (await stores.Alerts.FindIncidentAsync("c", 1, Stop))!.Ending);
        Assert.Equal(["ann"], await stores.Posts.ConversationsWithWorkAsync(Stop));

        var again = await stores.Posts.EndAsync("c", Noon, Stop);
        Assert.Empty(again.Rules);
        Assert.Empty(again.Notices);
        Assert.Single((await stores.OutboxAsync("ann")).ToSend);
    }

    public void Dispose() => _file.Dispose();
}
