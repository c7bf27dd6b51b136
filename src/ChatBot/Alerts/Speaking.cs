using Microsoft.Extensions.Options;

namespace ChatBot.Alerts;

/// <summary>Says in one conversation what is to be said. Every step is stored before and after, so that a process that dies
/// says one message twice at the most and loses none.</summary>
internal sealed partial class Speaking(
    string conversation, IPostStore posts, IAlertCards cards, IEnumerable<IPosting> ways, Farewell farewell, AlertHealth health,
    IOptions<AlertSettings> settings, TimeProvider time, ILogger<Speaking> log)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Pace _pace = new();
    private readonly Dictionary<long, Post> _unsaved = [];
    private bool _started;

    /// <summary>Says all that may be said now.</summary>
    /// <param name="enough">Nothing more is begun.</param>
    /// <param name="stop">What is under way is abandoned.</param>
    /// <returns>When there is more to say; null when there is none, or nobody reaches the conversation.</returns>
    public async Task<DateTimeOffset?> SayAsync(CancellationToken enough, CancellationToken stop)
    {
        while (!enough.IsCancellationRequested)
        {
            await SaveAsync(stop);
            var box = await posts.OutboxAsync(conversation, time.GetUtcNow() - Hour, stop);
            if (!_started) Remember(box);
            switch (Dispatch.Next(box, _pace, settings.Value, time.GetUtcNow()))
            {
                case NextAction.Store(var changed):
                    await posts.SaveAsync(changed, stop);
                    break;
                case NextAction.Wait(var until):
                    return until;
                case NextAction.Send(var post):
                    if (await WayAsync(stop) is not { } way) return null;
                    await SendAsync(way, post, box, stop);
                    break;
                case NextAction.Edit(var post):
                    if (await WayAsync(stop) is not { } back) return null;
                    await EditAsync(back, post, box, stop);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private async Task SendAsync(IPosting way, Post post, Outbox box, CancellationToken stop)
    {
        using var trace = AlertTrace.Say("send", post);
        // 1 Draw it with the newest state.
        var mayHaveArrived = post.Status == PostStatus.Sending;
        var (version, state) = box.Newest(post);
        var sending = post with { Status = PostStatus.Sending, Tries = post.Tries + 1, TriedAt = time.GetUtcNow(), ShowsVersion = version, ShowsStateVersion = state };
        if (await DrawAsync(post, box, stop) is not { } message)
        {
            var due = sending.TriedAt + Backoff(sending.Tries, null);
            await posts.SaveAsync([post with { Tries = sending.Tries, TriedAt = sending.TriedAt, DueAt = due }], stop);
            return;
        }

        // 2 From here on it may have arrived.
        await posts.SaveAsync([sending], stop);
        var card = post.Kind == PostKind.Reply ? CardOf(post, box) : null;
        var delivery = await CallAsync(post, box, message, m => way.PostAsync(conversation, m, card?.MessageId, stop), stop);
        trace.Came(delivery);

        if (delivery.Arrival == Arrival.MessageGone && card is null) delivery = delivery with { Arrival = Arrival.Refused };

        // 3 What came of it is kept, whether or not the store works just now.
        var now = time.GetUtcNow();
        var backoff = Backoff(_pace.Failures + 1, delivery.RetryAfter);
        Pause(delivery, now, backoff);
        Keep(DeliveryPolicy.AfterCreate(sending, mayHaveArrived, delivery, backoff, now));
        if (delivery.Arrival == Arrival.MessageGone) Keep(card! with { MessageId = null });
        await SaveAsync(stop);
        if (delivery.Arrival == Arrival.ConversationGone) await farewell.EndAsync(conversation, stop);
    }

    private async Task EditAsync(IPosting way, Post post, Outbox box, CancellationToken stop)
    {
        using var trace = AlertTrace.Say("edit", post);
        var (version, state) = box.Newest(post);
        if (await DrawAsync(post, box, stop) is not { } message)
        {
            var tried = time.GetUtcNow();
            _pace.HoldEdit(post.Id, tried, tried + Backoff(_pace.EditFailures(post.Id) + 1, null));
            return;
        }

        var delivery = await CallAsync(post, box, message, m => way.EditAsync(conversation, post.MessageId!, m, stop), stop);
        trace.Came(delivery);

        var now = time.GetUtcNow();
        Pause(delivery, now, Backoff(_pace.Failures + 1, delivery.RetryAfter));
        if (delivery.Arrival == Arrival.Unknown) _pace.HoldEdit(post.Id, now, now + Backoff(_pace.EditFailures(post.Id) + 1, null));
        else _pace.Edited(post.Id);
        if (DeliveryPolicy.AfterEdit(post with { ShowsVersion = version, ShowsStateVersion = state }, delivery, now) is { } edited) Keep(edited);
        await SaveAsync(stop);
        if (delivery.Arrival == Arrival.ConversationGone) await farewell.EndAsync(conversation, stop);
    }

    /// <summary>Sends the message, or at once less of it where the channel does not take it.</summary>
    private async Task<Delivery> CallAsync(
        Post post, Outbox box, Message message, Func<Message, Task<Delivery>> call, CancellationToken stop)
    {
        for (var step = 0; ; step++)
        {
            _pace.Called(time.GetUtcNow());
            var delivery = await call(message);
            health.Sent(delivery, time.GetUtcNow());
            if (delivery.Arrival == Arrival.Done) return delivery;
            Tell(delivery);
            if (await LessAsync(post, box, message, delivery, step, stop) is not { } less) return delivery;
            message = less;
        }
    }

    /// <summary>A channel that asks for time gets it for the whole conversation; any other answer shows that it is there.</summary>
    private void Pause(Delivery delivery, DateTimeOffset now, TimeSpan backoff)
    {
        if (delivery.Arrival == Arrival.Later) _pace.Hold(now, now + backoff);
        else if (delivery.Arrival != Arrival.Unknown) _pace.Answered();
    }

    private void Keep(Post post) => _unsaved[post.Id] = post;

    private async Task SaveAsync(CancellationToken stop)
    {
        if (_unsaved.Count == 0) return;
        await posts.SaveAsync([.. _unsaved.Values], stop);
        _unsaved.Clear();
    }

    /// <summary>What was said before the process started counts for the pace.</summary>
    private void Remember(Outbox box)
    {
        foreach (var (at, _) in box.Sent) _pace.Called(at);
        foreach (var post in box.Living) if (post.EditedAt is { } at) _pace.Called(at);
        _started = true;
    }

    private async Task<IPosting?> WayAsync(CancellationToken stop)
    {
        foreach (var way in ways)
            if (await way.ReachesAsync(conversation, stop)) return way;
        return null;
    }

    private static Post? CardOf(Post reply, Outbox box) => box.Living.LastOrDefault(p =>
        p is { Status: PostStatus.Sent, MessageId: not null } && p.Incidents.Contains(reply.Incidents[0]));

    private static TimeSpan Backoff(int failures, TimeSpan? retryAfter) =>
        DeliveryPolicy.Backoff(failures, retryAfter, Random.Shared.NextDouble());
}
