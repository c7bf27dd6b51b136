using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Commands.Telling;
using ChatBot.Tests.Cards;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;
using AlertEnding = ChatBot.Alerts.Ending;

namespace ChatBot.Tests.Commands;

public class AlertWords
{
    private static readonly Voices Voices = new(Path.Combine(Repository.Root, "cards"), TimeZoneInfo.Utc);

    public static TheoryData<string> Languages => ["en", "zh"];

    [Theory, MemberData(nameof(Languages))]
    public void Everything_that_is_decided_measured_or_ended_has_its_words(string language)
    {
        var voice = Voices.In(language);

        Assert.All(Enum.GetValues<Because>(), because => Assert.NotEmpty(voice[$"because.{because}"]));
        Assert.All(Enum.GetValues<VerdictKind>().Where(k => k >= VerdictKind.SeeingAgain), kind => Assert.NotEmpty(voice[$"verdict.{kind}"]));
        Assert.All(Enum.GetValues<Metric>(), metric => Assert.NotEmpty(voice[$"metric.{metric}"]));
        Assert.All(Enum.GetValues<Comparison>(), comparison => Assert.NotEmpty(voice[$"limit.{comparison}"] + voice[$"comparison.{comparison}"] + voice[$"form.{comparison}"]));
        Assert.All(Enum.GetValues<Severity>(), severity => Assert.NotEmpty(voice[$"severity.{severity}"]));
        Assert.All(Enum.GetValues<AlertEnding>(), ending => Assert.NotEmpty(voice[$"over.{ending}"]));
        Assert.All(Enum.GetValues<DayOfWeek>(), day => Assert.NotEmpty(voice[$"day.{day}"]));
    }

    [Theory]
    [InlineData(VerdictKind.Worse, "Incident 231 got worse: Billing: Waiting to rest 7 · limit 5 · longest 12 min (陈静)", "事件 231 更严重了：账单：等待批准休息 7 · 上限 5 · 最久 12 分钟（陈静）")]
    [InlineData(VerdictKind.Remind, "Incident 231 goes on for 12 min, nobody has it: Billing: Waiting to rest 7 · limit 5 · longest 12 min (陈静)", "事件 231 已持续 12 分钟，无人处理：账单：等待批准休息 7 · 上限 5 · 最久 12 分钟（陈静）")]
    [InlineData(VerdictKind.Raise, "Incident 231 is back: Billing: Waiting to rest 7 · limit 5 · longest 12 min (陈静)", "事件 231 又来了：账单：等待批准休息 7 · 上限 5 · 最久 12 分钟（陈静）")]
    public Task A_reply_is_one_line_with_number_and_figures(VerdictKind says, string english, string chinese) => RepliesAsync(AlertScenes.Open, says, english, chinese);

    [Fact]
    public Task A_reply_says_whose_time_ran_out() => RepliesAsync(AlertScenes.Open with { TakenBy = AlertScenes.LiNa }, VerdictKind.Unacknowledged,
        "Incident 231 is open again, Li Na's time ran out: Billing: Waiting to rest 7 · limit 5 · longest 12 min (陈静)",
        "事件 231 重新待处理，Li Na 的时间已到：账单：等待批准休息 7 · 上限 5 · 最久 12 分钟（陈静）");

    [Fact]
    public Task The_last_reply_says_how_long_it_took_the_peak_and_who_had_it() => RepliesAsync(
        AlertScenes.Open with
        {
            EndedAt = Start,
            Ending = AlertEnding.Recovered,
            TakenBy = AlertScenes.LiNa,
            Known = AlertScenes.Open.Known with { Value = 2 },
            Last = new Observation { Value = 2, ReadAt = Start },
        },
        VerdictKind.Resolve,
        "Incident 231 is over: Billing: Waiting to rest back to 2 · after 12 min · 13:48 to 14:00 · peak 9. Li Na had it",
        "事件 231 已结束：账单：等待批准休息 恢复到 2 · 历时 12 分钟 · 13:48 至 14:00 · 最高 9。Li Na 处理过");

    [Fact]
    public Task The_end_of_blindness_says_so() => RepliesAsync(
        AlertScenes.Open with { Rule = null, EndedAt = Start, Ending = AlertEnding.SeeingAgain }, VerdictKind.Resolve,
        "Incident 231 is over: Billing: I can see Billing again · after 12 min · 13:48 to 14:00", "事件 231 已结束：账单：又能看到 账单 了 · 历时 12 分钟 · 13:48 至 14:00");

    [Fact]
    public async Task A_critical_incident_mentions_its_people_at_a_raise_and_at_a_reminder_only()
    {
        await using var stage = await SetAsync();
        var cards = stage.Supervisor.Services.GetRequiredService<IAlertCards>();
        var critical = AlertScenes.Open with { Rule = AlertScenes.Waiting with { Severity = Severity.Critical, Mentions = [AlertScenes.LiNa] } };
        async Task<int> MentionsAsync(Incident incident, VerdictKind says) => (await cards.ReplyAsync(incident, Reply(says), default)).Mentions.Count;

        async Task<IReadOnlyList<Person>> DigestAsync(params Incident[] all) =>
            (await cards.DigestAsync(new() { Conversation = critical.Conversation, Kind = PostKind.Digest, MadeAt = Start }, all, default)).Mentions;

        Assert.Equal([AlertScenes.LiNa], (await cards.CardAsync(critical, default)).Mentions);
        Assert.Equal(1, await MentionsAsync(critical, VerdictKind.Remind));
        Assert.Equal(1, await MentionsAsync(critical, VerdictKind.Raise));
        Assert.Equal(1, await MentionsAsync(critical, VerdictKind.Unacknowledged));
        Assert.Equal(0, await MentionsAsync(critical, VerdictKind.Worse));
        Assert.Equal(0, await MentionsAsync(critical with { EndedAt = Start, Ending = AlertEnding.Recovered }, VerdictKind.Resolve));
        Assert.Empty((await cards.CardAsync(critical with { EndedAt = Start, Ending = AlertEnding.Recovered }, default)).Mentions);
        Assert.Equal([AlertScenes.LiNa], await DigestAsync(AlertScenes.Open, critical, critical));
        Assert.Empty(await DigestAsync(AlertScenes.Open, critical with { EndedAt = Start, Ending = AlertEnding.Recovered }));
        Assert.Empty(await DigestAsync(critical with { Known = critical.Known with { AcknowledgedUntil = stage.Time.GetUtcNow().AddMinutes(1) } }));
        Assert.Empty((await cards.CardAsync(AlertScenes.Open with { Rule = critical.Rule with { Severity = Severity.Warning } }, default)).Mentions);
    }

    [Fact]
    public async Task The_lock_screen_shows_place_figure_limit_and_longest_in_eighty_characters()
    {
        await using var stage = await SetAsync();

        var message = await stage.Supervisor.Services.GetRequiredService<IAlertCards>().CardAsync(AlertScenes.Open, default);

        Assert.Equal("Billing: Waiting to rest 7 · limit 5 · longest 12 min (陈静)", message.Summary);
        Assert.InRange(message.Summary.Length, 1, 80);
    }

    [Theory]
    [InlineData(new int[0], "")]
    [InlineData(new[] { 5 }, "")]
    [InlineData(new[] { 0, 0 }, "▁▁")]
    [InlineData(new[] { 0, 3, 6 }, "▁▄▇")]
    [InlineData(new[] { -1, 2147483647 }, "▁▇")]
    public void Figures_become_bars(int[] values, string bars) => Assert.Equal(bars, Spark.Of(values));

    private static async Task RepliesAsync(Incident incident, VerdictKind says, string english, string chinese)
    {
        await using var stage = await SetAsync();
        var cards = stage.Supervisor.Services.GetRequiredService<IAlertCards>();

        var reply = await cards.ReplyAsync(incident, Reply(says), default);
        Assert.Equal((english, true), (reply.Summary, reply.Card.IsEmpty));

        await stage.AskAsync("language zh");
        Assert.Equal(chinese, (await cards.ReplyAsync(incident, Reply(says), default)).Summary);
    }

    private static Post Reply(VerdictKind says) => new() { Conversation = Here, Kind = PostKind.Reply, MadeAt = Start, Says = says };
}
