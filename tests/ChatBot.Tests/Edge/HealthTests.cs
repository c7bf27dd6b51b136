using System.Net;
using ChatBot.Alerts;
using ChatBot.Tests.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Edge;

/// <summary>What <c>/health/ready</c> says of a bot that is well, and of one that is not.</summary>
public class HealthTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly StageClock _time = new(Stage.Start);

    private Task<Supervisor> StartAsync(params string[] settings) => Supervisor.StartAsync(
        builder =>
        {
            new Parrot().MoveIn(builder);
            builder.Services.AddSingleton<TimeProvider>(_time);
        },
        settings);

    private static async Task<(HttpStatusCode, string)> AskAsync(Supervisor supervisor, string path = "/health/ready", string? host = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(supervisor.Address, path));
        request.Headers.Host = host;
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_database_that_fails_makes_it_unready_and_it_is_asked_once_a_second_at_most()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("chatbot-").FullName, "ready.db");
        await using var supervisor = await StartAsync($"State:ConnectionString=Data Source={file};Pooling=false", "Alerts:Watch=false", "Logging:LogLevel:Default=None");
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(supervisor));

        // Its folder becomes a file: nothing can be opened any more.
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        await File.WriteAllTextAsync(Path.GetDirectoryName(file)!, "");
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(supervisor));
        _time.Advance(Second);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unready"), await AskAsync(supervisor));
        Assert.Equal((HttpStatusCode.OK, "alive"), await AskAsync(supervisor, "/health/live"));
        File.Delete(Path.GetDirectoryName(file)!);
        _time.Advance(Second);
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(supervisor));
    }

    [Fact]
    public async Task Watchers_that_sleep_make_it_unready()
    {
        var health = new WatchHealth(_time);
        var alive = new WatchersAlive(health, Options.Create(new AlertSettings()), _time);
        async Task<bool> IsWell() => (await alive.CheckHealthAsync(new())).Status == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy;

        Assert.True(await IsWell());
        health.Wakes();
        health.Polled(1, isFailed: true, null);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await IsWell());
        _time.Advance(TimeSpan.FromMinutes(1.1));
        Assert.False(await IsWell());
        health.Wakes();
        Assert.True(await IsWell());
        _time.Advance(TimeSpan.FromMinutes(0.8));
        Assert.False(await IsWell());
        health.Rests(1);
        Assert.True(await IsWell());
    }

    [Fact]
    public async Task It_answers_under_the_listed_hosts_only()
    {
        await using var supervisor = await StartAsync("Health:Hosts:0=bot.internal");

        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(supervisor, host: "bot.internal"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await AskAsync(supervisor));
        Assert.Equal((HttpStatusCode.NotFound, ""), await AskAsync(supervisor, "/health/live"));
    }
}
