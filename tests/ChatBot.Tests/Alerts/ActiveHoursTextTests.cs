using ChatBot.Alerts;

namespace ChatBot.Tests.Alerts;

public class ActiveHoursTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("Always", "")]
    [InlineData("始终", "")]
    [InlineData("08:00-20:00", "08:00-20:00")]
    [InlineData("8:00 - 20:00", "08:00-20:00")]
    [InlineData("Mon-Fri 08:00-20:00", "Mon,Tue,Wed,Thu,Fri 08:00-20:00")]
    [InlineData("monday, SAT 22:00-06:00", "Mon,Sat 22:00-06:00")]
    [InlineData("Fri-Mon 09:00-17:00", "Sun,Mon,Fri,Sat 09:00-17:00")]
    [InlineData("Mon-Sun 09:00-17:00", "09:00-17:00")]
    [InlineData("周一至周五 8:00-20:00", "Mon,Tue,Wed,Thu,Fri 08:00-20:00")]
    [InlineData("周六、周日 ８：００至２４：００", "Sun,Sat 08:00-00:00")]
    [InlineData("星期天00:00-24:00", "Sun 00:00-00:00")]
    public void Hours_are_read_and_written_so_that_they_read_the_same_again(string written, string again)
    {
        Assert.True(ActiveHoursText.TryParse(written, out var hours));
        Assert.Equal(again, ActiveHoursText.Of(hours));
        Assert.True(ActiveHoursText.TryParse(again, out var same));
        Assert.Equal(again, ActiveHoursText.Of(same));
    }

    [Theory]
    [InlineData("never")]
    [InlineData("25:00-26:00")]
    [InlineData("08:00")]
    [InlineData("Mo 08:00-20:00")]
    [InlineData("Funday 08:00-20:00")]
    [InlineData("Mon-Tue-Wed 08:00-20:00")]
    [InlineData("08:00-20:00 Mon")]
    [InlineData("08:60-20:00")]
    [InlineData("\ud800 08:00-20:00")]
    public void Nonsense_is_no_hours(string written) => Assert.False(ActiveHoursText.TryParse(written, out _));
}
