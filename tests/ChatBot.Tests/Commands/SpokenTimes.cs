using ChatBot.Commands;

namespace ChatBot.Tests.Commands;

public class SpokenTimes
{
    private static readonly Voices Voices = new(Path.Combine(Repository.Root, "cards"), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [Theory]
    [InlineData(0, "0 s", "0 秒")]
    [InlineData(-5, "0 s", "0 秒")]
    [InlineData(59, "59 s", "59 秒")]
    [InlineData(60, "1 min", "1 分钟")]
    [InlineData(779, "12 min", "12 分钟")]
    [InlineData(3599, "59 min", "59 分钟")]
    [InlineData(3600, "1 h", "1 小时")]
    [InlineData(4800, "1 h 20 min", "1 小时 20 分")]
    [InlineData(360_000, "100 h", "100 小时")]
    public void Durations_are_said_as_people_say_them(int seconds, string english, string chinese)
    {
        Assert.Equal(english, Voices.In("en").Duration(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(chinese, Voices.In("zh").Duration(TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void Clock_times_are_the_call_centres_and_another_day_is_named()
    {
        var now = new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);   // 02:00 on the 23rd in Shanghai

        Assert.Equal("02:00", Voices.In("en").Moment(now, now));
        Assert.Equal("22 Nov 23:59", Voices.In("en").Moment(now.AddHours(-2).AddMinutes(-1), now));
        Assert.Equal("11 月 22 日 23:59", Voices.In("zh").Moment(now.AddHours(-2).AddMinutes(-1), now));
    }
}
