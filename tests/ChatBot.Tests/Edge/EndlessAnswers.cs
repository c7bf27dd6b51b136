using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatBot.Tests.Teams;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Edge;

/// <summary>Whoever we call and whose answer never ends: headers without end, or a byte now and then.</summary>
public sealed class EndlessAnswers : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public EndlessAnswers() => _server.Start();

    private string Address => $"http://{_server.LocalEndpoint}";

    [Fact]
    public async Task Endless_headers_of_the_contact_centre_are_an_apology()
    {
        _ = ServeAsync();
        await using var supervisor = await Supervisor.StartAsync(null, $"Monitoring:Address={Address}", "Alerts:Watch=false");

        var reply = await supervisor.Says("who is resting on skill 3");

        Assert.Contains("cannot be reached", reply.Text);
        await _hungUp.Task.WaitAsync(Supervisor.Patience);
    }

    [Fact]
    public async Task Endless_headers_of_a_connector_end_the_call()
    {
        _ = ServeAsync();
        var log = new Complaints(LogLevel.Warning);
        await using var supervisor = await Supervisor.StartAsync(builder =>
        {
            new Parrot().MoveIn(builder);
            log.MoveIn(builder);
        });

        await supervisor.SendsAsync(
            """{"type":"message","text":"hello","from":{"id":"U"},"recipient":{"id":"B"},"serviceUrl":"HERE","conversation":{"id":"c"}}""".Replace("HERE", Address));
        await _hungUp.Task.WaitAsync(Supervisor.Patience);
        await supervisor.StopAsync();

        Assert.Contains(log.All, line => line.Contains("no answer from", StringComparison.Ordinal));
    }

    /// <summary>Headers for as long as somebody reads them.</summary>
    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            using var client = await _server.AcceptTcpClientAsync(_end.Token);
            try
            {
                await using var stream = client.GetStream();
                await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), _end.Token);
                for (var i = 0; ; i++) await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-{i}: {new string('y', 1000)}\r\n"), _end.Token);
            }
            catch (IOException)
            {
                _hungUp.TrySetResult();
            }
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _server.Dispose();
        _end.Dispose();
    }
}
