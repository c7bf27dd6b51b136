using System.Net;
using System.Text;
using ChatBot.Simulator;
using static ChatBot.Simulator.Durations;

namespace ChatBot.Tests.Simulator;

public class SignatureSpecs
{
    private const string Path = "agentgroup/agentrestinfo";
    private const string Body = """{"queryParam":{"ccId":1,"vdn":1}}""";
    private const string Vector = """{"queryParam":{"ccId":1,"vdn":1,"agentId":101}}""";

    [Theory]
    [InlineData("host", "2024-01-01T00:00:00Z", false, "9d6877c9d67a323fbb0ba9dc8fcc554484e119cb6237d5256385aff0af57c28f")]
    [InlineData("content-length;content-type;host", "2024-01-01T00:00:00.000Z", false, "2cc259f5a577149a37287d76f95dabc1edcfd3cf7a98c5a79e19b48489bf5c53")]
    [InlineData("content-length;content-type;host", "2024-01-01T00:00:00.000Z", true, "2e2637231514675900d08aa7cc6e853a038938b1af265ef02293de4509b9fe44")]
    public void Signs_the_posted_vectors(string names, string stamp, bool emptyLine, string signature)
    {
        var values = new Dictionary<string, string>
        {
            ["content-length"] = "47",
            ["content-type"] = "application/json;charset=UTF-8",
            ["host"] = "10.22.26.181:28080",
        };
        var text = Canonical.Text("POST", "/rest/cmsapp/v1/openapi/agentgroup/agentbyworkno", [], emptyLine,
            names, names.Split(';').Select(name => (name, values[name])), Encoding.UTF8.GetBytes(Vector));

        Assert.Equal(signature, Canonical.Sign("unit-test-secret-not-real", $"auth-v2/globalaktest/{stamp}/{names}", text));
    }

    [Fact]
    public void Signs_the_vector_with_a_query_and_no_body()
    {
        var text = Canonical.Text("GET", "/rest/cmsapp/v1/ping", [("b", "2 x"), ("a", "座席"), ("c", "")], false,
            "host", [("host", "10.22.26.181:28080")], []);

        Assert.Equal("GET\n/rest/cmsapp/v1/ping\na=%E5%BA%A7%E5%B8%AD&b=2%20x&c=\nhost\nhost:10.22.26.181%3A28080\n", Encoding.UTF8.GetString(text));
        Assert.Equal("124b06197c8e66479be5c67c736d862678337db35db56ca101522c5faa8ff4bd",
            Canonical.Sign("unit-test-secret-not-real", "auth-v2/globalaktest/2024-01-01T00:00:00Z/host", text));
    }

    [Theory]
    [InlineData("host", "yyyy-MM-dd'T'HH:mm:ss'Z'")]
    [InlineData("host", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'")]
    [InlineData("content-type;host", "yyyy-MM-dd'T'HH:mm:ss'Z'")]
    [InlineData("content-length;content-type;host", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'")]
    public async Task Lets_in_any_signed_set_with_the_host_and_both_forms_of_the_time(string names, string timeForm)
    {
        await using var centre = await Centre.OpenAsync();
        (centre.Caller.Headers, centre.Caller.TimeForm) = (names.Split(';'), timeForm);

        Assert.Equal("0", (string?)(await centre.Caller.AskAsync(Path, Body))["result"]);
        Assert.NotNull(await centre.Caller.AskAsync("/rest/cmsapp/v1/ping", """{"say":"Hello world!"}"""));
    }

    [Theory]
    [InlineData("auth-v2", "auth-v1")]
    [InlineData("simulated-key", "someone-else")]
    [InlineData("2026", "2025")]
    [InlineData("12:00:00.000Z", "noon")]
    [InlineData("content-type;host", "content-type")]
    [InlineData("content-type;host", "host;content-type")]
    [InlineData("content-type;host", "Content-Type;host")]
    [InlineData("content-type;host", "content-type;host;x-unsent")]
    [InlineData("content-type;host/", "content-type;host//")]
    public async Task Refuses_an_authorization_that_is_not_as_described(string right, string wrong)
    {
        await using var centre = await Centre.OpenAsync();
        centre.Caller.Tamper = header => header.Contains(right, StringComparison.Ordinal)
            ? header.Replace(right, wrong, StringComparison.Ordinal) : throw new InvalidOperationException(header);

        using var response = await centre.Caller.SendAsync(Path, Body);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.NotNull(centre.Itself.Calls[^1].Reason);
    }

    [Fact]
    public async Task Refuses_another_secret_another_body_and_no_authorization()
    {
        await using var centre = await Centre.OpenAsync();
        centre.Caller.SecretKey = "wrong";
        Assert.Equal(HttpStatusCode.Unauthorized, (await centre.Caller.SendAsync(Path, Body)).StatusCode);

        centre.Caller.SecretKey = centre.Itself.Settings.SecretKey;
        var kept = "";
        centre.Caller.Tamper = header => kept = header;
        Assert.Equal(HttpStatusCode.OK, (await centre.Caller.SendAsync(Path, Body)).StatusCode);
        centre.Caller.Tamper = _ => kept;
        Assert.Equal(HttpStatusCode.Unauthorized, (await centre.Caller.SendAsync(Path, Body.Replace("1}}", "2}}", StringComparison.Ordinal))).StatusCode);

        centre.Caller.Tamper = _ => "";
        Assert.Equal(HttpStatusCode.Unauthorized, (await centre.Caller.SendAsync(Path, Body)).StatusCode);
    }

    [Theory]
    [InlineData(14, 200)]
    [InlineData(16, 401)]
    [InlineData(-14, 200)]
    [InlineData(-16, 401)]
    public async Task Refuses_a_time_stamp_outside_the_window_of_its_own_clock(int minutesAhead, int status)
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Trouble.ClockSkew = Minutes(minutesAhead);

        using var response = await centre.Caller.SendAsync(Path, Body);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(EmptyQueryLine.Omitted, true, false)]
    [InlineData(EmptyQueryLine.Present, false, true)]
    [InlineData(EmptyQueryLine.Either, true, true)]
    public async Task Takes_the_form_of_the_empty_query_line_that_it_is_told_to(EmptyQueryLine form, bool omitted, bool present)
    {
        await using var centre = await Centre.OpenAsync();
        centre.Itself.Quirks.EmptyQueryLine = form;

        Assert.Equal(omitted, (await centre.Caller.SendAsync(Path, Body)).IsSuccessStatusCode);
        centre.Caller.EmptyQueryLine = true;
        Assert.Equal(present, (await centre.Caller.SendAsync(Path, Body)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Refuses_every_method_but_post_and_paths_it_does_not_have()
    {
        await using var centre = await Centre.OpenAsync(new() { Edition = CentreEdition.Current });

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await centre.Caller.SendAsync("configures/skills", "{}", HttpMethod.Put)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await centre.Caller.SendAsync(Path, Body)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await centre.Caller.SendAsync("nowhere", "{}")).StatusCode);
    }
}
