using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Alerts;

/// <summary>A setting that cannot work stops the start; the message names the key and the mend.</summary>
public class AlertSettingsTests
{
    private const string Shipped = "Alerts:Rules:0:Name=Waits|Alerts:Rules:0:Conversation=c|Alerts:Rules:0:When=";

    [Theory]
    [InlineData("Alerts:PollInterval=00:00:04", "Alerts:PollInterval is 00:00:04: set it between 00:00:05 and 00:05:00.")]
    [InlineData("Alerts:HoldPolls=0", "Alerts:HoldPolls is 0: set it between 1 and 20.")]
    [InlineData("Alerts:CalmPolls=21", "Alerts:CalmPolls is 21")]
    [InlineData("Alerts:BlindPolls=0", "Alerts:BlindPolls is 0")]
    [InlineData("Alerts:BlindAfter=00:00:14", "Alerts:BlindAfter is 00:00:14")]
    [InlineData("Alerts:CoolDown=1.00:00:01", "Alerts:CoolDown is 1.00:00:01")]
    [InlineData("Alerts:Repeat=00:04:59", "Alerts:Repeat is 00:04:59: set it to 00:00:00 (never) or between 00:05:00 and 12:00:00.")]
    [InlineData("Alerts:AcknowledgeFor=00:00:59", "Alerts:AcknowledgeFor is 00:00:59")]
    [InlineData("Alerts:WorseBy=9", "Alerts:WorseBy is 9")]
    [InlineData("Alerts:EditEvery=00:10:01", "Alerts:EditEvery is 00:10:01")]
    [InlineData("Alerts:NewPerHour=101", "Alerts:NewPerHour is 101")]
    [InlineData("Alerts:Severity=7", "Alerts:Severity must be Warning or Critical.")]
    [InlineData("Alerts:Active=sometimes", "Alerts:Active is 'sometimes': write days and times such as Mon-Fri 08:00-20:00")]
    [InlineData("Alerts:ShiftEnds:0=16:30|Alerts:ShiftEnds:1=25:00", "Alerts:ShiftEnds:1 is '25:00': write a time of day, such as 16:30.")]
    [InlineData(Shipped + "alert when resting", "Alerts:Rules:0:When is 'alert when resting', which is no alert")]
    [InlineData(Shipped + "who is resting", "Alerts:Rules:0:When is 'who is resting', which is no alert")]
    [InlineData(Shipped + "alert when waiting on billing above 5|Monitoring:Skills:0:Id=3|Monitoring:Skills:0:Name=Billing",
        "which can mean more than one thing: write alert when waiting skill 3 above 5, or alert when calls-waiting skill 3 above 5.")]
    [InlineData(Shipped + "alert when waiting above 5|Alerts:Rules:0:Calm=6", "Alerts:Rules:0:Calm is 6, which is beyond the limit")]
    [InlineData(Shipped + "alert when waiting above 5|Alerts:Rules:0:Repeat=00:00:01", "Alerts:Rules:0:Repeat is 00:00:01")]
    [InlineData(Shipped + "alert when waiting above 5|Alerts:Rules:0:Language=fr", "Alerts:Rules:0:Language is 'fr': write en or zh.")]
    [InlineData(Shipped + "alert when waiting above 5|Alerts:Rules:0:Mentions:0:Id=29:li", "Alerts:Rules:0:Mentions:0 needs an Id (29:…) and a Name: write them as a list")]
    [InlineData("Alerts:Rules:0:When=alert when waiting above 5|Alerts:Rules:0:Name=x", "Alerts:Rules:0:Conversation is empty: say status")]
    [InlineData("Alerts:Rules:0:When=alert when waiting above 5|Alerts:Rules:0:Conversation=c", "Alerts:Rules:0:Name is empty")]
    public async Task Is_refused_at_the_start(string settings, string says)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Supervisor.StartAsync(null, settings.Split('|')));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }
}
