using Microsoft.Extensions.Options;

namespace ChatBot.Alerts;

/// <summary>Names the key and the mend of every setting that cannot work. What <c>Alerts:Rules</c> say is checked by who can read it.</summary>
internal sealed class AlertSettingsCheck : IValidateOptions<AlertSettings>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, AlertSettings options)
    {
        string[] wrong = [.. Wrong(options).OfType<string>()];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string?> Wrong(AlertSettings s)
    {
        yield return Range("PollInterval", s.PollInterval, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));
        yield return Range("HoldPolls", s.HoldPolls, 1, 20);
        yield return Range("CalmPolls", s.CalmPolls, 1, 20);
        yield return Range("BlindPolls", s.BlindPolls, 1, 20);
        yield return Range("BlindAfter", s.BlindAfter, TimeSpan.FromSeconds(15), TimeSpan.FromHours(1));
        yield return Range("CoolDown", s.CoolDown, TimeSpan.Zero, Day);
        yield return Repeat("Repeat", s.Repeat);
        yield return Range("AcknowledgeFor", s.AcknowledgeFor, TimeSpan.FromMinutes(1), Day / 2);
        yield return Range("WorseBy", s.WorseBy, 10, 1000);
        yield return Range("EditEvery", s.EditEvery, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));
        yield return Range("NewPerHour", s.NewPerHour, 1, 100);
        if (!Enum.IsDefined(s.Severity)) yield return "Alerts:Severity must be Warning or Critical.";
        yield return Active("Active", s.Active);
        for (var i = 0; i < s.ShiftEnds.Count; i++)
        {
            if (TimeOfDay.Of(s.ShiftEnds[i]) is null)
                yield return $"Alerts:ShiftEnds:{i} is '{Shown(s.ShiftEnds[i])}': write a time of day, such as 16:30.";
        }

        for (var i = 0; i < s.Rules.Count; i++)
        {
            var rule = s.Rules[i];
            if (string.IsNullOrWhiteSpace(rule.Name)) yield return $"Alerts:Rules:{i}:Name is empty: give the rule a name, which is shown with it.";
            else if (s.Rules.Take(i).Any(r => r.Name == rule.Name))
                yield return $"Alerts:Rules:{i}:Name '{Shown(rule.Name)}' is another rule's too: give each its own.";
            if (string.IsNullOrWhiteSpace(rule.Conversation))
                yield return $"Alerts:Rules:{i}:Conversation is empty: say status in the conversation that is to be told, and copy the id it shows.";
            for (var m = 0; m < rule.Mentions.Count; m++)
            {
                if (string.IsNullOrWhiteSpace(rule.Mentions[m].Id) || string.IsNullOrWhiteSpace(rule.Mentions[m].Name))
                    yield return $"Alerts:Rules:{i}:Mentions:{m} needs an Id (29:…) and a Name: write them as a list, [ {{ \"Id\": \"29:…\", \"Name\": \"Li Na\" }} ].";
            }

            if (rule.Language is not ("en" or "zh")) yield return $"Alerts:Rules:{i}:Language is '{Shown(rule.Language)}': write en or zh.";
            if (rule.Severity is { } severity && !Enum.IsDefined(severity)) yield return $"Alerts:Rules:{i}:Severity must be Warning or Critical.";
            if (rule.Repeat is { } repeat) yield return Repeat($"Rules:{i}:Repeat", repeat);
            yield return Active($"Rules:{i}:Active", rule.Active);
        }
    }

    private static string? Range<T>(string key, T value, T least, T most) where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0 ? null : $"Alerts:{key} is {value}: set it between {least} and {most}.";

    private static string? Repeat(string key, TimeSpan value) =>
        value == TimeSpan.Zero || (value >= TimeSpan.FromMinutes(5) && value <= Day / 2) ? null
            : $"Alerts:{key} is {value}: set it to 00:00:00 (never) or between 00:05:00 and 12:00:00.";

    private static string? Active(string key, string? value) => ActiveHoursText.TryParse(value, out _) ? null
        : $"Alerts:{key} is '{Shown(value)}': write days and times such as Mon-Fri 08:00-20:00, or leave it empty for always.";

    private static string Shown(string? text) => text is { Length: > 60 } ? text[..60] : text ?? "";
}
