using ChatBot.Alerts;
using ChatBot.Commands.Access;
using ChatBot.Commands.Buttons;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Telling;

/// <summary>An incident as its living card shows it.</summary>
internal static class IncidentView
{
    public static View Of(Voice voice, Names names, Incident incident, DateTimeOffset now, bool endOfShift, bool mayPause)
    {
        var words = new IncidentWords(voice, names, incident, now);
        var rows = incident.Open && incident.Rule is { } rule ? Rows(voice, words, rule, incident.Last.Worst) : [];
        var hasPeople = rows.Count > 0 && !incident.Rule!.Metric.IsCalls();
        if (hasPeople && voice.Discretion == Discretion.Hide) rows = [];
        return new View
        {
            Lang = voice.Language,
            Title = words.Title,
            Style = Style(incident, now),
            Where = voice.Where(names, incident.Scope),
            Lead = words.Course,
            Lines = [.. incident.IsBlindness && incident.Open ? Blindness(voice, incident, now) : [], .. words.State()],
            Spark = incident.IsBlindness ? "" : Spark.Of(incident.Trend),
            SparkText = incident.Rule is { } measured && incident.Trend.Count > 1 ? SparkText(voice, measured, Spark.Last(incident.Trend)) : "",
            Groups = [new("", rows)],
            Cut = rows.Count > 0 && Hidden(incident) is > 0 and var more ? voice.Say("incident.more", more) : "",
            Notes = [.. words.Notes()],
            Foot = incident.Rule is { } its
                ? voice.Say("incident.foot", incident.Number, its.Number, voice.ClockSeconds(incident.Last.ReadAt))
                : voice.Say("incident.footBlind", incident.Number),
            Buttons = [.. Buttons(voice, incident, endOfShift, mayPause), .. hasPeople ? NamesToMe.Of(voice, $"incident {incident.Number}") : []],
        };
    }

    /// <summary>Counts only.</summary>
    public static View Short(View view) => view with { Groups = [], Cut = "", Notes = [], Spark = "", SparkText = "" };

    // Red for what nobody has, blue for what somebody has, green for what is over well.
    private static string Style(Incident incident, DateTimeOffset now) => incident switch
    {
        { Ending: Ending.Recovered or Ending.SeeingAgain } => "good",
        { Open: false } => "emphasis",
        { Known.SnoozedUntil: { } until } when until > now => "emphasis",
        { Known.AcknowledgedUntil: { } until } when until > now => "accent",
        { Severity: Severity.Critical } => "attention",
        _ => "warning",
    };

    private static List<string> Blindness(Voice voice, Incident incident, DateTimeOffset now)
    {
        if (incident.Known.Phase == Phase.CalmHolding) return [voice["blind.comesAndGoes"]];
        var lines = new List<string>();
        if (incident.Last.StandsStillSince is { } since) lines.Add(voice.Say("note.standsStill", voice.Moment(since, now)));
        if (incident.Last.Failure is { } failure)
        {
            lines.Add(voice.Say("failed.summary", voice[$"fault.{failure.Fault}"], voice.Say("failed.since", voice.Moment(failure.Since, now))));
            lines.Add(voice[$"advice.{failure.Fault}"]);
        }

        if (incident.Last.ReadAt < incident.RaisedAt) lines.Add(voice.Say("blind.lastFigures", voice.Moment(incident.Last.ReadAt, now)));
        return [.. lines, voice["blind.frozen"]];
    }

    private static string SparkText(Voice voice, Rule rule, IReadOnlyList<int> last) =>
        (voice.Value(rule.Metric, last.Min()), voice.Value(rule.Metric, last.Max())) is var (lowest, highest) && lowest == highest
            ? voice.Say("incident.sparkEven", last.Count, lowest)
            : voice.Say("incident.spark", last.Count, lowest, highest);

    private static List<Row> Rows(Voice voice, IncidentWords words, Rule rule, IReadOnlyList<Worst> worst) =>
        [.. worst.Take(PeopleList.Most).Select(w =>
        {
            var name = words.Who(w);
            var number = rule.Metric.IsCalls() ? voice.Say("skill", w.Number) : voice.Discretion == Discretion.Show ? $"{w.Number}" : "";
            var time = w.Seconds is { } seconds ? voice.Duration(TimeSpan.FromSeconds(seconds)) : "";
            var beyond = rule.Metric.IsTime() && w.Seconds is { } value && rule.IsBeyond(value);
            // A queue of calls: how many, and how long the longest of them.
            var (shown, detail) = w.Count is { } calls && rule.Metric == Alerts.Metric.CallsWaiting
                ? ($"{calls}", time.Length > 0 ? voice.Say("queue.longest", time) : "")
                : (time.Length > 0 ? time : voice["time.unknown"], w.Cause is { } cause ? voice.Cause(cause) : "");
            return new Row(name.Length > 0 ? name : number, name.Length == 0 || name == number ? "" : number,
                beyond ? "Attention" : "Warning", detail, shown, beyond ? "Attention" : "Default", "");
        })];

    /// <summary>How many there are besides the rows, as far as it is known.</summary>
    private static int Hidden(Incident incident)
    {
        var shown = Math.Min(incident.Last.Worst.Count, PeopleList.Most);
        return incident.Rule!.Metric.IsCalls() ? 0
            : (incident.Rule.Metric.IsTime() ? incident.Known.Beyond.Count : incident.Last.Value ?? 0) - shown;
    }

    private static List<Button> Buttons(Voice voice, Incident incident, bool endOfShift, bool mayPause)
    {
        var n = incident.Number;
        if (!incident.Open) return [Primary("button.why", $"why {n}"), Primary("button.alerts", "alerts")];
        List<Button> buttons =
        [
            Primary("button.ack", $"ack {n}"), Primary("button.snooze30", $"snooze {n} 30m"), Primary("button.why", $"why {n}"),
            Behind("button.snooze15", $"snooze {n} 15m"), Behind("button.snooze60", $"snooze {n} 1h"),
        ];
        if (endOfShift) buttons.Add(Behind("button.snoozeShift", $"snooze {n} shift"));
        buttons.Add(Behind("button.refresh", $"incident {n}"));
        if (incident.Rule is not null && mayPause) buttons.Add(Behind("button.pauseRule", $"pause incident {n}"));
        return buttons;

        Button Primary(string key, string say) => new(voice[key], say, voice.Language);

        Button Behind(string key, string say) => new(voice[key], say, voice.Language, "secondary");
    }
}
