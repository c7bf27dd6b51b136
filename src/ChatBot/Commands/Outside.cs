using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatBot.Commands;

/// <summary>Text from outside (names of people and queues, error texts) made fit to be shown.</summary>
public static partial class Outside
{
    private const int ZeroWidthJoiner = 0x200D;   // holds emoji together

    /// <summary>
    /// One line of at most <paramref name="most"/> characters that cannot act: no control characters or line breaks, no marks
    /// that turn the writing direction of what follows, and no <c>{{DATE(…)}}</c>, which clients would execute even in plain
    /// text runs. Everything else, Markdown and braces included, stays as it is and is shown as text.
    /// </summary>
    public static string Text(string? text, int most = 40)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length > most * 8) break;   // long before a name made of combining marks fills a card
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator)
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (rune.Value == ZeroWidthJoiner || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                if (rune.Value == '{' && clean.Length > 0 && clean[^1] == '{') clean.Append('\u200b');
                clean.Append(rune.ToString());
            }
        }

        var line = clean.ToString().TrimEnd();
        var elements = new StringInfo(line);
        if (elements.LengthInTextElements <= most && clean.Length <= most * 8) return line;
        return elements.SubstringByTextElements(0, Math.Min(most, elements.LengthInTextElements) - 1) + "…";
    }

    /// <summary>As <see cref="Text"/>, for the few places of a card that read Markdown (facts): all that it is made of is a blank.</summary>
    public static string WithoutMarkup(string? text, int most = 40) => Text(text is null ? null : MarkupCharacters().Replace(text, " "), most);

    [GeneratedRegex(@"[*_`\[\]()<>~|\\#]")]
    private static partial Regex MarkupCharacters();
}
