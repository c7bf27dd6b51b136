using ChatBot.Tests.Alerts;

namespace ChatBot.Tests.Stories;

/// <summary>Alerts as people hear them, minute by minute.</summary>
public class AlertsOverTime
{
    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task It_is_told_once_and_again_when_it_is_over(string edition)
    {
        await using var line = await TimeLine.BeginAsync(edition, "alert when waiting skill 3 above 5", "Alerts:Repeat=00:00:00");

        await line.At(0).Waiting(12).Heard("Waiting to rest 12 · limit 5");
        await line.At(1).Waiting(14).Nothing();
        await line.At(31).Still();
        await line.At(32).Waiting(3).Calm("after 32 min", "peak 14");
        await line.At(40).Nothing();
    }
}
