using System.Text.RegularExpressions;
using ChatBot.Simulator;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>Whatever the documentation leaves open, a supervisor gets the same answers, or is told what is not known.</summary>
public partial class WhenThePlatformIsOdd
{
    private static readonly Dictionary<string, Action<Quirks>> Oddities = new()
    {
        ["nothing odd"] = _ => { },
        ["an empty query has a line"] = quirks => quirks.EmptyQueryLine = EmptyQueryLine.Present,
        ["an empty query has a line or none"] = quirks => quirks.EmptyQueryLine = EmptyQueryLine.Either,
        ["the other spelling of the CTI code"] = quirks => quirks.SwapCtiSpelling = true,
        ["names in lower case"] = quirks => quirks.FieldCase = FieldCase.Lower,
        ["names in upper case"] = quirks => quirks.FieldCase = FieldCase.Upper,
        ["names in Pascal case"] = quirks => quirks.FieldCase = FieldCase.Pascal,
        ["numbers as text"] = quirks => quirks.NumbersAsStrings = true,
        ["null in the second container"] = quirks => (quirks.ResultDesc, quirks.HeadCountsInDatas) = (Nothing.Null, true),
        ["no second container"] = quirks => (quirks.ResultDesc, quirks.HeadCountsInDatas) = (Nothing.Absent, true),
        ["an unknown agent is null"] = quirks => quirks.UnknownAgent = Nothing.Null,
        ["an unknown agent is an empty object"] = quirks => quirks.UnknownAgent = Nothing.EmptyObject,
        ["an unknown agent is an empty array"] = quirks => quirks.UnknownAgent = Nothing.EmptyArray,
        ["an unknown agent is absent"] = quirks => quirks.UnknownAgent = Nothing.Absent,
        ["an empty list is null"] = quirks => quirks.EmptyList = Nothing.Null,
        ["an empty list is an empty object"] = quirks => quirks.EmptyList = Nothing.EmptyObject,
        ["an empty list is absent"] = quirks => quirks.EmptyList = Nothing.Absent,
        ["status 2 in lists"] = quirks => quirks.StatusError = true,
        ["signed-out agents in lists"] = quirks => quirks.SignedOutInLists = true,
        ["media type 0"] = quirks => quirks.MediaTypeZero = true,
        ["no phone numbers"] = quirks => quirks.NoPhoneNumbers = true,
        ["counts of the page"] = quirks => quirks.CountsOfThePage = true,
        ["head counts where the table says"] = quirks => quirks.HeadCountsInDatas = true,
        ["old failures like new ones"] = quirks => quirks.ClassicFailsLikeCurrent = true,
    };

    private static readonly (string Question, string[] Shown)[] Conversation =
    [
        ("who is resting on skill 3", ["2 resting", "longest 12 min (Eve)", "2 min over", "Ana", "due back 14:03", "asked for 10 min"]),
        ("who is resting", ["3 resting", "Sam"]),
        ("who is waiting to rest on skill 3", ["1 waiting to rest", "Ben", "the VDN's rest quota is full", "4 min"]),
        ("approved rests on skill 3", ["1 approved, not gone yet", "Cho"]),
        ("list agents on skill 3", ["6 signed in", "Resting · 2", "Fay"]),
        ("list agents", ["7 signed in", "Sam"]),
        ("what is 20011 doing", ["Resting for 12 min", "Eve · 20011"]),
        ("what is 20016 doing", ["Gil · 20016", "Signed out"]),
        ("what is 29999 doing", ["No agent 29999"]),
        ("overview of skill 3", ["6 signed in", "Waiting to rest"]),
        ("how does the floor look", ["7 signed in"]),
        ("how long is the queue on billing", ["Calls waiting: 2"]),
        ("who is resting on VIP", ["Nobody is resting"]),
    ];

    public static TheoryData<string, string> Cases => [.. from edition in (string[])["Current", "Classic"] from odd in Oddities.Keys select (edition, odd)];

    [Theory, MemberData(nameof(Cases))]
    public async Task The_answers_are_the_same(string edition, string odd)
    {
        await using var stage = await SetAsync(edition);
        Fill(stage);
        Oddities[odd](stage.Centre.Quirks);

        foreach (var (question, shown) in Conversation)
        {
            var reply = (await stage.Supervisor.Says(question)).Text;

            Assert.All(shown, part => Assert.Contains(part, reply, StringComparison.Ordinal));
            Assert.DoesNotMatch(Impossible(), reply);
        }
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task Where_begins_are_dummies_the_state_tells_how_long_and_the_rest_is_unknown(string edition)
    {
        await using var stage = await SetAsync(edition);
        Fill(stage);
        stage.Centre.Quirks.DummyBeginTimes = true;

        Assert.Contains("longest 12 min (Eve)", (await stage.Supervisor.Says("who is resting on skill 3")).Text, StringComparison.Ordinal);
        var waiting = (await stage.Supervisor.Says("who is waiting to rest on skill 3")).Text;

        Assert.Contains("1 waiting to rest", waiting, StringComparison.Ordinal);
        Assert.Contains("–", waiting, StringComparison.Ordinal);
        Assert.DoesNotMatch(Impossible(), waiting);
    }

    [Theory, InlineData("Current"), InlineData("Classic")]
    public async Task Counts_that_disagree_with_the_rows_are_said(string edition)
    {
        await using var stage = await SetAsync(edition);
        Fill(stage);
        stage.Centre.Quirks.CountsOff = 2;

        var reply = (await stage.Supervisor.Says("who is resting")).Text;

        Assert.Contains("5 resting", reply, StringComparison.Ordinal);
        Assert.Contains("The platform counts 5 resting but lists 3", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_platform_says_that_it_cannot_tell_the_queues()
    {
        await using var stage = await SetAsync();
        Fill(stage);
        stage.Centre.Quirks.OldPlatform = true;

        Assert.Contains("refuses the question", (await stage.Supervisor.Says("how long is the queue on billing")).Text, StringComparison.Ordinal);
        Assert.Contains("2 resting", (await stage.Supervisor.Says("who is resting on skill 3")).Text, StringComparison.Ordinal);
        Assert.Contains("7 signed in", (await stage.Supervisor.Says("how does the floor look")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Current", Nothing.Null)]
    [InlineData("Current", Nothing.Absent)]
    [InlineData("Classic", Nothing.Null)]
    [InlineData("Classic", Nothing.Absent)]
    public async Task A_success_without_any_data_is_not_nobody(string edition, Nothing how)
    {
        await using var stage = await SetAsync(edition);
        Fill(stage);
        (stage.Centre.Quirks.ResultDatas, stage.Centre.Quirks.ResultDesc) = (how, how);

        foreach (var question in (string[])["who is resting", "who is waiting to rest on skill 3", "rest overview of skill 3"])
        {
            var reply = (await stage.Supervisor.Says(question)).Text;
            Assert.Contains("Without rests: The contact centre's answer makes no sense", reply, StringComparison.Ordinal);
        }

        var counts = (await stage.Supervisor.Says("how does the floor look")).Text;
        Assert.Contains(edition == "Classic" ? "answer makes no sense" : "Without rests", counts, StringComparison.Ordinal);
    }

    private static void Fill(Stage stage)
    {
        var billing = stage.Billing;
        billing.Has("Eve", workNo: 20011, resting: Minutes(12), asked: Minutes(10));
        billing.Has("Ana", workNo: 20012, resting: Minutes(7), asked: Minutes(10));
        billing.Has("Ben", workNo: 20013, waiting: Minutes(4), cause: WaitCause.VdnQuota);
        billing.Has("Cho", workNo: 20014, approved: Minutes(3), talking: Minutes(3));
        billing.Has("Fay", workNo: 20015, idle: Minutes(1));
        billing.Has("Gil", workNo: 20016, signedOut: Minutes(90));
        billing.Has("Ivy", workNo: 20017, cti: 11, since: Minutes(2));
        billing.HasCallsWaiting(Minutes(3), Minutes(1));
        stage.Centre.Vdn(1).Skill(1).Has("Sam", workNo: 20020, resting: Minutes(30), asked: Minutes(60));
    }

    /// <summary>The year 2106, a century of hours or days, anything below nothing.</summary>
    [GeneratedRegex(@"2106|2100|\d{5,} (h|d|min|days)\b|-\d+ (s|min|h)")]
    private static partial Regex Impossible();
}
