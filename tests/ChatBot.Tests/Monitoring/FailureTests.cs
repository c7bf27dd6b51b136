using System.Net;
using System.Net.Sockets;
using ChatBot.Monitoring;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Monitoring;

/// <summary>Every way the contact centre can fail, by name, in bounded time and memory, tried again where that helps.</summary>
public class FailureTests
{
    private const string List = "/agentgroup/agentbyconfigedskill";
    private static readonly Scope Skill3 = new(1, 3);

    [Theory]
    [InlineData(401, MonitoringFault.SignatureRefused, 1)]
    [InlineData(403, MonitoringFault.GatewayRefused, 1)]
    [InlineData(404, MonitoringFault.GatewayRefused, 1)]
    [InlineData(418, MonitoringFault.GatewayRefused, 1)]
    [InlineData(302, MonitoringFault.GatewayRefused, 1)]
    [InlineData(429, MonitoringFault.GatewayRefused, 3)]
    [InlineData(500, MonitoringFault.GatewayRefused, 3)]
    [InlineData(502, MonitoringFault.GatewayRefused, 3)]
    public async Task A_refusal_has_a_name_and_is_tried_again_only_where_that_helps(int status, MonitoringFault fault, int attempts)
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, "<html><title>No\nway</title></html>", status, "text/html");

        var failure = await FailsAsync(floor, retries: attempts - 1);

        Assert.Equal(new MonitoringFailure(fault, Floor.Start, $"{status}", "No way"), failure with { Since = Floor.Start });
        Assert.Equal(attempts, floor.Stub.Calls.Count);
    }

    [Fact]
    public async Task Nobody_listening_is_unreachable()
    {
        // Bound, so that nobody else gets the port, and not listening.
        using var nobody = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var host = Floor.Host($"http://{nobody.LocalEndPoint}", Edition.Classic, new StageClock(Floor.Start));

        var failed = await Assert.ThrowsAsync<MonitoringException>(() => host.Services.GetRequiredService<FloorReader>().AgentsAsync(Skill3, default));

        Assert.Equal(MonitoringFault.Unreachable, failed.Failure.Fault);
        Assert.DoesNotContain("not-a-real-secret", failed.ToString());
    }

    [Fact]
    public async Task A_body_cut_in_the_middle_is_not_understood_after_trying_again()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, async context =>
        {
            context.Response.ContentLength = 1000;
            // Less than announced: the server closes the connection after it.
            await context.Response.WriteAsync("""{"result":"0","resultDatas":[""");
        });

        var failure = await FailsAsync(floor, retries: 2);

        Assert.Equal(MonitoringFault.NotUnderstood, failure.Fault);
        Assert.Equal(3, floor.Stub.Calls.Count);
    }

    [Fact]
    public async Task An_endless_answer_is_refused_without_reading_it_all()
    {
        await using var floor = await Floor.Of(Edition.Classic, ("MaxAnswerMegabytes", "1"));
        var hungUp = new TaskCompletionSource();
        floor.Stub.Has(List, async context =>
        {
            context.RequestAborted.Register(hungUp.SetResult);
            // Beyond the limit nothing more is sent until the client hangs up: one that read on would wait for ever.
            await context.Response.Body.WriteAsync(new byte[2 * 1024 * 1024]);
            await hungUp.Task;
        });

        var failure = await FailsAsync(floor, retries: 0);
        await hungUp.Task;

        Assert.Equal((MonitoringFault.NotUnderstood, "an answer larger than 1 MB"), (failure.Fault, failure.Text));
        Assert.Single(floor.Stub.Calls);
    }

    [Fact]
    public async Task An_announced_fifty_megabytes_are_refused_unread()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        var hungUp = new TaskCompletionSource();
        floor.Stub.Has(List, async context =>
        {
            context.RequestAborted.Register(hungUp.SetResult);
            context.Response.ContentLength = 50 * 1024 * 1024;
            await context.Response.Body.FlushAsync();
            await hungUp.Task;
        });

        var failure = await FailsAsync(floor, retries: 0);

        Assert.Equal((MonitoringFault.NotUnderstood, "an answer larger than 16 MB"), (failure.Fault, failure.Text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Silence_and_a_byte_a_second_end_at_the_deadline(bool silent)
    {
        await using var floor = await Floor.Of(Edition.Classic, ("Timeout", "00:00:08"));
        var arrived = new SemaphoreSlim(0);
        floor.Stub.Has(List, async context =>
        {
            if (!silent)
            {
                await context.Response.WriteAsync("{");
                await context.Response.Body.FlushAsync();
            }

            arrived.Release();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var asking = floor.Reader.AgentsAsync(Skill3, default);
        await arrived.WaitAsync();
        var retry = floor.Time.NextWait(TimeSpan.FromSeconds(2));
        floor.Time.Advance(TimeSpan.FromSeconds(4)); // half of the time is one attempt's
        await retry;
        floor.Time.Advance(TimeSpan.FromSeconds(1));
        await arrived.WaitAsync();
        floor.Time.Advance(TimeSpan.FromSeconds(3)); // the whole is over

        var failed = await Assert.ThrowsAsync<MonitoringException>(() => asking);
        Assert.Equal(MonitoringFault.TimedOut, failed.Failure.Fault);
        Assert.Equal(2, floor.Stub.Calls.Count);
    }

    [Fact]
    public async Task A_short_wish_to_wait_is_waited_for()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, StubCentre.Status(429, "2"), StubCentre.Write(Payloads.ClassicAgents()));

        var retry = floor.Time.NextWait(TimeSpan.FromSeconds(2));
        var asking = floor.Reader.AgentsAsync(Skill3, default);
        await retry;
        floor.Time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Single(floor.Stub.Calls);
        floor.Time.Advance(TimeSpan.FromSeconds(0.1));
        await asking;

        Assert.Equal(2, floor.Stub.Calls.Count);
    }

    [Fact]
    public async Task A_long_wish_to_wait_is_obeyed_by_leaving_the_centre_alone_and_saying_why()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, StubCentre.Status(429, "30"), StubCentre.Write(Payloads.ClassicAgents()));

        var first = await FailsAsync(floor, retries: 0);
        floor.Time.Advance(TimeSpan.FromSeconds(20));
        var second = await FailsAsync(floor, retries: 0);
        Assert.Single(floor.Stub.Calls);
        floor.Time.Advance(TimeSpan.FromSeconds(10));
        var third = await floor.Reader.AgentsAsync(Skill3, default);

        Assert.Equal((MonitoringFault.GatewayRefused, "429"), (first.Fault, first.Code));
        Assert.Equal(first, second);
        Assert.False(third.Stale);
    }

    [Fact]
    public async Task An_open_circuit_answers_as_the_failure_that_opened_it()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has(List, "<title>Bad Gateway</title>", 502);
        await FailsAsync(floor, retries: 2);
        floor.Time.Advance(TimeSpan.FromSeconds(1));
        await FailsAsync(floor, retries: 2);
        var calls = floor.Stub.Calls.Count;
        floor.Time.Advance(TimeSpan.FromSeconds(1));

        var failure = await FailsAsync(floor, retries: 0);

        Assert.Equal((MonitoringFault.GatewayRefused, "502", "Bad Gateway"), (failure.Fault, failure.Code, failure.Text));
        Assert.Equal(calls, floor.Stub.Calls.Count);
        floor.Stub.Has(List, Payloads.ClassicAgents());
        floor.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.False((await floor.Reader.AgentsAsync(Skill3, default)).Stale);
    }

    [Fact]
    public async Task Each_VDN_tells_its_own_failure_when_its_circuit_is_open()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        // So long a wait is not waited for: nothing is tried again.
        floor.Stub.Has(List, context => StubCentre.Status(
            StubCentre.BodyOf(context).Contains("\"vdn\":1,", StringComparison.Ordinal) ? 502 : 500, retryAfter: "3600")(context));

        async Task<(int Vdn, string? Code)[]> TwentyAsync(int firstSkill) => await Task.WhenAll(Enumerable.Range(firstSkill, 20).Select(async skill =>
        {
            var scope = new Scope(1 + skill % 2, skill);
            return (scope.Vdn, (await Assert.ThrowsAsync<MonitoringException>(() => floor.Reader.AgentsAsync(scope, default))).Failure.Code);
        }));
        var opening = await TwentyAsync(firstSkill: 1);
        var open = await TwentyAsync(firstSkill: 21);

        Assert.All([.. opening, .. open], t => Assert.Equal(t.Vdn == 1 ? "502" : "500", t.Code));
        Assert.InRange(floor.Stub.Calls.Count, 12, 20);
    }

    private static async Task<MonitoringFailure> FailsAsync(Floor floor, int retries)
    {
        var wait = floor.Time.NextWait(TimeSpan.FromSeconds(2));
        var asking = floor.Reader.AgentsAsync(Skill3, default);
        for (var i = 0; i < retries; i++)
        {
            await wait;
            wait = floor.Time.NextWait(TimeSpan.FromSeconds(2));
            floor.Time.Advance(TimeSpan.FromSeconds(2));
        }

        return (await Assert.ThrowsAsync<MonitoringException>(() => asking)).Failure;
    }
}
