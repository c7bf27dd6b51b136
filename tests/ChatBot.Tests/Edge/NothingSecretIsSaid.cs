using ChatBot.Simulator;
using ChatBot.Tests.Stories;
using ChatBot.Tests.Teams;
using Microsoft.Extensions.Logging;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Edge;

/// <summary>However much is logged and whatever fails: no secret is in a log line, an answer, a status or an exception.</summary>
public class NothingSecretIsSaid
{
    private const string Secret = "MARKER-5ecr3t";

    [Fact]
    public async Task In_questions_failures_and_alerts_at_the_finest_level()
    {
        var log = new Complaints(LogLevel.Trace);
        await using var stage = await SetAsync("Current", true, log.MoveIn,
            $"Monitoring:SecretKey={Secret}", $"Kestrel:Certificates:Other:Password={Secret}", "Logging:LogLevel:Default=Trace", "Logging:LogLevel:System.Net.Http=Trace", "Logging:LogLevel:Polly=Trace");

        // The centre knows another key and refuses each signature; and then it fails in other ways.
        await stage.AskAsync("tell us when more than 1 are resting on skill 3");
        foreach (var failure in (Failure?[])[null, Failure.ConnectionReset, Failure.BadGateway, Failure.Status(500, "<html>oops</html>"), Failure.NotJson])
        {
            if (failure is not null) stage.Centre.Trouble.Always(failure);
            await stage.Supervisor.Says("who is resting on skill 3");
            await stage.Supervisor.Says("status");
            await stage.PollAsync(Here, 1);
            stage.Centre.Trouble.Clear();
        }

        Assert.True(log.All.Count > 100);
        Assert.DoesNotContain(log.All, line => line.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(stage.Supervisor.Channel.Messages, m => $"{m.Card} {m.Text} {m.Summary}".Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Monitoring:Address=ftp://me:MARKER-5ecr3t@cms.example")]
    [InlineData("Monitoring:Address=https://me:MARKER-5ecr3t@cms.example")]
    [InlineData("State:ConnectionString=Data Source=x;Password=MARKER-5ecr3t;Nonsense=1")]
    [InlineData("State:ConnectionString=Host=db;Password=MARKER-5ecr3t")]
    public async Task In_what_stops_the_start(string setting)
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => Supervisor.StartAsync(new Parrot().MoveIn, setting));

        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }
}
