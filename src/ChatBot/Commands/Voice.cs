using ChatBot.Commands.Access;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>How things are said in one language: durations as people say them, clock times of the call centre, names.</summary>
/// <param name="discretion">Of the place where it is said.</param>
public sealed class Voice(Words words, TimeZoneInfo zone, Discretion discretion = Discretion.Show)
{
    public string Language => words.Language;

    public Discretion Discretion => discretion;

    /// <summary>The same voice where nobody reads along.</summary>
    public Voice Openly() => discretion == Discretion.Show ? this : new(words, zone);

    /// <summary>Somebody of the contact centre, as they may be spoken of here: empty where nobody is named.</summary>
    public string Person(string name, int most = 40) => discretion switch
    {
        Discretion.Show => Outside.Text(name, most),
        Discretion.Initials => Initials.Of(name),
        _ => "",
    };

    public string this[string key] => words[key];

    public string Say(string key, params ReadOnlySpan<object?> values) => words.Say(key, values);

    /// <summary>"45 s", "12 min", "1 h 20 min" · "45 秒", "12 分钟", "1 小时 20 分". Rounded down, as people do.</summary>
    public string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => Say("time.seconds", Math.Max(0, (int)time.TotalSeconds)),
        { TotalMinutes: < 60 } => Say("time.minutes", (int)time.TotalMinutes),
        { Minutes: 0 } => Say("time.hours", (int)time.TotalHours),
        _ => Say("time.hoursMinutes", (int)time.TotalHours, time.Minutes),
    };

    /// <summary>"14:05" by the call centre's clock.</summary>
    public string Clock(DateTimeOffset moment) => $"{Local(moment):HH:mm}";

    /// <summary>"14:05:20".</summary>
    public string ClockSeconds(DateTimeOffset moment) => $"{Local(moment):HH:mm:ss}";

    /// <summary>"14:05", or "21 Nov 14:05" when it was not today.</summary>
    public string Moment(DateTimeOffset moment, DateTimeOffset now) => Local(moment).Date == Local(now).Date
        ? Clock(moment)
        : Say("time.day", Local(moment).Day, words[$"month.{Local(moment).Month}"], Clock(moment));

    /// <summary>"Billing", or "skill 3" for a queue without a name.</summary>
    public string Skill(Names names, int vdn, int id) =>
        names.Skill(vdn, id) is { } skill && NameOf(skill) is { Length: > 0 } name ? name : Say("skill", id);

    /// <summary>The queue's name in this language, cleaned; empty when it has none.</summary>
    public string NameOf(SkillName skill) => Outside.Text(Language == "zh"
        ? skill.Chinese ?? skill.English ?? skill.Platform
        : skill.English ?? skill.Platform ?? skill.Chinese);

    /// <summary>"Billing · skill 3 · VDN 1" or "VDN 1".</summary>
    public string Where(Names names, Scope scope)
    {
        if (scope.Skill is not { } id) return Say("vdn", scope.Vdn);
        var number = Say("skill", id);
        var name = Skill(names, scope.Vdn, id);
        return name == number ? Say("where.skill", number, scope.Vdn) : Say("where.named", name, number, scope.Vdn);
    }

    public string State(AgentState state, int? cti) => state == AgentState.Unknown
        ? Say("state.Unknown", cti is { } code ? code : "?")
        : words[$"state.{state}"];

    public string Cause(RestCause cause) => Enum.IsDefined(cause) ? words[$"cause.{cause}"] : Say("cause.unknown", (int)cause);

    /// <summary>"3 resting", "nobody is resting", "2 resting over 10 min".</summary>
    /// <param name="key">A first word of the canonical form; the words have <c>count.KEY</c> and <c>none.KEY</c>.</param>
    public string Count(string key, int count, TimeSpan? over = null)
    {
        var title = count == 0 ? words[$"none.{key}"] : Say($"count.{key}", count);
        return over is { } limit ? Say("title.over", title, Duration(limit)) : title;
    }

    /// <summary>One plain line for lock screens: place, answer, then the longest. Fits what a notification shows.</summary>
    public string Summary(string where, string title, string lead) =>
        lead.Length == 0 ? Say("summary.plain", where, title) : Say("summary.lead", where, title, lead);

    /// <summary>When the call centre's clock shows this time next.</summary>
    public DateTimeOffset Next(TimeOnly wallClock, DateTimeOffset now)
    {
        var today = Local(now).Date + wallClock.ToTimeSpan();
        var next = Moment(today);
        return next > now ? next : Moment(today.AddDays(1));

        // A time that the clock skips in spring comes when it would have.
        DateTimeOffset Moment(DateTime local) => new(local - zone.GetUtcOffset(local), TimeSpan.Zero);
    }

    private DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone);
}
