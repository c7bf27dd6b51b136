using ChatBot.Alerts;
using static ChatBot.Tests.State.StateFile;

namespace ChatBot.Tests.State;

/// <summary>What IPostStore promises, in a real file.</summary>
public sealed class PostStoreTests : IDisposable
{
    private readonly StateFile _file = new();

    private static Post Sent(Post post, int shows) => post with
    {
        Status = PostStatus.Sent,
        SentAt = Noon,
        MessageId = "m1",
        ShowsVersion = shows,
        ShowsStateVersion = shows,
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
    public async Task A_reply_that_waits_still_finds_its_card_and_a_recent_digest_may_take_more()
    {
        var stores = _file.Start();
        var incident = await stores.RaiseAsync();
        var card = Assert.Single((await stores.OutboxAsync()).ToSend);
        Post digest = Sent(new() { Conversation = "c", Kind = PostKind.Digest, Incidents = [1], MadeAt = Noon }, 2);
        Post reply = new() { Conversation = "c", Kind = PostKind.Reply, Incidents = [1], Says = VerdictKind.Resolve, MadeAt = Noon };
        await stores.ChangeAsync(new(incident with { Version = 2, EndedAt = Noon }, [], [reply]));
        await stores.Posts.SaveAsync([Sent(card, 2), digest], Stop);

        var outbox = await stores.OutboxAsync();
        Assert.Equal(PostKind.Reply, Assert.Single(outbox.ToSend).Kind);
        Assert.Equal([PostKind.Card, PostKind.Digest], outbox.Living.Select(p => p.Kind));
        Assert.Equal([(Noon, true), (Noon, false)], outbox.Sent);

        await stores.SaveAsync(Assert.Single(outbox.ToSend) with { Status = PostStatus.Merged });
        Assert.Equal(PostKind.Digest, Assert.Single((await stores.OutboxAsync()).Living).Kind);
        Assert.Empty((await stores.Posts.OutboxAsync("c", Noon, Stop)).Living);
    }

    [Fact]
    public async Task A_digest_that_takes_more_incidents_lives_with_all_of_them()
    {
        var stores = _file.Start();
        var first = await stores.RaiseAsync();
        var digest = await stores.SaveAsync(Sent(new() { Conversation = "c", Kind = PostKind.Digest, Incidents = [1], MadeAt = Noon }, 1));
        await stores.RaiseAsync();
        await stores.SaveAsync(digest with { Incidents = [1, 2], ShowsVersion = 2 });
        await stores.ChangeAsync(new(first with { Version = 2, EndedAt = Noon }, [], []));
        await stores.SaveAsync(digest with { Incidents = [1, 2], ShowsVersion = 3 });

        var later = await stores.Posts.OutboxAsync("c", Noon.AddHours(1), Stop);
        Assert.Equal([1, 2], Assert.Single(later.Living).Incidents);
        Assert.Equal([1, 2], later.Incidents.Keys.Order());
    }

    [Theory]
    [InlineData(PostStatus.Sent, null, false)]
    [InlineData(PostStatus.Sent, "m1", true)]
    [InlineData(PostStatus.Unknown, null, true)]
    [InlineData(PostStatus.Merged, null, false)]
    [InlineData(PostStatus.Refused, null, false)]
    public async Task The_end_is_still_to_be_shown_where_it_can_be(PostStatus status, string? messageId, bool lives)
    {
        var stores = _file.Start();
        var incident = await stores.RaiseAsync();
        var card = Assert.Single((await stores.OutboxAsync()).ToSend);
        await stores.SaveAsync(Sent(card, 1) with { Status = status, MessageId = messageId });
        await stores.ChangeAsync(new(incident with { Version = 2, EndedAt = Noon }, [], []));

        Assert.Equal(lives ? 1 : 0, (await stores.OutboxAsync()).Living.Count);
        Assert.Equal(lives ? 1 : 0, (await stores.Posts.ConversationsWithWorkAsync(Stop)).Count);
    }

    [Fact]
    public async Task A_conversation_that_is_heard_from_again_is_alive_again()
    {
        var stores = _file.Start();
        await stores.Conversations.RememberAsync("ann", "{}", "29:ann", null, Stop);
        await stores.Posts.EndAsync("ann", Noon, Stop);
        await stores.Alerts.AddAsync(Rule() with { MadeBy = new("29:ann", "Ann") }, Deeds.Any, Stop);
        Assert.Empty((await stores.Posts.EndAsync("c", Noon, Stop)).Notices);

        // The same words as before: that it is known already does not keep it dead.
        await stores.Conversations.RememberAsync("ann", "{}", "29:ann", null, Stop);
        await stores.Alerts.AddAsync(Rule() with { MadeBy = new("29:ann", "Ann") }, Deeds.Any, Stop);
        Assert.Single((await stores.Posts.EndAsync("c", Noon, Stop)).Notices);
    }

    [Fact]
    public async Task Of_many_that_end_a_conversation_at_once_one_tells()
    {
        Stores[] processes = [_file.Start(), _file.Start()];
        await processes[0].Conversations.RememberAsync("ann", "{}", "29:ann", null, Stop);
        await processes[0].Alerts.AddAsync(Rule() with { MadeBy = new("29:ann", "Ann") }, Deeds.Any, Stop);

        var ends = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => processes[i % 2].Posts.EndAsync("c", Noon, Stop), Stop)));

        Assert.Single(ends.SelectMany(e => e.Notices));
        Assert.Single((await processes[0].OutboxAsync("ann")).ToSend);
    }

    [Fact]
    public async Task Quiet_time_is_kept()
    {
        var stores = _file.Start();
        Assert.Null(await stores.Posts.QuietUntilAsync("c", Stop));
        await stores.Posts.SetQuietAsync("c", Noon, null, Stop);

        stores = _file.Restart();
        Assert.Equal(Noon, await stores.Posts.QuietUntilAsync("c", Stop));
        Assert.Equal(Noon, (await stores.OutboxAsync()).QuietUntil);
        await stores.Posts.SetQuietAsync("c", null, null, Stop);
        Assert.Null(await stores.Posts.QuietUntilAsync("c", Stop));
    }

    [Fact]
    public async Task The_end_of_a_conversation_tells_each_owner_once()
    {
        var stores = _file.Start();
        await stores.Conversations.RememberAsync("ann", "{}", "29:ann", null, Stop);
        await stores.RaiseAsync();
        await stores.Alerts.AddAsync(Rule() with { MadeBy = new("29:ann", "Ann") }, Deeds.Any, Stop);
        await stores.Alerts.AddAsync(Rule() with { MadeBy = new("29:bob", "Bob") }, Deeds.Any, Stop);
        await stores.Alerts.AddAsync(Rule() with { MadeBy = new("29:ann", "Ann") }, Deeds.Any, Stop);

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
