using System.Text;
using ChatBot.Monitoring;

namespace ChatBot.Tests.Monitoring;

/// <summary>The C2 signature: the four vectors of the interface's description, and what really goes on the wire.</summary>
public class SignatureTests
{
    private const string Body = """{"queryParam":{"ccId":1,"vdn":1,"agentId":101}}""";
    private const string Path = "/rest/cmsapp/v1/openapi/agentgroup/agentbyworkno";

    [Theory]
    [InlineData("host", "2024-01-01T00:00:00Z", false, "9d6877c9d67a323fbb0ba9dc8fcc554484e119cb6237d5256385aff0af57c28f")]
    [InlineData("content-length;content-type;host", "2024-01-01T00:00:00.000Z", false, "2cc259f5a577149a37287d76f95dabc1edcfd3cf7a98c5a79e19b48489bf5c53")]
    [InlineData("content-length;content-type;host", "2024-01-01T00:00:00.000Z", true, "2e2637231514675900d08aa7cc6e853a038938b1af265ef02293de4509b9fe44")]
    public void Signs_a_posted_query_as_described(string names, string timestamp, bool emptyLine, string signature)
    {
        var headers = names.Split(';').Select(n => KeyValuePair.Create(n, n switch
        {
            "content-length" => "47",
            "content-type" => "application/json;charset=UTF-8",
            _ => "10.22.26.181:28080",
        })).Reverse();

        var value = Signature.Of("globalaktest", "unit-test-secret-not-real", timestamp, "POST", Path, [], headers, Encoding.UTF8.GetBytes(Body), emptyLine);

        Assert.Equal($"auth-v2/globalaktest/{timestamp}/{names}/{signature}", value);
    }

    [Fact]
    public void Signs_a_get_with_a_query_as_described()
    {
        var value = Signature.Of("globalaktest", "unit-test-secret-not-real", "2024-01-01T00:00:00Z", "GET", "/rest/cmsapp/v1/ping",
            [new("b", "2 x"), new("a", "座席"), new("c", "")], [new("host", "10.22.26.181:28080")], [], emptyQueryLine: false);

        Assert.EndsWith("/124b06197c8e66479be5c67c736d862678337db35db56ca101522c5faa8ff4bd", value);
    }

    [Fact]
    public async Task Sends_exactly_the_bytes_the_host_and_the_content_type_it_signed()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has("/agentgroup/agentbyconfigedskill", Payloads.ClassicAgents());

        await floor.Reader.AgentsAsync(new Scope(1, 3), default);

        var call = Assert.Single(floor.Stub.Calls);
        Assert.Equal("""{"queryParam":{"ccId":1,"vdn":1,"skillId":3}}""", call.Body);
        Assert.Equal("application/json;charset=UTF-8", call.ContentType);
        Assert.Equal(new Uri(floor.Stub.Address).Authority, call.Host);
        Assert.Equal(call.Body.Length, call.Length);
        Assert.Equal(Signed(call, "2026-03-02T08:00:00.000Z", emptyLine: false), call.Authorization);
    }

    [Fact]
    public async Task Signs_each_attempt_afresh()
    {
        await using var floor = await Floor.Of(Edition.Classic);
        floor.Stub.Has("/agentgroup/agentbyconfigedskill", StubCentre.Status(502), StubCentre.Write(Payloads.ClassicAgents()));

        var retry = floor.Time.NextWait(TimeSpan.FromSeconds(2));
        var asking = floor.Reader.AgentsAsync(new Scope(1, 3), default);
        await retry;
        floor.Time.Advance(TimeSpan.FromSeconds(2));
        await asking;

        Assert.Equal(["2026-03-02T08:00:00.000Z", "2026-03-02T08:00:02.000Z"], floor.Stub.Calls.Select(c => c.Authorization.Split('/')[2]));
    }

    [Theory]
    [InlineData("Include", "host", "false", "2026-03-02T08:00:00Z")]
    [InlineData("Omit", "Host; Content-Type", "true", "2026-03-02T08:00:00.000Z")]
    public async Task Every_switch_of_the_signature_is_a_setting(string emptyLine, string headers, string milliseconds, string timestamp)
    {
        await using var floor = await Floor.Of(Edition.Classic, ("Signature:EmptyQueryLine", emptyLine),
            ("Signature:SignedHeaders", headers), ("Signature:Milliseconds", milliseconds));
        floor.Stub.Has("/agentgroup/agentbyconfigedskill", Payloads.ClassicAgents());

        await floor.Reader.AgentsAsync(new Scope(1, 3), default);

        var call = Assert.Single(floor.Stub.Calls);
        Assert.Equal(Signed(call, timestamp, emptyLine == "Include"), call.Authorization);
    }

    [Fact]
    public async Task Auto_tries_the_other_form_once_after_a_401_and_remembers_what_worked()
    {
        await using var floor = await Floor.Of(Edition.Classic, ("Signature:EmptyQueryLine", "Auto"), ("MaxAge", "00:00:00"));
        floor.Stub.Has("/agentgroup/agentbyconfigedskill", StubCentre.Status(401), StubCentre.Write(Payloads.ClassicAgents()));

        await floor.Reader.AgentsAsync(new Scope(1, 3), default);
        await floor.Reader.AgentsAsync(new Scope(1, 3), default);

        Assert.Equal([false, true, true], floor.Stub.Calls.Select(c => c.Authorization == Signed(c, "2026-03-02T08:00:00.000Z", emptyLine: true)));
    }

    [Fact]
    public async Task Wrong_keys_are_tried_twice_and_no_more()
    {
        await using var floor = await Floor.Of(Edition.Classic, ("Signature:EmptyQueryLine", "Auto"));
        floor.Stub.Has("/agentgroup/agentbyconfigedskill", StubCentre.Status(401));

        var refused = await Assert.ThrowsAsync<MonitoringException>(() => floor.Reader.AgentsAsync(new Scope(1, 3), default));

        Assert.Equal((MonitoringFault.SignatureRefused, "401"), (refused.Failure.Fault, refused.Failure.Code));
        Assert.Equal(2, floor.Stub.Calls.Count);
    }

    private static string Signed(StubCentre.Call call, string timestamp, bool emptyLine) => Signature.Of("ak", "not-a-real-secret", timestamp, "POST", call.Path, [],
        call.Authorization.Split('/')[3].Split(';').Select(n => KeyValuePair.Create(n, n switch
        {
            "content-length" => $"{call.Length}",
            "content-type" => call.ContentType!,
            _ => call.Host!,
        })), Encoding.UTF8.GetBytes(call.Body), emptyLine);
}
