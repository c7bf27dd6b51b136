using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ChatBot.Simulator;

namespace ChatBot.Tests.Simulator;

/// <summary>The centre on its own command line.</summary>
public partial class AloneSpecs
{
    [Fact]
    public async Task Prints_how_to_point_the_bot_at_it_and_answers_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var output = new Signalling();
        var parsed = CommandLine.Parse(["--port", "0", "--vdns", "3", "--agents", "7", "--edition", "classic", "--seed", "5"]);
        var running = parsed.InvokeAsync(new() { Output = output }, stop.Token);
        await Task.WhenAny(output.Written, running);

        var text = output.ToString();
        Assert.Contains("3 VDN(s) of 7 agents", text, StringComparison.Ordinal);
        Assert.Contains("Monitoring__Edition=Classic dotnet run --project src/ChatBot", text, StringComparison.Ordinal);
        using var http = new HttpClient();
        using var response = await http.PostAsync(new Uri(Address().Match(text).Value + "/rest/cmsapp/v1/ping"), null);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);

        await stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Theory]
    [InlineData("--vdns must", "--vdns", "0")]
    [InlineData("969999", "--vdns", "50", "--agents", "99999")]
    [InlineData("--agents must", "--agents", "-1")]
    [InlineData("--port must", "--port", "65536")]
    [InlineData("--access-key must", "--access-key", "a/b")]
    [InlineData("'x'", "--vdns", "x")]
    [InlineData("--nope", "--nope")]
    public async Task Says_what_is_wrong_with_an_argument(string told, params string[] args)
    {
        using var error = new StringWriter();
        using var output = new StringWriter();

        Assert.Equal(1, await CommandLine.Parse(args).InvokeAsync(new() { Error = error, Output = output }));

        Assert.Contains(told, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_its_port_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var error = new StringWriter();

        Assert.Equal(1, await CommandLine.Parse(["--port", $"{((IPEndPoint)other.LocalEndpoint).Port}"]).InvokeAsync(new() { Error = error }));

        Assert.Contains("--port 0", error.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    private sealed class Signalling : StringWriter
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            _written.TrySetResult();
        }
    }
}
