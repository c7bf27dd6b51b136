using System.Globalization;
using ChatBot.Alerts;

namespace ChatBot.Tests.Alerts;

public class SightTests
{
    private static readonly SightTimes Times = new(3, TimeSpan.FromSeconds(60), Repeat: TimeSpan.FromMinutes(30), CoolDown: TimeSpan.FromMinutes(10));

    /// <summary>Each sign is a poll, 15 s after the one before: <c>x</c> failed, <c>=</c> stands still, <c>o</c> live. Between
    /// them a number lets so many minutes pass; a(ck), s(nooze), q(uiet, off duty), d(uty), m(uted), u(nmuted). A verdict is told
    /// by its first letters, its reason behind a colon, "~" when nobody is to hear of it.</summary>
    [Theory]
    [InlineData("Three failed polls in a row", "o x x x x o o", "St:ReadingAgain St:NoReading St:NoReading Ra:NoReading St:NoReading Re:ReadingAgain St:ReadingAgain")]
    [InlineData("Two and a live one are none", "o x x o x x o", "St St St St St St St")]
    [InlineData("Figures that stand still", "o = = = o", "St St:FiguresStandStill St:FiguresStandStill Ra:FiguresStandStill Re")]
    [InlineData("A minute without a figure, and a second failure", "o x 1 x o", "St St Ra:NoReading Re")]
    [InlineData("One failure after a gap is none", "o 60 x o", "St St St")]
    [InlineData("A gap, and more than one failure", "o 60 x x", "St St Ra:NoReading")]
    [InlineData("Nothing was ever read", "x x x", "St St Ra:NoReading")]
    [InlineData("Back within the cool-down", "x x x o 5 o x x x", "St St Ra Re St St St Ra:BackWithinCoolDown")]
    [InlineData("Figures that come and go must stay for longer each time", "x x x o x x x o o x x x o o x o o o o",
        "St St Ra Re St St Ra:BackWithinCoolDown Ca:ReadingAgain Re:ReadingAgain St St Ra:BackWithinCoolDown Ca Ca St:NoReading Ca Ca Ca Re")]
    [InlineData("Back after it", "x x x o 10 o x x x", "St St Ra Re St St St Ra:NoReading")]
    [InlineData("Nobody took it", "x x x 29 x 1 x x", "St St Ra St Rm:NobodyTookIt St")]
    [InlineData("Somebody did, and their time ran out", "x x x a 9 x 1 x 31 x", "St St Ra St Un:AcknowledgementRanOut Rm")]
    [InlineData("Who has it is not reminded", "x x x 25 a 5 x", "St St Ra St:Acknowledged")]
    [InlineData("Snoozed until it ends", "x x x s 20 x o", "St St Ra St Re~")]
    [InlineData("A snooze that ends is a reminder", "x x x s 30 x", "St St Ra Rm")]
    [InlineData("Off duty nothing is raised; on duty it comes at once", "q x x x x d x", "St St St:OutsideActiveHours St:OutsideActiveHours Ra")]
    [InlineData("Off duty it ends quietly", "x x x q o", "St St Ra Re~")]
    [InlineData("The VDN's blindness mutes a queue's", "m x x x u x", "St St St:MutedByVdnRule Ra")]
    [InlineData("A snooze outlives a flap", "x x x s o x x x o o", "St St Ra Re~ St St Ra:BackWithinCoolDown~ Ca Re~")]
    public void Tells_blindness_once(string sentence, string polls, string expected)
    {
        TestContext.Current.SendDiagnosticMessage(sentence);
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var (known, around, failed, live) = (Known.Nothing, new Circumstances(now), 0, (DateTimeOffset?)null);
        var wanted = expected.Split(' ');
        var given = new List<string>();
        foreach (var sign in polls.Split(' '))
        {
            switch (sign)
            {
                case "a": known = known with { AcknowledgedUntil = now.AddMinutes(10) }; continue;
                case "s": known = known with { SnoozedUntil = now.AddMinutes(30) }; continue;
                case "q" or "d": around = around with { OnDuty = sign == "d" }; continue;
                case "m" or "u": around = around with { MutedBy = sign == "m" ? 0 : null }; continue;
                case not ("x" or "=" or "o"): now += TimeSpan.FromMinutes(int.Parse(sign, CultureInfo.InvariantCulture)); continue;
            }

            now += TimeSpan.FromSeconds(15);
            (failed, live) = sign == "o" ? (0, now) : (failed + 1, live);
            var verdict = Sight.Decide(new Sighting(failed, live, sign == "="), known, Times, around with { Now = now });
            known = verdict.Next;
            given.Add(Say(verdict, given.Count < wanted.Length && wanted[given.Count].Contains(':')));
        }

        Assert.Equal(wanted, given);
    }

    private static string Say(Verdict verdict, bool reason) => verdict.Kind switch
    {
        VerdictKind.Remind => "Rm",
        var kind => $"{kind}"[..2],
    } + (reason ? $":{verdict.Reason.Because}" : "") + (verdict.Quiet ? "~" : "");
}
