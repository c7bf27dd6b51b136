using ChatBot.Edge;
using ChatBot.Preview;
using ChatBot.Tests.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests.Edge;

/// <summary>Somebody asks faster than the limits allow.</summary>
public class RateLimitTests
{
    private readonly Parrot _parrot = new();
    private readonly StageClock _time = new(Stage.Start);

    private Task<Supervisor> StartAsync(params string[] settings) => Supervisor.StartAsync(
        builder =>
        {
            _parrot.MoveIn(builder);
            builder.Services.AddSingleton<TimeProvider>(_time);
        },
        settings);

    private static async Task FallsAsync(Supervisor supervisor, string text, Chat? inside = null)
    {
        using var limit = Supervisor.Limit();
        var (_, response) = await supervisor.Client.SayAsync(inside ?? Cast.Personal, text, Cast.LiNa, stop: limit.Token);
        Assert.Equal((200, null), (response!.Status, response.Body));
    }

    [Fact]
    public async Task A_pause_is_told_once_with_its_end_and_after_it_questions_are_answered_again()
    {
        await using var supervisor = await StartAsync("Limits:PersonBurst=4", "Limits:PersonPerMinute=6");
        for (var i = 0; i < 4; i++) await supervisor.Says($"question {i}");

        var told = await supervisor.Says("question 4");
        await FallsAsync(supervisor, "question 5");
        _time.Advance(TimeSpan.FromSeconds(19.9));
        await FallsAsync(supervisor, "question 6");
        _time.Advance(TimeSpan.FromSeconds(0.2));
        var again = await supervisor.Says("question 7");

        Assert.Equal("That was a lot at once, so I pause for you. Please go on in 20 s.", told.Text);
        Assert.Contains("you said: question 7", again.Text);
        Assert.Equal(["question 0", "question 1", "question 2", "question 3", "question 7"], _parrot.Asked.Select(q => q.Text));
        Assert.Equal(6, supervisor.Channel.Messages.Count(m => m.FromBot));
    }

    [Fact]
    public async Task It_is_told_in_the_language_of_the_question()
    {
        await using var supervisor = await StartAsync("Limits:PersonBurst=1", "Limits:PersonPerMinute=60");
        await supervisor.Says("技能3谁在休息");

        Assert.Equal("您问得有点快，我先歇一下，请 1 秒后再继续。", (await supervisor.Says("技能3谁在休息")).Text);
    }

    [Fact]
    public async Task One_person_takes_nothing_from_another_and_a_conversation_has_a_limit_of_its_own()
    {
        await using var supervisor = await StartAsync("Limits:PersonBurst=2", "Limits:ConversationBurst=5", "Limits:ConversationPerMinute=6");
        foreach (var who in (Person[])[Cast.LiNa, Cast.AdeleVance])
        {
            for (var i = 0; i < 2; i++) Assert.Contains("you said", (await supervisor.Says($"{i}", Cast.Group, who: who)).Text);
        }

        Assert.Contains("so I pause for you", (await supervisor.Says("2", Cast.Group, who: Cast.LiNa)).Text);
        Assert.Contains("you said", (await supervisor.Says("0", Cast.Group, who: Cast.WangWei)).Text);
        Assert.Equal("Those were many questions in this conversation, so I pause here. Please go on in 25 s.",
            (await supervisor.Says("1", Cast.Group, who: Cast.WangWei)).Text);
        await FallsAsync(supervisor, "nobody hears it", Cast.Group);
        Assert.Contains("you said", (await supervisor.Says("in private", who: Cast.AdeleVance with { Id = "29:other" })).Text);
    }

    [Fact]
    public async Task A_press_is_told_each_time_as_an_error_of_the_button()
    {
        await using var supervisor = await StartAsync("Limits:PersonBurst=1", "Limits:PersonPerMinute=60");
        var reply = await supervisor.Says("first");

        for (var i = 0; i < 2; i++)
        {
            var response = await supervisor.Client.PressAsync(reply.Message, reply.Button("Refresh"), Cast.LiNa);
            Assert.Equal((200, 429), (response.Status, response.Body!.Value.GetProperty("statusCode").GetInt32()));
            // The button of a Chinese card.
            Assert.Contains("请 1 秒后再继续", response.Body.Value.GetProperty("value").GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task Where_replies_are_expected_the_pause_is_one_and_then_there_are_none()
    {
        await using var supervisor = await StartAsync("Limits:PersonBurst=1");
        string Message(int i) => """
            {"type":"message","id":"NUMBER","text":"hello","deliveryMode":"expectReplies","from":{"id":"U"},"recipient":{"id":"B"},"serviceUrl":"SERVICE","conversation":{"id":"a:personal-1"}}
            """.Replace("NUMBER", $"{i}", StringComparison.Ordinal);

        var answers = new List<string>();
        for (var i = 0; i < 3; i++) answers.Add((await supervisor.SendsAsync(Message(i))).Body!.Value.GetProperty("activities").ToString());

        Assert.Contains("you said: hello", answers[0]);
        Assert.Contains("Please go on in 3 s.", answers[1]);
        Assert.Equal("[]", answers[2]);
    }

    [Fact]
    public async Task A_hundred_thousand_people_are_bounded_and_forgotten_once_they_are_silent()
    {
        var time = new FakeTimeProvider();
        using var limits = new QuestionLimits(Options.Create(new LimitSettings()), time);
        for (var i = 0; i < 100_000; i++) limits.Take($"person {i}", $"conversation {i % 1000}");

        Assert.InRange(limits.Count, 20_000, 23_000);

        // The library drops what is full for ten seconds, by a timer of its own.
        time.Advance(TimeSpan.FromMinutes(2));
        using var end = Supervisor.Limit();
        while (limits.Count > 0)
        {
            end.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [Theory]
    [InlineData("PersonPerMinute", "0", 1)]
    [InlineData("ConversationBurst", "100001", 1)]
    [InlineData("Connections", "9", 10)]
    public async Task Limits_out_of_range_stop_the_start(string key, string value, int least)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync($"Limits:{key}={value}"));

        Assert.Equal($"Limits:{key} is {value}: write a number from {least} to 100000", refused.Message);
    }
}
