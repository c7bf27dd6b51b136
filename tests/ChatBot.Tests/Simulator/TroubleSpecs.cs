using ChatBot.Simulator;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using static ChatBot.Simulator.Durations;

namespace ChatBot.Tests.Simulator;

public class TroubleSpecs
{
    private const string Path = "configures/skills";
    private const string Body = """{"ccId":1,"vdn":1}""";

    public static TheoryData<string, Failure, int, string> Table => new()
    {
        { "401", Failure.Unauthorized, 401, "" },
        { "403", Failure.Forbidden, 403, "<html>" },
        { "418", Failure.WrongServerName, 418, "<html>" },
        { "429", Failure.TooManyRequests(), 429, "<html>" },
        { "502", Failure.BadGateway, 502, "<html>" },
        { "empty", Failure.EmptyBody, 200, "" },
        { "wrong shape", Failure.WrongJson, 200, "[{\"hello\"" },
        { "not JSON", Failure.NotJson, 200, "{[" },
        { "platform", Failure.Platform("0100999", "未知异常"), 200, "{\"resultCode\":\"0100999\",\"resultDesc\":\"未知异常\"}" },
        { "anything", Failure.Status(503, "later"), 503, "later" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Fails_as_told_for_as_many_calls_as_told(string what, Failure failure, int status, string text)
    {
        Assert.NotEmpty(what);
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Trouble.Next(failure, calls: 2);

        for (var call = 0; call < 2; call++)
        {
            using var failed = await centre.Caller.SendAsync(Path, Body);
            Assert.Equal(status, (int)failed.StatusCode);
            Assert.Contains(text, await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Null(failed.Headers.RetryAfter);
        }

        Assert.Equal("0", (string?)(await centre.Caller.AskAsync(Path, Body))["result"]);
        Assert.Equal([status, status, 200], centre.Itself.Calls.Select(call => call.Status));
    }

    [Fact]
    public async Task A_path_fails_until_it_is_cleared_and_the_others_do_not()
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Trouble.Always(Failure.TooManyRequests(Seconds(7)), Path);

        using var failed = await centre.Caller.SendAsync(Path, Body);
        Assert.Equal((429, Seconds(7)), ((int)failed.StatusCode, failed.Headers.RetryAfter?.Delta));
        Assert.NotNull(await centre.Caller.AskAsync("vdn/totalagentstate", Body));

        centre.Itself.Trouble.Clear();
        Assert.NotNull(await centre.Caller.AskAsync(Path, Body));
    }

    [Fact]
    public async Task A_slow_answer_comes_when_its_time_has_come()
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Trouble.Next(Failure.Slow(Seconds(8)));
        var call = centre.Caller.SendAsync(Path, Body);
        await centre.Itself.CallsReachAsync(1);

        centre.Time.Advance(Seconds(7));
        Assert.False(call.IsCompleted);
        Assert.Null(centre.Itself.Calls[0].Status);
        centre.Time.Advance(Seconds(1));

        Assert.True((await call).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_call_that_is_never_answered_does_not_hold_up_the_end()
    {
        var centre = await Centre.OpenAsync();
        centre.Itself.Trouble.Next(Failure.NeverAnswers);
        var call = centre.Caller.SendAsync(Path, Body);
        await centre.Itself.CallsReachAsync(1);

        await centre.Itself.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        centre.Caller.Dispose();
    }

    [Fact]
    public async Task Cuts_the_connection_before_and_in_the_middle_of_an_answer()
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Trouble.Next(Failure.ConnectionReset);
        await Assert.ThrowsAsync<HttpRequestException>(() => centre.Caller.SendAsync(Path, Body));

        centre.Itself.Trouble.Next(Failure.CutBody);
        using var cut = await centre.Caller.SendAsync(Path, Body, until: HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(200, (int)cut.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => cut.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Drips_the_right_answer_a_byte_a_second()
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Trouble.Next(Failure.Dripping);
        using var response = await centre.Caller.SendAsync("/rest/cmsapp/v1/ping", "{}", until: HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var one = new byte[1];

        Assert.Equal(1, await body.ReadAsync(one));
        var second = body.ReadAsync(one).AsTask();
        Assert.False(second.IsCompleted);
        centre.Time.Advance(Seconds(1));

        Assert.Equal(1, await second);
        centre.Time.Advance(Hours(1));
        using var rest = new StreamReader(body);
        Assert.EndsWith("\"success\"}", await rest.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_fifty_megabytes()
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Trouble.Next(Failure.Huge());
        using var response = await centre.Caller.SendAsync(Path, Body, until: HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();

        var (total, piece) = (0L, new byte[1 << 16]);
        for (int read; (read = await body.ReadAsync(piece)) > 0;) total += read;

        Assert.InRange(total, 50_000_000, 51_000_000);
    }

    [Fact]
    public async Task Frozen_data_shows_one_moment_whatever_happens()
    {
        await using var centre = await InterfaceSpecs.OpenAsync();
        const string Rest = """{"ccId":1,"vdn":1,"limit":100,"offset":0}""";
        var before = await centre.Caller.AskAsync("vdn/queryagentreststate", Rest);

        centre.Itself.Trouble.Freeze();
        centre.Itself.Vdn(1).Agent("Ana").Is(idle: Seconds(1));
        centre.Time.Advance(Minutes(5));
        Assert.Equal(before.ToJsonString(), (await centre.Caller.AskAsync("vdn/queryagentreststate", Rest)).ToJsonString());

        centre.Itself.Trouble.Thaw();
        Assert.Equal(0, (int)(await centre.Caller.AskAsync("vdn/queryagentreststate", Rest))["resultDesc"]!["onRestAgentNum"]!);
    }

    [Fact]
    public async Task A_wrong_clock_shifts_time_stamps_and_no_durations()
    {
        await using var centre = await InterfaceSpecs.OpenAsync();
        centre.Itself.Trouble.ClockSkew = Minutes(4);

        var row = (await centre.Caller.AskAsync("vdn/queryagentreststate", """{"ccId":1,"vdn":1,"limit":100,"offset":0}"""))["resultDesc"]!["details"]![0]!;

        Assert.Equal((Centre.Noon - Minutes(3)).ToUnixTimeMilliseconds(), (long)row["beginTime"]!);
        Assert.Equal(420, (int)row["reqRestDura"]!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-7)]
    public async Task The_date_of_every_answer_and_refusal_is_the_centres_clock(int minutes)
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Trouble.ClockSkew = Minutes(minutes);
        centre.Itself.Trouble.Next(Failure.BadGateway);

        using var refused = await centre.Caller.SendAsync("/rest/cmsapp/v1/ping", "{}");
        using var answered = await centre.Caller.SendAsync("/rest/cmsapp/v1/ping", "{}");

        Assert.Equal((502, Centre.Noon + Minutes(minutes)), ((int)refused.StatusCode, refused.Headers.Date));
        Assert.Equal((200, Centre.Noon + Minutes(minutes)), ((int)answered.StatusCode, answered.Headers.Date));
    }

    [Fact]
    public async Task A_clock_moved_while_the_timer_is_set_makes_nothing_late()
    {
        var time = new Jumping();
        var stage = new ChatBot.Simulator.Stage(new DefaultHttpContext(), () => throw new InvalidOperationException(), _ => { }, Centre.Noon, time, CancellationToken.None);
        var due = stage.UntilAsync(Centre.Noon + Seconds(8));

        time.Advance(Seconds(1));

        await due.WaitAsync(Supervisor.Patience);
    }

    private sealed class Jumping() : FakeTimeProvider(Centre.Noon)
    {
        private bool _jumped;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (!_jumped) Advance(Seconds(7));
            _jumped = true;
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
