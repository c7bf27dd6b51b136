using System.Globalization;
using ChatBot.Alerts;

namespace ChatBot.Tests.Alerts;

public class ActiveHoursTests
{
    // 2026-03-02 is a Monday.
    [Theory]
    [InlineData("08:00-20:00", "", "2026-03-02 07:59:59", false)]
    [InlineData("08:00-20:00", "", "2026-03-02 08:00:00", true)]
    [InlineData("08:00-20:00", "", "2026-03-02 19:59:59", true)]
    [InlineData("08:00-20:00", "", "2026-03-02 20:00:00", false)]
    [InlineData("08:00-20:00", "Monday Friday", "2026-03-02 12:00:00", true)]
    [InlineData("08:00-20:00", "Monday Friday", "2026-03-03 12:00:00", false)]
    // Over midnight it belongs to the day it begins on.
    [InlineData("22:00-06:00", "", "2026-03-02 23:00:00", true)]
    [InlineData("22:00-06:00", "", "2026-03-03 00:00:00", true)]
    [InlineData("22:00-06:00", "", "2026-03-03 05:59:59", true)]
    [InlineData("22:00-06:00", "", "2026-03-03 06:00:00", false)]
    [InlineData("22:00-06:00", "", "2026-03-03 21:59:59", false)]
    [InlineData("22:00-06:00", "Monday", "2026-03-02 02:00:00", false)]
    [InlineData("22:00-06:00", "Monday", "2026-03-02 22:00:00", true)]
    [InlineData("22:00-06:00", "Monday", "2026-03-03 02:00:00", true)]
    [InlineData("22:00-06:00", "Monday", "2026-03-03 22:00:00", false)]
    [InlineData("22:00-06:00", "Sunday", "2026-03-02 02:00:00", true)]
    // Until midnight, and the whole day.
    [InlineData("16:00-00:00", "Monday", "2026-03-02 23:59:59", true)]
    [InlineData("16:00-00:00", "Monday", "2026-03-03 00:00:00", false)]
    [InlineData("00:00-00:00", "Monday", "2026-03-02 00:00:00", true)]
    [InlineData("00:00-00:00", "Monday", "2026-03-03 00:00:00", false)]
    [InlineData("08:00-08:00", "Monday", "2026-03-02 03:00:00", true)]
    public void Days_and_hours_of_the_wall_clock(string hours, string days, string at, bool active) =>
        Assert.Equal(active, Of(hours, days).Contains(DateTime.Parse(at, CultureInfo.InvariantCulture)));

    [Theory]
    // The last Sunday of March: 01:59:59 CET is followed by 03:00:00 CEST.
    [InlineData("08:00-20:00", "2026-03-28T06:59:59Z", false)]
    [InlineData("08:00-20:00", "2026-03-28T07:00:00Z", true)]
    [InlineData("08:00-20:00", "2026-03-29T05:59:59Z", false)]
    [InlineData("08:00-20:00", "2026-03-29T06:00:00Z", true)]
    [InlineData("08:00-20:00", "2026-03-29T18:00:00Z", false)]
    [InlineData("03:00-04:00", "2026-03-29T00:59:59Z", false)]
    [InlineData("03:00-04:00", "2026-03-29T01:00:00Z", true)]
    [InlineData("22:00-02:30", "2026-03-29T00:59:59Z", true)]
    [InlineData("22:00-02:30", "2026-03-29T01:00:00Z", false)]
    // The last Sunday of October: 02:00 to 03:00 comes twice, and both count.
    [InlineData("08:00-20:00", "2026-10-25T06:59:59Z", false)]
    [InlineData("08:00-20:00", "2026-10-25T07:00:00Z", true)]
    [InlineData("22:00-02:30", "2026-10-25T00:29:59Z", true)]
    [InlineData("22:00-02:30", "2026-10-25T00:30:00Z", false)]
    [InlineData("22:00-02:30", "2026-10-25T01:00:00Z", true)]
    [InlineData("22:00-02:30", "2026-10-25T01:30:00Z", false)]
    public void Follow_the_clocks_of_the_call_centre_through_both_changes(string hours, string moment, bool active)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var wall = TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), berlin).DateTime;

        Assert.Equal(active, Of(hours, "").Contains(wall));
    }

    private static ActiveHours Of(string hours, string days)
    {
        var times = hours.Split('-').Select(t => TimeOnly.Parse(t, CultureInfo.InvariantCulture)).ToList();
        return new(times[0], times[1], [.. days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DayOfWeek>)]);
    }
}
