using System.Globalization;

namespace ChatBot.Commands.Language;

/// <summary>Settings under <c>Language</c>.</summary>
public sealed class LanguageOptions
{
    /// <summary>Ranges of agents' work numbers by edition of the contact centre; a bare number in one of them is an agent.
    /// Empty for the default, 101–59999 and 70000–999999.</summary>
    public IList<string> AgentNumbers { get; } = [];

    /// <summary>Null when all is well, else what is wrong and the mend.</summary>
    internal string? Complaint()
    {
        foreach (var range in AgentNumbers)
        {
            if (Language.AgentNumbers.Range(range) is null)
            {
                return $"Language:AgentNumbers has \"{range}\": write a range like \"101-59999\", smaller number first, both from 1 to 999999999.";
            }
        }

        return null;
    }
}

/// <summary>Which numbers are agents'.</summary>
internal sealed class AgentNumbers
{
    private readonly (int From, int To)[] _ranges;

    public AgentNumbers(LanguageOptions options)
    {
        var texts = options.AgentNumbers.Count > 0 ? options.AgentNumbers : ["101-59999", "70000-999999"];
        _ranges = [.. texts.Select(t => Range(t)!.Value)];
    }

    public bool Contain(long number)
    {
        foreach (var (from, to) in _ranges)
        {
            if (number >= from && number <= to) return true;
        }

        return false;
    }

    public static (int From, int To)? Range(string text)
    {
        var parts = text.Split('-', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && Number(parts[0]) is { } from && Number(parts[1]) is { } to && from <= to ? (from, to) : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 999_999_999 ? number : null;
}
