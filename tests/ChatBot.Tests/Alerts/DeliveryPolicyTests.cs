using ChatBot.Alerts;
using static ChatBot.Alerts.Arrival;

namespace ChatBot.Tests.Alerts;

/// <summary>What becomes of a message after one try.</summary>
public class DeliveryPolicyTests
{
    private static readonly TimeSpan Backoff = TimeSpan.FromSeconds(7);

    [Theory]
    [InlineData("delivered", Done, false, false, PostStatus.Sent, null)]
    [InlineData("put off: later", Later, false, false, PostStatus.Waiting, 7)]
    [InlineData("put off, and an earlier try may have arrived", Later, true, true, PostStatus.Sending, 7)]
    [InlineData("a warning that may have arrived is not repeated", Arrival.Unknown, false, false, PostStatus.Unknown, null)]
    [InlineData("a critical one is, after 20 s", Arrival.Unknown, true, false, PostStatus.Sending, 20)]
    [InlineData("once", Arrival.Unknown, true, true, PostStatus.Unknown, null)]
    [InlineData("one that was under way when the process died was the repeat", Arrival.Unknown, false, true, PostStatus.Unknown, null)]
    [InlineData("too large even as a sentence", TooLarge, true, false, PostStatus.Refused, null)]
    [InlineData("its thread is gone: at once without it", MessageGone, false, false, PostStatus.Waiting, null)]
    [InlineData("the conversation is gone", ConversationGone, true, false, PostStatus.Refused, null)]
    [InlineData("never to be taken", Arrival.Refused, false, false, PostStatus.Refused, null)]
    public void A_new_message(string sentence, Arrival arrival, bool critical, bool mayHaveArrived, PostStatus status, int? due)
    {
        var post = Post(critical) with { Status = PostStatus.Sending, Tries = 1 };

        var after = DeliveryPolicy.AfterCreate(post, mayHaveArrived, new(arrival, "m1"), Backoff, Box.Noon);

        Assert.True(status == after.Status, sentence);
        Assert.Equal(due is { } seconds ? Box.At(seconds) : null, after.DueAt);
        Assert.Equal(status == PostStatus.Sent ? "m1" : null, after.MessageId);
        Assert.Equal(status is PostStatus.Sent or PostStatus.Unknown ? Box.Noon : null, after.SentAt);
    }

    [Theory]
    [InlineData("delivered", Done, true, "m1")]
    [InlineData("this state is never taken, a later one may be", Arrival.Refused, true, "m1")]
    [InlineData("too large even as a sentence", TooLarge, true, "m1")]
    [InlineData("the message was deleted: never again", MessageGone, false, null)]
    [InlineData("the conversation is gone", ConversationGone, false, null)]
    public void An_edit(string sentence, Arrival arrival, bool edited, string? messageId)
    {
        var post = Post(false) with { Status = PostStatus.Sent, MessageId = "m1", SentAt = Box.At(-60) };

        var after = DeliveryPolicy.AfterEdit(post, new(arrival), Box.Noon);

        Assert.NotNull(after);
        Assert.True(edited ? Box.Noon == after.EditedAt : after.EditedAt is null, sentence);
        Assert.Equal(messageId, after.MessageId);
        Assert.Equal(PostStatus.Sent, after.Status);
    }

    [Theory]
    [InlineData(Later)]
    [InlineData(Arrival.Unknown)]
    public void An_edit_that_failed_leaves_all_as_it_was_for_the_newest_state_to_be_tried(Arrival arrival) =>
        Assert.Null(DeliveryPolicy.AfterEdit(Post(true), new(arrival), Box.Noon));

    [Theory]
    [InlineData(1, null, 0, 2)]
    [InlineData(2, null, 0, 4)]
    [InlineData(3, null, 0, 8)]
    [InlineData(4, null, 0, 16)]
    [InlineData(4, null, 1, 20)]
    [InlineData(6, null, 0, 60)]
    [InlineData(6, null, 1, 60)]
    [InlineData(1_000_000, null, 0.5, 60)]
    [InlineData(4, 0, 1, 0)]
    [InlineData(1, 90, 1, 90)]
    [InlineData(1, 999_999, 1, 3600)]
    public void Waits_what_the_channel_asks_for_or_twice_as_long_each_time(int failures, int? retryAfter, double chance, double seconds)
    {
        var asked = retryAfter is { } s ? TimeSpan.FromSeconds(s) : (TimeSpan?)null;

        Assert.Equal(seconds, DeliveryPolicy.Backoff(failures, asked, chance).TotalSeconds);
    }

    private static Post Post(bool critical) => new()
    {
        Id = 1,
        Conversation = "c",
        Kind = PostKind.Card,
        Incidents = [1],
        Critical = critical,
        MadeAt = Box.At(-60),
    };
}
