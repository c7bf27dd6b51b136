using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands.Telling;

/// <summary>What is told of one incident, in one language. All of it is text; names in it are cleaned.</summary>
/// <param name="names">Of the incident's VDN.</param>
internal sealed class IncidentWords(Voice voice, Names names, Incident incident, DateTimeOffset now)
{
    private readonly Rule? _rule = incident.Rule;

    /// <summary>"Billing" or "VDN 1": as short as it can be.</summary>
    public string Place => incident.Scope.Skill is { } skill ? voice.Skill(names, incident.Scope.Vdn, skill) : voice.Say("vdn", incident.Scope.Vdn);

    /// <summary>"Waiting to rest 7 · limit 5", "I cannot see Billing", "Waiting to rest is back to 2".</summary>
    public string Title => _rule is null
        ? voice.Say(incident.Open ? "blind.title" : incident.Ending == Ending.SeeingAgain ? "blind.over" : "blind.withdrawn", Place)
        : incident.Ending switch
        {
            null when Current is { } value => voice.Figure(_rule, value, incident.Last.AtLeast),
            Ending.Recovered when Current is { } value => voice.Say("over.Recovered", Metric, voice.Value(_rule.Metric, value)),
            { } ending => voice.Say($"over.{ending}", Metric),
            null => voice.Condition(_rule),
        };

    /// <summary>The last known figure.</summary>
    public int? Current => incident.Last.Value ?? incident.Known.Value;

    public TimeSpan Lasted => (incident.EndedAt ?? now) - incident.RaisedAt;

    /// <summary>"critical · since 14:03 · 12 min · peak 9", or "after 14 min · peak 9".</summary>
    public string Course
    {
        get
        {
            var parts = new List<string>();
            if (incident.Open && incident.Severity == Severity.Critical) parts.Add(voice["severity.Critical"]);
            parts.Add(incident.Open
                ? voice.Say("incident.since", voice.Moment(incident.RaisedAt, now), voice.Duration(Lasted))
                : voice.Say("incident.after", voice.Duration(Lasted), voice.Moment(incident.RaisedAt, now), voice.Clock(incident.EndedAt ?? now)));
            if (Peak is { } peak) parts.Add(peak);
            return string.Join(" · ", parts);
        }
    }

    /// <summary>"peak 9" where that tells more than the figure.</summary>
    private string? Peak => _rule is { } rule && (!incident.Open || Current != incident.Known.Peak)
        ? voice.Say(rule.Comparison.IsUpward() ? "incident.peak" : "incident.lowest", voice.Value(rule.Metric, incident.Known.Peak))
        : null;

    /// <summary>"longest 12 min (Eve)", for lock screens; empty where it is not known.</summary>
    public string Longest => _rule is not null && incident.Last.Worst is [{ Seconds: { } time } first, ..]
        ? PeopleList.Longest(voice, TimeSpan.FromSeconds(time), Who(first, 20))
        : "";

    /// <summary>"Billing: Waiting to rest 7 · limit 5 · longest 12 min (Eve)".</summary>
    public string Line => string.Join(" · ", new[] { voice.Say("summary.plain", Place, Title), incident.Open ? Longest : Course }.Where(p => p.Length > 0));

    /// <summary>Who has it, what is snoozed, what went on: one short sentence each.</summary>
    public IEnumerable<string> State()
    {
        var taken = incident.TakenBy is { } by ? Outside.Text(by.Name, 24) : "";
        if (incident.Open)
        {
            if (incident.Known.AcknowledgedUntil is { } until && until > now) yield return voice.Say("incident.taken", voice.Name(incident.TakenBy), voice.Moment(until, now));
            else if (taken.Length > 0) yield return voice.Say("incident.ranOut", taken);
            if (incident.Known.SnoozedUntil is { } quiet && quiet > now)
                yield return voice.Say("incident.snoozed", voice.Moment(quiet, now), voice.Name(incident.SnoozedBy));
        }
        else if (taken.Length > 0)
        {
            yield return voice.Say("incident.had", taken);
        }

        if (incident.Ending is Ending.SignedOut) yield return voice["incident.gone"];
        if (incident.Ending is Ending.RuleWithdrawn) yield return voice["incident.withdrawn"];
        if (incident.Reopened > 0) yield return voice.Say("incident.reopened", incident.Reopened);
        if (incident.Open && _rule is not null && (incident.Known.Blind || incident.Last.Value is null)) yield return voice["incident.frozen"];
    }

    /// <summary>What one must know besides.</summary>
    public IEnumerable<string> Notes()
    {
        if (!incident.Open) yield break;
        if (incident.Mutes.Count > 0)
            yield return voice.Say(incident.Mutes.Count == 1 ? "incident.mutesOne" : "incident.mutes", string.Join(voice["list.comma"], incident.Mutes.Take(20)));
        if (incident.Last.AtLeast) yield return voice["incident.partly"];
    }

    private string Metric => voice[$"metric.{_rule!.Metric}"];

    /// <summary>A queue of calls, or somebody as they may be spoken of here.</summary>
    public string Who(Worst worst, int most = 40) => _rule?.Metric.IsCalls() == true ? voice.Skill(names, incident.Scope.Vdn, worst.Number) : voice.Person(worst.Name, most);
}
