using ChatBot.Alerts;

namespace ChatBot.Commands.Telling;

/// <summary>An incident's history as rows: what happened, when, at which figure. Readings in a row that decided the same are
/// one row.</summary>
internal static class WhyRows
{
    // The crossing stands at the beginning, what happened last at the end.
    private const int First = 10;
    private const int Last = 14;

    /// <returns>The rows, and how many were left out between them.</returns>
    public static (IReadOnlyList<Row> Rows, int Left) Of(Voice voice, Rule? rule, IReadOnlyList<HistoryLine> history)
    {
        var rows = Runs(history).Select(run => Row(voice, rule, run)).ToList();
        var left = rows.Count - First - Last;
        return left <= 1 ? (rows, 0) : ([.. rows.Take(First), new("…", "", "Default", "", "", "Default", ""), .. rows.TakeLast(Last)], left);
    }

    private static IEnumerable<List<HistoryLine>> Runs(IReadOnlyList<HistoryLine> history)
    {
        List<HistoryLine> run = [];
        foreach (var line in history)
        {
            var goesOn = run is [.., var before] && line.Did is null && before.Did is null && line.Kind < VerdictKind.SeeingAgain
                && line.Kind == before.Kind && line.Reason?.Because == before.Reason?.Because;
            if (!goesOn && run.Count > 0)
            {
                yield return run;
                run = [];
            }

            run.Add(line);
        }

        if (run.Count > 0) yield return run;
    }

    private static Row Row(Voice voice, Rule? rule, List<HistoryLine> run)
    {
        var (first, last) = (run[0], run[^1]);
        var at = run.Count == 1 ? voice.ClockSeconds(first.At) : voice.Say("why.span", voice.ClockSeconds(first.At), voice.ClockSeconds(last.At), run.Count);
        return new(What(voice, last), "", Color(last), at, Figures(voice, rule, run), "Default", "");
    }

    // Kept through a run: the words of its last line, whose "2 readings in a row" counts all of it.
    private static string What(Voice voice, HistoryLine line)
    {
        if (line.Did is { } did)
        {
            var what = did is "ack" or "snooze" or "withdraw" ? voice[$"did.{did}"] : Outside.Text(did);
            return line.By is { } by && Outside.Text(by.Name, 24) is { Length: > 0 } name ? voice.Say("did.by", what, name) : what;
        }

        var told = line.Kind >= VerdictKind.SeeingAgain ? voice[$"verdict.{line.Kind}"] : "";
        if (line.Reason is not { } reason) return told.Length > 0 ? told : voice["verdict.reading"];
        var why = voice[$"because.{reason.Because}"];
        why = (reason.Readings, reason.Time) switch
        {
            ({ } readings, { } time) when time > TimeSpan.Zero => voice.Say("because.readingsTime", why, readings, voice.Duration(time)),
            ({ } readings, _) => voice.Say("because.readings", why, readings),
            (null, { } time) => voice.Say("because.time", why, voice.Duration(time)),
            _ => why,
        };
        if (reason.Rule is { } other) why = voice.Say("because.rule", why, other);
        return told.Length > 0 ? voice.Say("summary.plain", told, why) : why;
    }

    /// <summary>"6 … 9", or the one figure.</summary>
    private static string Figures(Voice voice, Rule? rule, List<HistoryLine> run)
    {
        var values = run.Select(l => l.Value).OfType<int>().ToList();
        if (rule is null || values.Count == 0) return "";
        var (from, to) = (voice.Value(rule.Metric, values[0]), voice.Value(rule.Metric, values[^1]));
        return from == to ? from : $"{from} … {to}";
    }

    private static string Color(HistoryLine line) => line switch
    {
        { Did: not null } => "Accent",
        { Kind: VerdictKind.Raise or VerdictKind.Worse or VerdictKind.Remind or VerdictKind.Unacknowledged } => "Attention",
        { Kind: VerdictKind.Resolve or VerdictKind.SeeingAgain } => "Good",
        { Kind: VerdictKind.Hold or VerdictKind.Blind } => "Warning",
        _ => "Default",
    };
}
