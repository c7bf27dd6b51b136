using ChatBot.Simulator;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Silence, refusal and nonsense are answers too, in both editions.</summary>
public class WhenTheCentreFails
{
    private static readonly Dictionary<string, (Failure Failure, string Says)> Failures = new()
    {
        ["the connection breaks"] = (Failure.ConnectionReset, "cannot be reached"),
        ["401"] = (Failure.Unauthorized, "refuses our signature"),
        ["403 from a gateway"] = (Failure.Forbidden, "gateway in front of the contact centre refuses us"),
        ["418, the wrong server name"] = (Failure.WrongServerName, "gateway in front of the contact centre refuses us"),
        ["429"] = (Failure.TooManyRequests(Minutes(1)), "gateway in front of the contact centre refuses us"),
        ["502"] = (Failure.BadGateway, "gateway in front of the contact centre refuses us"),
        ["a code of the platform"] = (Failure.Platform("0101003", "无权限"), "refuses the question"),
        ["an empty answer"] = (Failure.EmptyBody, "makes no sense"),
        ["an answer cut in the middle"] = (Failure.CutBody, "makes no sense"),
        ["other JSON"] = (Failure.WrongJson, "makes no sense"),
        ["something like JSON"] = (Failure.NotJson, "makes no sense"),
        ["HTML"] = (Failure.Status(200, "<html>login</html>", "text/html"), "makes no sense"),
        ["50 MB"] = (Failure.Huge(), "makes no sense"),
    };

    public static TheoryData<string, string> Cases => [.. from edition in (string[])["Current", "Classic"] from name in Failures.Keys select (edition, name)];

    [Theory, MemberData(nameof(Cases))]
    public async Task The_supervisor_is_told_what_failed_and_what_to_do(string edition, string failure)
    {
        await using var stage = await SetAsync(edition);
        stage.Centre.Trouble.Always(Failures[failure].Failure);

        var reply = await stage.Supervisor.Says("who is resting on skill 3");

        Assert.Contains(Failures[failure].Says, reply.Text, StringComparison.Ordinal);
        Assert.Contains("since 14:00", reply.Text, StringComparison.Ordinal);
        Assert.Contains("administrator", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Try again", reply.Buttons);
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task The_last_good_figures_are_shown_with_their_age_and_the_failure(string edition)
    {
        await using var stage = await SetAsync(edition);
        stage.Billing.Has("Ana", resting: Minutes(7));
        await stage.Supervisor.Says("who is resting on skill 3");
        stage.Time.Advance(Minutes(2));
        stage.Centre.Trouble.Always(Failure.BadGateway);

        var reply = await stage.Supervisor.Says("who is resting on skill 3");

        Assert.Contains("Ana", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Old data: as of 14:00, 2 min ago", reply.Text, StringComparison.Ordinal);
        Assert.Contains("since 14:02", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_left_out_because_the_platform_tells_no_time_is_counted()
    {
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana", waiting: Minutes(20));
        stage.Centre.Quirks.DummyBeginTimes = true;

        var reply = await stage.Supervisor.Says("who has been waiting to rest for more than 10 minutes");

        Assert.Contains("Nobody is waiting to rest over 10 min", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Left out: 1 whose time is not known.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_works_again_the_next_answer_is_fresh()
    {
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana", resting: Minutes(7));
        stage.Centre.Trouble.Always(Failure.ConnectionReset);
        var failed = await stage.Supervisor.Says("who is resting on skill 3");
        stage.Centre.Trouble.Clear();
        stage.Time.Advance(Minutes(1));

        var card = await stage.Supervisor.Presses("Try again", failed);

        Assert.Contains("Ana", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Old data", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_centre_is_waited_for_once_however_much_an_answer_needs()
    {
        await using var stage = await SetAsync();
        await stage.AskAsync("skills");   // names are read and kept
        stage.Centre.Trouble.Always(Failure.NeverAnswers);
        var arrived = stage.Centre.CallCount + 3;   // head counts, rests and queues

        var asking = stage.AskAsync("summary");
        await stage.Centre.CallsReachAsync(arrived, TestContext.Current.CancellationToken).WaitAsync(Supervisor.Patience, TestContext.Current.CancellationToken);
        stage.Time.Advance(TimeSpan.FromSeconds(8));

        Assert.Contains("did not answer in time", (await asking).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_rests_in_classic_is_told_in_time_though_no_single_agent_is()
    {
        await using var stage = await SetAsync("Classic", queues: false);
        for (var i = 0; i < 20; i++) stage.Billing.Has($"Rester {i}", resting: Minutes(i + 1), asked: Minutes(30));
        for (var i = 0; i < 20; i++) stage.Billing.Has($"Waiter {i}", waiting: Minutes(i + 1));
        stage.Centre.Trouble.Always(Failure.NeverAnswers, "agentgroup/agentbyworkno");
        var arrived = stage.Centre.CallCount + 5;   // the rest overview, and the first four agents

        var asking = stage.AskAsync("who is resting");
        await stage.Centre.CallsReachAsync(arrived, TestContext.Current.CancellationToken);
        stage.Time.Advance(TimeSpan.FromSeconds(9.5));
        var answer = await asking.WaitAsync(Supervisor.Patience, TestContext.Current.CancellationToken);

        Assert.Contains("20 resting", answer.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_at_one_byte_a_second_ends_at_the_deadline()
    {
        await using var stage = await SetAsync();
        await stage.AskAsync("skills");   // names are read and kept
        stage.Centre.Trouble.Always(Failure.Dripping, "vdn/queryagentreststate");
        var arrived = stage.Centre.CallCount + 1;
        var asking = stage.AskAsync("who is resting");
        await stage.Centre.CallsReachAsync(arrived, TestContext.Current.CancellationToken);

        stage.Time.Advance(TimeSpan.FromSeconds(8));

        Assert.Contains("did not answer in time", (await asking).Summary, StringComparison.Ordinal);
    }
}
