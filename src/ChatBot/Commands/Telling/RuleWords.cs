using ChatBot.Alerts;

namespace ChatBot.Commands.Telling;

/// <summary>A rule and its figures in words.</summary>
internal static class RuleWords
{
    /// <summary>"7", or "12 min" for a time.</summary>
    public static string Value(this Voice voice, Metric metric, int value) =>
        metric.IsTime() ? voice.Duration(TimeSpan.FromSeconds(value)) : $"{value}";

    /// <summary>"Waiting to rest above 5".</summary>
    public static string Condition(this Voice voice, Rule rule) => voice.Say("alert.condition",
        voice[$"metric.{rule.Metric}"], voice.Say($"comparison.{rule.Comparison}", voice.Value(rule.Metric, rule.Limit)));

    /// <summary>"Waiting to rest above 5 · Billing · skill 3 · VDN 1".</summary>
    public static string ConditionAt(this Voice voice, Monitoring.Names names, Rule rule) =>
        voice.Say("alert.where", voice.Condition(rule), voice.Where(names, rule.Scope));

    /// <summary>"limit 5".</summary>
    public static string Limit(this Voice voice, Rule rule) => voice.Say($"limit.{rule.Comparison}", voice.Value(rule.Metric, rule.Limit));

    /// <summary>"Waiting to rest 7 · limit 5".</summary>
    public static string Figure(this Voice voice, Rule rule, int value, bool atLeast = false) => voice.Say("alert.figure",
        voice[$"metric.{rule.Metric}"], atLeast ? voice.Say("value.atLeast", voice.Value(rule.Metric, value)) : voice.Value(rule.Metric, value),
        voice.Limit(rule));

    /// <summary>"after 2 readings in a row" or "when it has been so for 2 min".</summary>
    public static string Told(this Voice voice, Rule rule, AlertSettings usual) => rule.Hold is { } hold
        ? voice.Say("alert.toldAfter", voice.Duration(hold))
        : voice.Say(usual.HoldPolls == 1 ? "alert.toldReading" : "alert.toldReadings", usual.HoldPolls, voice.Duration(usual.PollInterval * usual.HoldPolls));

    /// <summary>"at 4 or less"; "at 0", since nothing is less.</summary>
    public static string Calm(this Voice voice, Rule rule) => voice.Say(
        !rule.Comparison.IsUpward() ? "alert.calmAbove" : rule.Calm == 0 ? "alert.calmNone" : "alert.calmBelow", voice.Value(rule.Metric, rule.Calm));

    public static string Repeat(this Voice voice, Rule rule) =>
        rule.Repeat > TimeSpan.Zero ? voice.Say("alert.repeats", voice.Duration(rule.Repeat)) : voice["alert.never"];

    public static string Active(this Voice voice, Rule rule) => rule.Active is { } hours ? voice.Hours(hours) : voice["alert.always"];

    /// <summary>"Mon, Tue 08:00–20:00".</summary>
    public static string Hours(this Voice voice, ActiveHours hours)
    {
        var times = hours.From == hours.To ? voice["hours.wholeDay"] : $"{hours.From:HH:mm}–{hours.To:HH:mm}";
        return hours.Days.Count is 0 or 7
            ? times
            : $"{string.Join(voice["list.comma"], hours.Days.OrderBy(d => ((int)d + 6) % 7).Select(d => voice[$"day.{d}"]))} {times}";
    }

    /// <summary>A name as text; "somebody" for whoever has none, or asked to be forgotten.</summary>
    public static string Name(this Voice voice, Person? person) => Outside.Text(person?.Name, 24) is { Length: > 0 } name ? name : voice["somebody"];

    /// <summary>Whom it mentions, and who wants to hear of it: names as text.</summary>
    public static string Names(this Voice voice, IEnumerable<Person> people) =>
        string.Join(voice["list.comma"], people.Take(10).Select(p => Outside.Text(p.Name, 24)));

    /// <summary>What a person reads of what a rule is: the same facts on each of its cards.</summary>
    public static IEnumerable<Fact> Facts(this Voice voice, Rule rule, AlertSettings usual) =>
    [
        new(voice["alert.fact.told"], voice.Told(rule, usual)),
        new(voice["alert.fact.calm"], voice.Calm(rule)),
        new(voice["alert.fact.severity"], voice[$"severity.{rule.Severity}"]),
        new(voice["alert.fact.repeat"], voice.Repeat(rule)),
        new(voice["alert.fact.active"], voice.Active(rule)),
    ];

    /// <summary>"Mentions: Adele Vance", "Made by Li Na", "From the settings": what may hold names, as text.</summary>
    public static IEnumerable<string> Notes(this Voice voice, Rule rule)
    {
        if (rule.Paused) yield return voice["alert.isPaused"];
        if (rule.Mentions.Count > 0)
            yield return voice.Say(rule.Severity == Severity.Critical ? "alert.mentions" : "alert.mentionsIfCritical", voice.Names(rule.Mentions));
        if (rule.Shipped is { } name) yield return voice.Say("alert.shipped", Outside.Text(name));
    }
}
