using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>The contact centre's clock is not ours; every duration and clock time is right nevertheless.</summary>
public class WhenClocksDiffer
{
    public static TheoryData<string, double> Cases => [.. from edition in (string[])["Current", "Classic"] from skew in (double[])[7, -7, 0.5, -14] select (edition, skew)];

    [Theory, MemberData(nameof(Cases))]
    public async Task Durations_and_times_are_right(string edition, double minutes)
    {
        await using var stage = await SetAsync(edition);
        stage.Centre.Trouble.ClockSkew = Minutes(minutes);
        stage.Billing.Has("Eve", workNo: 20011, resting: Minutes(12), asked: Minutes(10));
        stage.Billing.Has("Ben", workNo: 20013, waiting: Minutes(4), signedIn: Minutes(60));

        var resting = (await stage.Supervisor.Says("who is resting on skill 3")).Text;
        Assert.Contains("longest 12 min (Eve)", resting, StringComparison.Ordinal);
        Assert.Contains("2 min over", resting, StringComparison.Ordinal);
        Assert.Contains("4 min", (await stage.Supervisor.Says("who is waiting to rest on skill 3")).Text, StringComparison.Ordinal);
        Assert.Contains("13:00", (await stage.Supervisor.Says("what is 20013 doing")).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task The_date_of_the_answers_is_enough_where_nobody_rests(string edition, double minutes)
    {
        await using var stage = await SetAsync(edition);
        stage.Centre.Trouble.ClockSkew = Minutes(minutes);
        stage.Billing.Has("Ben", workNo: 20013, waiting: Minutes(15), signedIn: Minutes(60));

        var waiting = (await stage.Supervisor.Says("who is waiting to rest on skill 3")).Text;

        Assert.Contains("15 min", waiting, StringComparison.Ordinal);
        Assert.Contains("13:00", (await stage.Supervisor.Says("what is 20013 doing")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Current", "who is resting on skill 3")]
    [InlineData("Classic", "who is resting on skill 3")]
    [InlineData("Current", "who is resting")]
    [InlineData("Classic", "who is resting")]
    [InlineData("Current", "list agents")]
    [InlineData("Classic", "overview of skill 3")]
    public async Task Figures_that_stand_still_are_said_to_be_old(string edition, string question)
    {
        const string Still = "have not moved since 14:01";
        await using var stage = await SetAsync(edition);
        stage.Billing.Has("Eve", workNo: 20011, resting: Minutes(12), asked: Minutes(30));
        await stage.Supervisor.Says(question);
        stage.Time.Advance(Minutes(1));
        Assert.DoesNotContain("moved", (await stage.Supervisor.Says(question)).Text, StringComparison.Ordinal);

        stage.Centre.Trouble.Freeze();
        stage.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("moved", (await stage.Supervisor.Says(question)).Text, StringComparison.Ordinal);
        stage.Time.Advance(Minutes(4));
        Assert.Contains(Still, (await stage.Supervisor.Says(question)).Text, StringComparison.Ordinal);
        stage.Time.Advance(Minutes(30));
        Assert.Contains(Still, (await stage.Supervisor.Says(question)).Text, StringComparison.Ordinal);

        stage.Centre.Trouble.Thaw();
        stage.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.DoesNotContain("moved", (await stage.Supervisor.Says(question)).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task Beyond_what_the_signature_allows_the_refusal_is_told(string edition)
    {
        await using var stage = await SetAsync(edition);
        stage.Centre.Trouble.ClockSkew = Minutes(16);

        Assert.Contains("refuses our signature", (await stage.Supervisor.Says("who is resting on skill 3")).Text, StringComparison.Ordinal);
    }
}
