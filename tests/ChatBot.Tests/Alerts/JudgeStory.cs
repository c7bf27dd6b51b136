using System.Globalization;
using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Tests.Alerts;

/// <summary>
/// A rule, a series of readings and what each of them means, as a line of words. A reading is a figure (<c>6</c>, <c>12m</c>),
/// <c>6+</c> when only a part was read, <c>-</c> when there was none, <c>=</c> when the figures stand still, or people with their
/// times and, behind a slash, who is signed in (<c>101=12m,102=9m/101,102</c>; <c>/101</c> for nobody beyond; <c>101=2m/101/5</c> for five more than are named). It comes 15 s after
/// the one before. Between readings: <c>+30m</c> or <c>-1h</c> the clock jumps, <c>again</c> the next one is the same reading,
/// <c>ack</c> (10 min), <c>snooze</c> (30 min), <c>off</c>/<c>on</c> duty, <c>mute</c>/<c>unmute</c>, <c>blind</c>/<c>sighted</c>.
/// A verdict is its kind, <c>:reason</c> where that matters, <c>~</c> when nobody is to hear of it.
/// </summary>
internal sealed class JudgeStory(Rule rule)
{
    public static readonly JudgeTimes Times = new(HoldReadings: 2, CalmReadings: 2, GoneReadings: 2, WorseByPercent: 50,
        CoolDown: TimeSpan.FromMinutes(10), LongestStep: TimeSpan.FromSeconds(30));

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly List<Verdict> _verdicts = [];
    private DateTimeOffset _readAt = Start;
    private bool _again;

    public DateTimeOffset Now { get; private set; } = Start;

    public Circumstances Around { get; private set; } = new(Start);

    public Known Known { get; private set; } = Known.Nothing;

    public JudgeTimes Judged { get; init; } = Times;

    public IReadOnlyList<Verdict> Verdicts => _verdicts;

    /// <summary>"waiting above 5", "busy-time at-least 10m calm 8m for 2m every 30m".</summary>
    public static JudgeStory Given(string rule, JudgeTimes? times = null) => new(RuleOf(rule)) { Judged = times ?? Times };

    public JudgeStory Readings(string series)
    {
        foreach (var word in series.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Take(word);
        return this;
    }

    public void Gives(string expected)
    {
        var wanted = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var given = _verdicts.Select((verdict, i) => Say(verdict, i < wanted.Length && wanted[i].Contains(':')));
        Assert.Equal(wanted, given);
    }

    public static Rule RuleOf(string text)
    {
        var words = text.Split(' ');
        string? After(string word) => Array.IndexOf(words, word) is >= 0 and var i ? words[i + 1] : null;
        TimeSpan? TimeAfter(string word) => After(word) is { } time ? TimeSpan.FromSeconds(Number(time)) : null;
        var metric = Enum.Parse<Metric>(words[0].Replace("-", ""), ignoreCase: true);
        var comparison = Enum.Parse<Comparison>(words[1].Replace("-", ""), ignoreCase: true);
        var limit = Number(words[2]);
        return new Rule
        {
            Number = 7,
            Conversation = "19:team",
            Metric = metric,
            Vdn = 1,
            Skill = 3,
            Comparison = comparison,
            Limit = limit,
            Calm = After("calm") is { } calm ? Number(calm) : Threshold.UsualCalm(metric, comparison, limit),
            Hold = TimeAfter("for"),
            Repeat = TimeAfter("every") ?? TimeSpan.Zero,
        };
    }

    private void Take(string word)
    {
        switch (word)
        {
            case "again": _again = true; break;
            case "ack": Known = Known with { AcknowledgedUntil = Now.AddMinutes(10), SnoozedUntil = null }; break;
            case "snooze": Known = Known with { SnoozedUntil = Now.AddMinutes(30) }; break;
            case "off" or "on": Around = Around with { OnDuty = word == "on" }; break;
            case "mute" or "unmute": Around = Around with { MutedBy = word == "mute" ? 12 : null }; break;
            case "blind" or "sighted": Around = Around with { Blind = word == "blind" }; break;
            case ['+' or '-', _, ..]:
                Now += TimeSpan.FromSeconds(Number(word[1..])) * (word[0] == '-' ? -1 : 1);
                break;
            default: Judge(Seen(word)); break;
        }
    }

    private void Judge(Observation seen)
    {
        Now += TimeSpan.FromSeconds(15);
        if (!_again) _readAt = Now;
        _again = false;
        var verdict = ChatBot.Alerts.Judge.Decide(rule, seen with { ReadAt = _readAt }, Known, Judged, Around with { Now = Now });
        _verdicts.Add(verdict);
        Known = verdict.Next;
    }

    private Observation Seen(string word)
    {
        if (word == "-") return Measure.Missing(new MonitoringFailure(MonitoringFault.TimedOut, Start, null, null));
        if (word == "=") return new() { StandsStillSince = Start };
        if (!word.Contains('/')) return new() { Value = Number(word.TrimEnd('+')), AtLeast = word.EndsWith('+') };
        var parts = word.Split('/');
        var (people, signedIn, more) = (parts[0], parts[1], parts.Length > 2 ? parts[2] : null);
        Worst[] worst = [.. people.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('='))
            .Select(p => new Worst(Number(p[0]), "x", Number(p[1])))];
        return new()
        {
            Value = more is not null ? worst.Length + Number(more) : rule.Metric.IsTime() ? worst.Max(w => w.Seconds) ?? 0 : worst.Length,
            Worst = worst,
            SignedIn = signedIn == "?" ? null : signedIn.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToHashSet(),
        };
    }

    private static int Number(string text) => text[^1] switch
    {
        's' => Parse(text[..^1]),
        'm' => Parse(text[..^1]) * 60,
        'h' => Parse(text[..^1]) * 3600,
        _ => Parse(text),
    };

    private static int Parse(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Say(Verdict verdict, bool reason) =>
        Words(verdict.Kind) + (reason ? ":" + Words(verdict.Reason.Because) : "") + (verdict.Quiet ? "~" : "");

    private static string Words(Enum name) =>
        string.Concat(name.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : "" + char.ToLowerInvariant(c)));
}
