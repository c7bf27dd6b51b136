using ChatBot.Alerts;
using static ChatBot.Alerts.PostKind;

namespace ChatBot.Tests.Alerts;

/// <summary>What a messenger does next: a sentence, what there is at noon, and what is done.</summary>
public class DispatchTests
{
    private static readonly Dictionary<string, (Box Given, string Then)> Table = new()
    {
        ["Nothing is to be said"] = (new(), "nothing"),
        ["A card that waits is sent"] = (new Box().Incident(1).Waits(1, Card, [1]), "send 1"),
        ["What stands there and shows the newest state is left alone"] =
            (new Box().Incident(1, "3/2").Stands(1, Card, [1], shows: "3/2"), "nothing"),

        // Order
        ["A critical card goes before older cards"] =
            (new Box().Incidents(1, 2).Waits(1, Card, [1]).Waits(2, Card, [2], critical: true), "send 2"),
        ["Cards keep their order"] = (new Box().Incidents(1, 2).Waits(1, Card, [1]).Waits(2, Card, [2]), "send 1"),
        ["A card goes before an older digest"] = (new Box().Incidents(1, 3).Waits(1, Digest, [1, 2]).Waits(2, Card, [3]), "send 2"),
        ["A digest goes before an older reply"] =
            (new Box().Incidents(1, 3).Stands(1, Card, [1], "1").Waits(2, PostKind.Reply, [1]).Waits(3, Digest, [2, 3]), "send 3"),
        ["A reply goes before an edit"] =
            (new Box().Incident(1, "4/4").Stands(1, Card, [1], "1").Waits(2, PostKind.Reply, [1]), "send 2"),
        ["A new state goes before older new figures"] =
            (new Box().Incident(1, "4/1").Incident(2, "4/4").Stands(1, Card, [1], "1").Stands(2, Card, [2], "1"), "edit 2"),
        ["A post that failed five times lets others pass"] =
            (new Box().Incidents(1, 2).Waits(1, Card, [1], tries: 5).Waits(2, Card, [2]), "send 2"),
        ["But it is tried when nothing else is due"] = (new Box().Incident(1).Waits(1, Card, [1], tries: 9), "send 1"),
        ["What was under way when the process died is sent again"] = (new Box().Incident(1).Waits(1, Card, [1], tries: 1, sending: true), "send 1"),

        // Pace
        ["A second after the last call the next may be made"] =
            (new Box().Incident(1).Waits(1, Card, [1]).Pacing(p => p.Called(Box.At(-1))), "send 1"),
        ["Not sooner"] = (new Box().Incident(1).Waits(1, Card, [1]).Pacing(p => p.Called(Box.At(-0.4))), "wait 0.6 s"),
        ["Nor an edit"] = (new Box().Incident(1, "2").Stands(1, Card, [1], "1").Pacing(p => p.Called(Box.At(-0.4))), "wait 0.6 s"),
        ["The twentieth of a minute is made"] = (new Box().Incident(1).Waits(1, Card, [1]).Pacing(Calls(19)), "send 1"),
        ["The twenty-first waits until the first is a minute old"] =
            (new Box().Incident(1).Waits(1, Card, [1], critical: true).Pacing(Calls(20)), "wait 18 s"),
        ["The twelfth of a minute may change figures"] = (new Box().Incident(1, "2/1").Stands(1, Card, [1], "1", edited: -15).Pacing(Calls(11)), "edit 1"),
        ["The thirteenth leaves room for what is new"] = (new Box().Incident(1, "2/1").Stands(1, Card, [1], "1", edited: -15).Pacing(Calls(12)), "wait 18 s"),
        ["But a new state is shown"] = (new Box().Incident(1, "2/2").Stands(1, Card, [1], "1").Pacing(Calls(17)), "edit 1"),
        ["The nineteenth is for what must be said"] = (new Box().Incident(1, "2/2").Stands(1, Card, [1], "1").Pacing(Calls(18)), "wait 18 s"),
        ["And says it"] = (new Box().Incident(1, "2/2").Stands(1, Card, [1], "1").Waits(2, PostKind.Reply, [1]).Pacing(Calls(18)), "send 2"),
        ["Retry-After holds everything in the conversation"] =
            (new Box().Incidents(1, 2).Waits(1, Card, [1], due: 30, tries: 1).Waits(2, Card, [2], critical: true).Pacing(p => p.Hold(Box.Noon, Box.At(30))), "wait 30 s"),
        ["A clock that was put back silences nobody"] =
            (new Box().Incident(1).Waits(1, Card, [1]).Pacing(p => p.Called(Box.At(7200))), "send 1"),
        ["Nor by a pause that began later than now"] =
            (new Box().Incident(1).Waits(1, Card, [1]).Pacing(p => p.Hold(Box.At(3600), Box.At(3630))), "send 1"),
        ["Though it holds for what the channel asks for then"] =
            (new Box().Incident(1).Waits(1, Card, [1]).Pacing(p => { p.Hold(Box.At(3600), Box.At(3630)); p.Hold(Box.Noon, Box.At(4)); }), "wait 4 s"),
        ["Nor keeps it a try that failed later than now from the next one"] =
            (new Box().Incident(1).Waits(1, Card, [1], due: 3630, tried: 3600), "send 1"),
        ["Nor an edit from being shown"] = (new Box().Incident(1, "2/1").Stands(1, Card, [1], "1", edited: 3600), "edit 1"),
        ["Nor one that failed later than now"] =
            (new Box().Incident(1, "2/2").Stands(1, Card, [1], "1").Pacing(p => p.HoldEdit(1, Box.At(3600), Box.At(3604))), "edit 1"),
        ["Nor makes it a flood of what was told later than now"] =
            (new Box().Incidents(1, 3).Sent(12, 3600).Stands(5, Digest, [1, 2], "2", sent: 3600).Waits(6, Card, [3]), "send 6"),
        ["A post that is not due yet lets others pass"] =
            (new Box().Incidents(1, 2).Waits(1, Card, [1], critical: true, due: 20, sending: true).Waits(2, Card, [2]), "send 2"),
        ["A critical repeat waits its 20 s"] = (new Box().Incident(1).Waits(1, Card, [1], critical: true, due: 20, sending: true), "wait 20 s"),

        // Edits
        ["A new state is shown at once"] = (new Box().Incident(1, "2/2").Stands(1, Card, [1], "1", edited: -2), "edit 1"),
        ["New figures wait 15 s after the last edit"] = (new Box().Incident(1, "2/1").Stands(1, Card, [1], "1", edited: -2), "wait 13 s"),
        ["And after the card itself"] = (new Box().Incident(1, "2/1").Stands(1, Card, [1], "1", sent: -5), "wait 10 s"),
        ["Then they are shown"] = (new Box().Incident(1, "2/1").Stands(1, Card, [1], "1", edited: -15), "edit 1"),
        ["An older state is never shown over a newer one"] = (new Box().Incident(1, "3/3").Stands(1, Card, [1], "4/4"), "nothing"),
        ["Nor when the store forgot one of a digest's incidents"] = (new Box().Incident(2, "3/3").Stands(1, Digest, [1, 2], "9/9"), "nothing"),
        ["A digest is edited when one of its incidents changed"] =
            (new Box().Incident(1, "1").Incident(2, "2/2").Stands(1, Digest, [1, 2], "2/2"), "edit 1"),
        ["A message that was deleted is not edited"] = (new Box().Incident(1, "2/2").Stands(1, Card, [1], "1", known: false), "nothing"),
        ["An edit that failed waits, and others go on"] =
            (new Box().Incident(1, "2/2").Incident(2, "2/2").Stands(1, Card, [1], "1").Stands(2, Card, [2], "1").Pacing(p => p.HoldEdit(1, Box.Noon, Box.At(4))), "edit 2"),
        ["The end of an incident is shown"] = (new Box().Incident(1, "5/5", open: false).Stands(1, Card, [1], "4/1"), "edit 1"),

        // Merging
        ["Only the newest reply of an incident is sent"] =
            (new Box().Incident(1).Stands(1, Card, [1], "1").Waits(2, PostKind.Reply, [1]).Waits(3, PostKind.Reply, [1]), "2 merged"),
        ["Replies of other incidents stay"] =
            (new Box().Incidents(1, 2).Stands(1, Card, [1], "1").Stands(2, Card, [2], "1").Waits(3, PostKind.Reply, [1]).Waits(4, PostKind.Reply, [2]), "send 3"),
        ["A card that waits tells what its replies would"] =
            (new Box().Incident(1).Waits(1, Card, [1]).Waits(2, PostKind.Reply, [1]), "2 merged"),
        ["Also when it is sent for the second time"] =
            (new Box().Incident(1).Waits(1, Card, [1], critical: true, sending: true, due: 20).Waits(2, PostKind.Reply, [1]), "2 merged"),
        ["So does a digest that waits"] = (new Box().Incidents(1, 2).Waits(1, Digest, [1, 2]).Waits(2, PostKind.Reply, [2]), "2 merged"),
        ["An incident that ended before its card was sent is still told"] = (new Box().Incident(1, "3/3", open: false).Waits(1, Card, [1]), "send 1"),
        ["What the store forgot is not told"] = (new Box().Waits(1, Card, [1]), "1 refused"),
        ["A notice is about no incident"] = (new Box().Waits(1, Gone, []), "send 1"),

        // Unknown
        ["A warning that may have arrived is not repeated"] = (new Box().Incident(1, "4/1").Stands(1, Card, [1], "1/1", unknown: true), "nothing"),
        ["Its next state is a new card"] = (new Box().Incident(1, "4/4").Stands(1, Card, [1], "1/1", unknown: true), "1 merged, new card of 1"),
        ["Which tells what a reply would"] =
            (new Box().Incident(1, "4/4").Stands(1, Card, [1], "1/1", unknown: true).Waits(2, PostKind.Reply, [1]).Waits(3, Card, [1]), "1 merged"),
        ["The same holds for a digest"] = (new Box().Incident(1, "1").Incident(2, "2").Stands(1, Digest, [1, 2], "2", unknown: true), "1 merged, new digest of 1+2"),
        ["A reply to a card that was deleted is a message of its own"] =
            (new Box().Incident(1).Stands(1, Card, [1], "1", known: false).Waits(2, PostKind.Reply, [1]), "send 2"),

        // Quiet
        ["In a quiet time nothing new is said"] = (new Box().Incident(1).Waits(1, Card, [1], critical: true).QuietUntil(600), "wait 600 s"),
        ["But cards are edited"] =
            (new Box().Incident(1).Incident(2, "2/2").Waits(2, Card, [1]).Stands(1, Card, [2], "1").QuietUntil(600), "edit 1"),
        ["After it one digest tells all"] =
            (new Box().Incidents(1, 3).Stands(1, Card, [3], "1").Waits(2, Card, [1]).Waits(3, Card, [2], critical: true).Waits(4, PostKind.Reply, [3]).QuietUntil(0),
                "new digest of 1+2+3, 2 merged, 3 merged, 4 merged"),
        ["What comes after it is told as ever"] = (new Box().Incident(1).Waits(1, Card, [1], made: -10).QuietUntil(-20), "send 1"),
        ["The digest itself is sent"] = (new Box().Incidents(1, 2).Waits(5, Digest, [1, 2], made: 0).QuietUntil(0), "send 5"),
        ["A second quiet time takes the first one's digest in"] =
            (new Box().Incidents(1, 3).Waits(5, Digest, [1, 2], made: -60).Waits(6, Card, [3]).QuietUntil(0), "new digest of 1+2+3, 5 merged, 6 merged"),

        // Flood
        ["Twelve new incidents in an hour are told one by one"] = (new Box().Incident(12).Sent(11, -60).Waits(12, Card, [12]), "send 12"),
        ["The thirteenth is a digest"] = (new Box().Incident(13).Sent(12, -60).Waits(13, Card, [13]), "new digest of 13, 13 merged"),
        ["Of many at once the thirteenth and all after it"] =
            (Cards(new Box().Incidents(1, 15), 1, 15), "new digest of 13+14+15, 13 merged, 14 merged, 15 merged"),
        ["Later ones join it while it waits"] =
            (new Box().Incidents(1, 3).Sent(12, -60).Waits(5, Digest, [1, 2]).Waits(6, Card, [3]), "5 digest of 1+2+3, 6 merged"),
        ["And when it stands there"] =
            (new Box().Incidents(1, 3).Sent(12, -60).Stands(5, Digest, [1, 2], "2", sent: -3000).Waits(6, Card, [3]), "5 digest of 1+2+3, 6 merged"),
        ["Until it is an hour old"] =
            (new Box().Incidents(1, 3).Sent(12, -60).Stands(5, Digest, [1, 2], "2", sent: -3600).Waits(6, Card, [3]), "new digest of 3, 6 merged"),
        ["A digest that was deleted takes nobody in"] =
            (new Box().Incidents(1, 3).Sent(12, -60).Stands(5, Digest, [1, 2], "2", sent: -300, known: false).Waits(6, Card, [3]), "new digest of 3, 6 merged"),
        ["A critical incident keeps its own card"] = (new Box().Incident(1).Sent(12, -60).Waits(1, Card, [1], critical: true), "send 1"),
        ["An hour later there is room again"] = (new Box().Incident(13).Sent(12, -3600).Waits(13, Card, [13]), "send 13"),
        ["In a quiet time a flood waits for its digest"] = (new Box().Incident(13).Sent(12, -60).Waits(13, Card, [13]).QuietUntil(60), "wait 60 s"),
    };

    public static TheoryData<string> Sentences => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Next(string sentence)
    {
        var (given, then) = Table[sentence];

        Assert.Equal(then, given.Then());
    }

    /// <summary>The last one 2 s ago, the one before 4 s ago, and so on.</summary>
    private static Action<Pace> Calls(int count) => pace =>
    {
        for (var i = count; i >= 1; i--) pace.Called(Box.At(-2 - (40.0 / (count - 1) * (i - 1))));
    };

    private static Box Cards(Box box, int from, int to)
    {
        for (var number = from; number <= to; number++) box.Waits(number, Card, [number]);
        return box;
    }
}
