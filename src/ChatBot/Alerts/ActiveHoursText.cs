using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatBot.Alerts;

/// <summary>Active hours as people write them: "08:00-20:00", "Mon-Fri 08:00-20:00", "Mon,Sat 22:00-06:00", "周一至周五 8:00-20:00".</summary>
public static partial class ActiveHoursText
{
    private const string Chinese = "日一二三四五六";

    /// <param name="hours">Null for always: where nothing is written, or that word.</param>
    /// <returns>False when it makes no sense.</returns>
    public static bool TryParse(string? text, out ActiveHours? hours)
    {
        hours = null;
        if (string.IsNullOrWhiteSpace(text) || text.Trim().ToLowerInvariant() is "always" or "始终" or "一直" or "全天") return true;
        // Half of a surrogate pair cannot be normalised.
        if (text.Any(char.IsSurrogate)) return false;
        if (Form().Match(text.Normalize(System.Text.NormalizationForm.FormKC).Trim()) is not { Success: true } match
            || Time(match.Groups["from"].Value) is not { } from || Time(match.Groups["to"].Value) is not { } to
            || Days(match.Groups["days"].Value) is not { } days) return false;
        hours = new(from, to, days);
        return true;
    }

    /// <summary>As <see cref="TryParse"/> reads it; empty for always.</summary>
    public static string Of(ActiveHours? hours) => hours is null ? ""
        : (hours.Days.Count is 0 or 7 ? "" : string.Join(',', hours.Days.Select(d => d.ToString()[..3])) + " ")
            + string.Create(CultureInfo.InvariantCulture, $"{hours.From:HH:mm}-{hours.To:HH:mm}");

    /// <returns>Empty for every day; null when a day makes no sense.</returns>
    private static List<DayOfWeek>? Days(string text)
    {
        var days = new SortedSet<DayOfWeek>();
        foreach (var part in text.Split([',', '、', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split(['-', '–', '至', '到'], StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last) return null;
            for (var day = first; ; day = (DayOfWeek)(((int)day + 1) % 7))
            {
                days.Add(day);
                if (day == last) break;
            }
        }

        return [.. days];
    }

    private static DayOfWeek? Day(string text)
    {
        var word = text.TrimEnd('.').ToLowerInvariant();
        for (var i = 0; i < 7; i++)
        {
            if (word.Length >= 3 && $"{(DayOfWeek)i}".StartsWith(word, StringComparison.OrdinalIgnoreCase)) return (DayOfWeek)i;
            if (word == "周" + Chinese[i] || word == "星期" + Chinese[i]) return (DayOfWeek)i;
        }

        return word is "周天" or "星期天" ? DayOfWeek.Sunday : null;
    }

    /// <summary>The end of the day is its beginning.</summary>
    private static TimeOnly? Time(string text) => text is "24:00" ? TimeOnly.MinValue : TimeOfDay.Of(text);

    [GeneratedRegex(@"^(?<days>[^\d]*?)\s*(?<from>\d{1,2}:\d{2})\s*(?:-|–|至|到)\s*(?<to>\d{1,2}:\d{2})$")]
    private static partial Regex Form();
}
