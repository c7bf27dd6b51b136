using ChatBot.Alerts;
using static ChatBot.Tests.Alerts.JudgeStory;

namespace ChatBot.Tests.Alerts;

/// <summary>What each reading of a series means; the language of the table is <see cref="JudgeStory"/>.</summary>
public class JudgeTests
{
    [Theory]
    [InlineData("Two readings beyond raise, two calm ones resolve",
        "waiting above 5", "3 6 6 7 4 4", "stay:below-limit hold:beyond-not-long-enough raise:beyond-long-enough stay:still-beyond calm-holding:calm-not-long-enough resolve:calm-long-enough")]
    [InlineData("The limit itself is not above it", "waiting above 5", "5 5 5", "stay stay stay")]
    [InlineData("The limit itself is at least it", "waiting at-least 5", "5 5", "hold raise")]
    [InlineData("Low values are bad below a limit", "idle below 2", "2 1 1 2 3 3", "stay hold raise stay:between-calm-and-limit calm-holding resolve")]
    [InlineData("The limit itself is at most it", "idle at-most 2", "2 2 3 4 4", "hold raise stay:between-calm-and-limit calm-holding resolve")]
    [InlineData("Nobody idle is told, and somebody is calm at once", "idle below 1", "0 0 1 1", "hold raise calm-holding resolve")]
    [InlineData("A dip in between starts the hold again", "waiting above 5", "6 5 6 5 6 6", "hold stay hold stay hold raise")]
    [InlineData("A saw-tooth above calm is one incident", "waiting above 5", "6 6 5 6 5 6 5 4 5 4 6 4 4", "hold raise stay stay stay stay stay calm-holding stay calm-holding stay calm-holding resolve")]
    [InlineData("A time is calm at four fifths of its limit", "busy-time above 10m", "11m 12m 9m 481s 8m 8m", "hold raise stay:between-calm-and-limit stay:between-calm-and-limit calm-holding resolve")]
    public void Raises_and_resolves_once(string sentence, string rule, string readings, string verdicts) => Check(sentence, rule, readings, verdicts);

    [Theory]
    [InlineData("A time to hold is held in full", "waiting above 5 for 45s", "6 6 6 6", "hold hold hold raise")]
    [InlineData("No time at all still takes two readings", "waiting above 5 for 0s", "6 6", "hold raise")]
    [InlineData("A short time still takes two readings", "waiting above 5 for 1s", "6 6", "hold raise")]
    [InlineData("A calm reading starts the time again", "waiting above 5 for 30s", "6 6 5 6 6 6", "hold hold stay hold hold raise")]
    [InlineData("A gap counts for little", "waiting above 5 for 5m", "6 +1h 6 6", "hold hold hold")]
    [InlineData("A clock that went back counts for nothing and takes nothing away", "waiting above 5 for 45s", "6 6 -1h 6 6 6", "hold hold hold hold raise")]
    [InlineData("A clock that went back resolves nothing", "waiting above 5", "6 6 4 -24h 6 4 4", "hold raise calm-holding stay calm-holding resolve")]
    [InlineData("The same reading seen twice is one", "waiting above 5", "6 again 6 6", "hold hold raise")]
    [InlineData("The same calm reading seen twice is one", "waiting above 5", "6 6 4 again 4 4", "hold raise calm-holding calm-holding resolve")]
    public void Holds_for_as_long_as_the_rule_says(string sentence, string rule, string readings, string verdicts) => Check(sentence, rule, readings, verdicts);

    [Theory]
    [InlineData("Back within the cool-down is the same incident again", "waiting above 5", "6 6 4 4 +9m 6 6", "hold raise calm-holding resolve hold raise:back-within-cool-down")]
    [InlineData("Back after the cool-down is a new one", "waiting above 5", "6 6 4 4 +10m 6 6", "hold raise calm-holding resolve hold raise:beyond-long-enough")]
    [InlineData("A clock that went back makes it the same one, not a day long", "waiting above 5", "6 6 4 4 -24h 3 +10m 6 6", "hold raise calm-holding resolve stay hold raise:beyond-long-enough")]
    [InlineData("What came back must be calm for twice as long", "waiting above 5", "6 6 4 4 6 6 4 4 4 4", "hold raise calm-holding resolve hold raise calm-holding calm-holding calm-holding resolve")]
    [InlineData("So a saw-tooth that gets calm each time is told three times and not for ever", "waiting above 5", "6 6 4 4 6 6 4 4 6 6 4 4 6 6 4 4", "hold raise calm-holding resolve hold raise calm-holding calm-holding stay stay calm-holding calm-holding stay stay calm-holding calm-holding")]
    [InlineData("A new incident knows nothing of that", "waiting above 5", "6 6 4 4 6 6 4 4 4 4 +10m 6 6 4 4", "hold raise calm-holding resolve hold raise calm-holding calm-holding calm-holding resolve hold raise calm-holding resolve")]
    [InlineData("A snooze outlives a flap, and nobody hears of that", "waiting above 5", "6 6 snooze 4 4 6 6 4 4 4 4", "hold raise calm-holding resolve~ hold raise:back-within-cool-down~ calm-holding calm-holding calm-holding resolve~")]
    [InlineData("An acknowledgement outlives a flap", "waiting above 5 every 5m", "6 6 ack 4 4 6 6 +6m 6 +4m 6", "hold raise calm-holding resolve hold raise stay:acknowledged unacknowledged")]
    [InlineData("One that ran out does not", "waiting above 5", "6 6 ack 4 4 +9m 6 6 6", "hold raise calm-holding resolve hold raise:back-within-cool-down stay")]
    [InlineData("A new incident knows nothing of an old snooze", "waiting above 5", "6 6 snooze 4 4 +10m 6 6", "hold raise calm-holding resolve~ hold raise")]
    public void Reopens_within_the_cool_down(string sentence, string rule, string readings, string verdicts) => Check(sentence, rule, readings, verdicts);

    [Theory]
    [InlineData("Half more than told is worse, told once", "waiting above 5", "6 6 8 9 9 13 14", "hold raise stay worse:much-worse stay stay worse")]
    [InlineData("One person more is never worse", "waiting above 0", "1 1 2 3", "hold raise stay worse")]
    [InlineData("Falling and rising again is not worse", "waiting above 5", "10 10 6 14 15", "hold raise stay stay worse")]
    [InlineData("Where low is bad, half as many is worse", "idle below 6", "5 5 3 2 2 1 0", "hold raise stay worse stay stay worse")]
    [InlineData("From nobody there is no worse", "idle below 6", "0 0 0", "hold raise stay")]
    [InlineData("A time of half more is worse", "wait-time above 5m", "6m 6m 8m 9m", "hold raise stay worse")]
    [InlineData("Nobody took it: told again after each repeat", "waiting above 5 every 30m", "6 6 +29m 6 +45s 6 6 +30m 6", "hold raise stay:still-beyond remind:nobody-took-it stay remind")]
    [InlineData("A repeat of zero is never", "waiting above 5", "6 6 +9h 6", "hold raise stay")]
    [InlineData("Neither calm nor beyond is still there", "waiting above 5 every 30m", "6 6 +30m 5", "hold raise remind")]
    [InlineData("Nobody is reminded of what is calm for the moment", "waiting above 5 every 30m", "6 6 +30m 4 4", "hold raise calm-holding resolve")]
    [InlineData("A clock that went back delays a reminder by no more than its repeat", "waiting above 5 every 30m", "6 6 -24h 6 +30m 6", "hold raise stay remind")]
    [InlineData("Worse comes before a reminder and counts as one", "waiting above 5 every 30m", "6 6 +30m 9 6 +20m 6", "hold raise worse stay stay")]
    public void Tells_what_got_worse_and_what_nobody_took(string sentence, string rule, string readings, string verdicts) => Check(sentence, rule, readings, verdicts);

    [Theory]
    [InlineData("Who has it is not reminded", "waiting above 5 every 5m", "6 6 ack +6m 6", "hold raise stay:acknowledged")]
    [InlineData("Who has it hears that it got worse", "waiting above 5 every 5m", "6 6 ack 9", "hold raise worse")]
    [InlineData("Their time runs out: it is open again and the repeat begins anew", "waiting above 5 every 30m", "6 6 ack +10m 6 6 +29m 6 +1m 6", "hold raise unacknowledged:acknowledgement-ran-out stay stay remind")]
    [InlineData("Time runs out while it is calm for the moment", "waiting above 5", "6 6 ack +10m 4 4", "hold raise unacknowledged resolve")]
    [InlineData("Recovered in time, it just ends", "waiting above 5", "6 6 ack 4 4 +10m 4", "hold raise calm-holding resolve stay")]
    [InlineData("Out of time and worse are told one after the other", "waiting above 5", "6 6 ack +10m 9 9 9", "hold raise unacknowledged worse stay")]
    [InlineData("Snoozed, it tells nothing but keeps watching", "waiting above 5 every 5m", "6 6 snooze 9 +6m 6 7", "hold raise stay:snoozed stay:snoozed stay")]
    [InlineData("A snooze that ends with it still there is a reminder", "waiting above 5", "6 6 snooze +30m 6 6", "hold raise remind stay")]
    [InlineData("A snooze that ends with it much worse tells that, once", "waiting above 5", "6 6 snooze +30m 12 12", "hold raise worse stay")]
    [InlineData("A snooze that ends while it is calm for the moment is no reminder", "waiting above 5", "6 6 snooze +30m 4 4", "hold raise calm-holding resolve")]
    [InlineData("It ends quietly while snoozed", "waiting above 5", "6 6 snooze 4 4", "hold raise calm-holding resolve~")]
    [InlineData("Their time runs out quietly while snoozed; the end of the snooze tells it", "waiting above 5", "6 6 ack snooze +10m 6 +20m 6", "hold raise unacknowledged~ remind")]
    [InlineData("A snooze shorter than the acknowledgement ends quietly", "waiting above 5", "6 6 snooze +25m ack +6m 6", "hold raise stay")]
    public void Respects_who_has_it_and_who_snoozed(string sentence, string rule, string readings, string verdicts) => Check(sentence, rule, readings, verdicts);

    [Theory]
    [InlineData("Off duty nothing is raised; on duty it comes at once", "waiting above 5", "off 6 6 6 on 6", "hold:beyond-not-long-enough hold:outside-active-hours hold raise")]
    [InlineData("Off duty and over before duty: never told", "waiting above 5", "off 6 6 4 on 4 6", "hold hold stay stay hold")]
    [InlineData("Off duty nothing is worse and nobody is reminded", "waiting above 5 every 5m", "6 6 off 12 +6m 6 on 6", "hold raise stay:outside-active-hours stay:outside-active-hours remind")]
    [InlineData("Off duty it still ends, quietly", "waiting above 5", "6 6 off 4 4", "hold raise calm-holding resolve~")]
    [InlineData("Off duty an acknowledgement runs out quietly", "waiting above 5 every 30m", "6 6 ack off +10m 6 +20m on 6", "hold raise unacknowledged~ remind")]
    [InlineData("A snooze that ended off duty is a reminder on duty", "waiting above 5", "6 6 snooze off +30m 6 on 6", "hold raise stay:outside-active-hours remind")]
    [InlineData("The VDN's rule mutes a raise, which comes when that is over", "waiting above 5", "mute 6 6 unmute 6", "hold hold:muted-by-vdn-rule raise")]
    [InlineData("The VDN's rule mutes what is open", "waiting above 5 every 5m", "6 6 mute 9 +6m 6 4 4", "hold raise stay:muted-by-vdn-rule stay:muted-by-vdn-rule calm-holding resolve")]
    public void Keeps_quiet_off_duty_and_when_muted(string sentence, string rule, string readings, string verdicts) => Check(sentence, rule, readings, verdicts);

    [Theory]
    [InlineData("No reading changes nothing", "waiting above 5", "- 6 - 6 - 4 - 4", "stay:no-reading hold stay raise stay:no-reading calm-holding stay resolve")]
    [InlineData("Figures that stand still are no reading", "waiting above 5", "6 = = = 6", "hold stay:figures-stand-still stay stay raise")]
    [InlineData("Blind, everything is frozen", "waiting above 5 every 5m", "6 6 ack - - blind - +20m = - sighted 6", "hold raise stay stay blind:no-reading blind:figures-stand-still blind unacknowledged")]
    [InlineData("The first live reading ends blindness", "waiting above 5", "3 - blind - sighted 3 3", "stay stay blind seeing-again:reading-again stay")]
    [InlineData("An open incident goes on after blindness", "waiting above 5", "6 6 blind - sighted 6 6", "hold raise blind seeing-again:reading-again stay")]
    [InlineData("What was held before blindness begins anew", "waiting above 5", "6 blind - sighted 6 6", "hold blind hold raise")]
    [InlineData("So does a time", "waiting above 5 for 30s", "6 6 blind - sighted 6 6 6", "hold hold blind hold hold raise")]
    [InlineData("So does calm", "waiting above 5", "6 6 4 blind - sighted 4 4", "hold raise calm-holding blind calm-holding resolve")]
    [InlineData("Live figures are judged though blindness is still told", "waiting above 5", "6 blind 6", "hold raise")]
    public void No_reading_is_not_calm(string sentence, string rule, string readings, string verdicts) => Check(sentence, rule, readings, verdicts);

    [Theory]
    [InlineData("A part is enough to be beyond", "waiting above 5", "6+ 6+", "hold raise")]
    [InlineData("A part is not enough to be calm", "waiting above 5", "6 6 0+ 0+ 0+ 4 4", "hold raise stay:partly-read stay stay calm-holding resolve")]
    [InlineData("A part neither breaks a hold nor counts", "waiting above 5", "6 3+ 3+ 6", "hold stay:partly-read stay raise")]
    [InlineData("A part neither breaks calm nor counts", "waiting above 5", "6 6 4 4+ 4", "hold raise calm-holding stay:partly-read resolve")]
    [InlineData("A part can prove worse", "waiting above 5", "6 6 9+", "hold raise worse")]
    [InlineData("Reminders go on", "waiting above 5 every 5m", "6 6 +5m 1+", "hold raise remind")]
    [InlineData("Where low is bad a part is not enough to be beyond", "idle below 2", "0+ 0+ 1 1+ 1", "stay:partly-read stay hold stay raise")]
    [InlineData("Where low is bad a part is enough to be calm", "idle below 2", "1 1 3+ 3+", "hold raise calm-holding resolve")]
    [InlineData("Where low is bad a part is enough not to be beyond", "idle below 2", "1 2+ 1 1", "hold stay:below-limit hold raise")]
    public void A_part_proves_what_it_can(string sentence, string rule, string readings, string verdicts) => Check(sentence, rule, readings, verdicts);

    [Theory]
    [InlineData("Who signed out has not recovered", "busy-time above 10m",
        "101=11m/101,102 101=11m/101,102 /102 /102", "hold raise calm-holding signed-out:people-signed-out")]
    [InlineData("Who is still there has recovered", "busy-time above 10m",
        "101=11m/101 101=11m/101 /101 /101", "hold raise calm-holding resolve")]
    [InlineData("One gone and one recovered is recovered", "busy-time above 10m",
        "101=12m,102=11m/101,102 101=12m,102=11m/101,102 /102 /102", "hold raise calm-holding resolve")]
    [InlineData("Who recovered earlier does not count: the last one signed out", "busy-time above 10m",
        "101=12m,102=11m/101,102 101=12m,102=11m/101,102 102=11m/101,102 /101 /101", "hold raise stay calm-holding signed-out")]
    [InlineData("Somebody nearly beyond does not keep it open", "busy-time above 10m",
        "101=11m,102=8m/101,102 101=11m,102=8m/101,102 102=9m/102 102=9m/102", "hold raise stay:between-calm-and-limit signed-out")]
    [InlineData("Somebody beyond does", "busy-time above 10m",
        "101=12m,102=11m/101,102 101=12m,102=11m/101,102 102=11m/102 102=11m/102", "hold raise stay stay")]
    [InlineData("Signed out for a moment only", "busy-time above 10m",
        "101=11m/101 101=11m/101 / /101", "hold raise calm-holding resolve")]
    [InlineData("A reading that does not tell who is signed in ends it as recovered", "busy-time above 10m",
        "101=11m/101 101=11m/101 /? /?", "hold raise calm-holding resolve")]
    [InlineData("People waiting who all signed out", "waiting above 1",
        "101=1m,102=2m/101,102 101=1m,102=2m/101,102 / /", "hold raise calm-holding signed-out")]
    [InlineData("Who was not named may be there still: nobody can say they all signed out", "waiting above 3",
        "101=2m/101,102/5 101=2m/101,102/5 102=1m/102 102=1m/102", "hold raise calm-holding resolve")]
    [InlineData("Quietly while snoozed", "busy-time above 10m",
        "101=11m/101 101=11m/101 snooze / /", "hold raise calm-holding signed-out~")]
    [InlineData("Nobody signs out of a rule about too few", "idle below 2",
        "101=1m/101 101=1m/101 102=1m,103=1m,104=1m/102,103,104 102=1m,103=1m,104=1m/102,103,104", "hold raise calm-holding resolve")]
    public void Signed_out_is_not_recovered(string sentence, string rule, string readings, string verdicts) => Check(sentence, rule, readings, verdicts);

    [Fact]
    public void One_calm_reading_is_enough_where_settings_say_so_unless_they_may_have_signed_out()
    {
        var times = Times with { HoldReadings = 1, CalmReadings = 1 };
        Given("busy-time above 10m", times).Readings("101=11m/101 /101").Gives("raise resolve");
        Given("busy-time above 10m", times).Readings("101=11m/101 / /").Gives("raise calm-holding signed-out");
        Given("busy-time above 10m", times).Readings("101=11m/101 / /?").Gives("raise calm-holding resolve");
        Given("busy-time above 10m", times with { GoneReadings = 1 }).Readings("101=11m/101 /").Gives("raise signed-out");
    }

    [Fact]
    public void Without_a_cool_down_each_crossing_is_a_new_incident()
    {
        var times = Times with { HoldReadings = 1, CalmReadings = 1, CoolDown = TimeSpan.Zero };
        Given("waiting above 5", times).Readings("6 4 -15s 6 4 -1h 6").Gives("raise resolve raise:beyond-long-enough resolve raise:beyond-long-enough");
    }

    [Fact]
    public void The_furthest_value_and_what_was_told_are_remembered()
    {
        var high = Given("waiting above 5").Readings("6 7 9 6").Known;
        var low = Given("idle below 6").Readings("5 4 1 3").Known;
        var again = Given("waiting above 5").Readings("9 9 4 4 6 6").Known;

        Assert.Equal((9, 7, 6), (high.Peak, high.ToldValue, high.Value));
        Assert.Equal((1, 1, 3), (low.Peak, low.ToldValue, low.Value));
        Assert.Equal((9, 6), (again.Peak, again.ToldValue));
        Assert.Equal(Given("waiting above 5").Readings("9 9").Known.RaisedAt, again.RaisedAt);
    }

    [Fact]
    public void A_reason_names_its_figures()
    {
        var verdicts = Given("waiting above 5 for 30s").Readings("6 6 6 mute 4 4 6 6 6").Verdicts;

        Assert.Equal(new Reason(Because.BeyondNotLongEnough, 6, 2, TimeSpan.FromSeconds(15)), verdicts[1].Reason);
        Assert.Equal(new Reason(Because.BeyondLongEnough, 6, 3, TimeSpan.FromSeconds(30)), verdicts[2].Reason);
        Assert.Equal(new Reason(Because.CalmLongEnough, 4, 2, TimeSpan.FromSeconds(15)), verdicts[4].Reason);
        Assert.Equal(new Reason(Because.MutedByVdnRule, 6, Rule: 12), verdicts[7].Reason with { Time = null });
    }

    private static void Check(string sentence, string rule, string readings, string verdicts)
    {
        TestContext.Current.SendDiagnosticMessage(sentence);
        Given(rule).Readings(readings).Gives(verdicts);
    }
}
