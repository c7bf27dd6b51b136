using System.Globalization;
using System.Text;

namespace ChatBot.Commands.Access;

/// <summary>How the contact centre's people are spoken of where others read along. Work numbers stand only where names do.</summary>
public enum Discretion
{
    /// <summary>Names and work numbers.</summary>
    Show,

    /// <summary>"E. N." for Eve Novak, 陈＊ for 陈静.</summary>
    Initials,

    /// <summary>Nobody: counts, times and groups.</summary>
    Hide,
}

/// <summary>Settings under <c>Privacy</c>.</summary>
public sealed class PrivacySettings
{
    public const string Section = "Privacy";

    /// <summary>Anywhere but in a personal chat.</summary>
    public Discretion NamesInChannels { get; set; }
}

/// <summary>A name that tells colleagues who is meant and strangers little.</summary>
public static class Initials
{
    private const string Somebody = "＊";

    /// <summary>The first letters of the first and the last word; of a Chinese name the first character. "＊" for a name without letters.</summary>
    public static string Of(string name)
    {
        var words = new List<string>();
        var isInside = false;
        foreach (var rune in name.EnumerateRunes())
        {
            var isLetter = Rune.IsLetter(rune);
            if (isLetter && !isInside) words.Add($"{Rune.ToUpperInvariant(rune)}");
            // An apostrophe or a combining mark parts no word: O'Brien has one initial.
            isInside = isLetter || (isInside && (rune.Value is '\'' or '’' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));
        }

        return words switch
        {
            [] => Somebody,
            [var first, ..] when IsIdeograph(first) => first + Somebody,
            [var only] => $"{only}.",
            [var first, .., var last] => IsIdeograph(last) ? $"{first}." : $"{first}. {last}.",
        };
    }

    private static bool IsIdeograph(string rune) => Rune.GetRuneAt(rune, 0).Value is (>= 0x3400 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff);
}
