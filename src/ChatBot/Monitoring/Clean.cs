using System.Globalization;
using System.Text;

namespace ChatBot.Monitoring;

/// <summary>Foreign text made fit for one line of a log or a card.</summary>
internal static class Clean
{
    /// <summary>Without control and format characters (line feeds, escapes, direction marks), blanks folded, never cut
    /// inside a surrogate pair.</summary>
    public static string Text(string text, int most = 200)
    {
        var clean = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > most) break;
            var blank = Rune.IsWhiteSpace(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator;
            if (!blank) clean.Append(rune);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }

        return clean.ToString().TrimEnd();
    }
}
