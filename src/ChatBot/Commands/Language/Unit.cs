using System.Buffers;

namespace ChatBot.Commands.Language;

internal enum UnitKind : byte
{
    /// <summary>Letters, and an apostrophe between letters.</summary>
    Word,
    /// <summary>One Chinese character.</summary>
    Han,
    /// <summary>Digits, with a decimal point or thousands' commas.</summary>
    Digits,
    /// <summary>A sign that can mean something: &gt; &lt; = # + % :.</summary>
    Sign,
}

/// <summary>The smallest part of a sentence.</summary>
/// <param name="Id">Its number in the vocabulary; -1 for a word that no entry has.</param>
/// <param name="Milli">Digits: the value times 1,000; -1 when too large or too fine.</param>
/// <param name="Glued">Nothing stands between it and the unit before.</param>
/// <param name="Parted">A comma or the like stands before it: nothing reaches over that.</param>
internal readonly record struct Unit(UnitKind Kind, int Start, int End, int Id, long Milli, bool Glued, bool Parted = false)
{
    public bool IsNumber => Kind == UnitKind.Digits;
}

internal static class Units
{
    private const string Signs = "><=#+%:≥≤≧≦@$&";

    // "skill-3" and 技能-3 only join.
    private const string BeforeMinus = " ><=≥≤于过到";

    public static readonly SearchValues<char> Pauses = SearchValues.Create(",;!?，；、。！？");

    // Longest first: what is cut off the end of a word, so that "who's" and "who is" are alike.
    private static readonly string[] Endings = ["'re", "'ve", "'ll", "'s", "'d", "'m"];

    /// <returns>How many units were written; never more than the characters of the text.</returns>
    public static int Split(ReadOnlySpan<char> text, Span<Unit> units, Vocabulary vocabulary)
    {
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var start = i;
            if (char.IsAsciiDigit(c) || (c == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                i = EndOfNumber(text, i);
                Add(text, units, ref count, new(UnitKind.Digits, start, i, -1, Milli(text[start..i]), false));
            }
            else if (IsHan(c) || char.IsHighSurrogate(c))
            {
                i += char.IsHighSurrogate(c) && i + 1 < text.Length ? 2 : 1;
                if (i - start == 1) Add(text, units, ref count, new(UnitKind.Han, start, i, vocabulary.Id(text[start..i]), 0, false));
                else if (System.Text.Rune.IsLetter(new(c, text[i - 1]))) Add(text, units, ref count, new(UnitKind.Han, start, i, -1, 0, false));
            }
            else if (char.IsLetter(c) || (c == '\'' && IsEnding(text[i..])))
            {
                i++;
                while (i < text.Length && IsWordPart(text, i)) i++;
                SplitWord(text, start, i, units, ref count, vocabulary);
            }
            else
            {
                i++;
                // "->" is an arrow, " -5" is less than nothing.
                if (c == '>' && start > 0 && text[start - 1] == '-') continue;
                if (c == '-' && i < text.Length && char.IsAsciiDigit(text[i]) && (start == 0 || BeforeMinus.Contains(text[start - 1])))
                {
                    i = EndOfNumber(text, i);
                    Add(text, units, ref count, new(UnitKind.Digits, start, i, -1, -1, false));
                }

                if (!Signs.Contains(c)) continue;
                if ((c is '>' or '<' or '=') && i < text.Length && text[i] is '=' or '>' or '<') i++;
                Add(text, units, ref count, new(UnitKind.Sign, start, i, vocabulary.Id(text[start..i]), 0, false));
            }
        }

        return count;
    }

    public static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9fff') or '\u3007' or (>= '\uf900' and <= '\ufaff');

    /// <summary>"'s" and the like on their own, as the dictionaries write them.</summary>
    private static bool IsEnding(ReadOnlySpan<char> text)
    {
        foreach (var ending in Endings)
        {
            if (text.StartsWith(ending, StringComparison.Ordinal) && (text.Length == ending.Length || !char.IsLetter(text[ending.Length]))) return true;
        }

        return false;
    }

    private static bool IsWordPart(ReadOnlySpan<char> text, int i) =>
        (char.IsLetter(text[i]) && !IsHan(text[i])) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark
        || (text[i] == '\'' && i + 1 < text.Length && char.IsLetter(text[i + 1]) && !IsHan(text[i + 1]));

    private static void SplitWord(ReadOnlySpan<char> text, int start, int end, Span<Unit> units, ref int count, Vocabulary vocabulary)
    {
        var cut = end;
        if (Bare(text[start..end]) is { } bare)
        {
            cut = end - bare.Length + 1;
            Add(text, units, ref count, new(UnitKind.Word, start, cut, vocabulary.Id(text[start..cut]), 0, false));
            Add(text, units, ref count, new(UnitKind.Word, cut, end, vocabulary.Id(Full(text[start..cut], bare)), 0, false));
            return;
        }

        foreach (var ending in Endings)
        {
            if (end - start > ending.Length && text[start..end].EndsWith(ending, StringComparison.Ordinal)) cut = end - ending.Length;
        }

        Add(text, units, ref count, new(UnitKind.Word, start, cut, vocabulary.Id(text[start..cut]), 0, false));
        if (cut < end) Add(text, units, ref count, new(UnitKind.Word, cut, end, vocabulary.Id(Full(text[start..cut], text[cut..end])), 0, false));
    }

    /// <summary>"what's" is "what is" and "i'll" is "i will"; "anna's" stays, it may be hers.</summary>
    private static ReadOnlySpan<char> Full(ReadOnlySpan<char> word, ReadOnlySpan<char> ending) => ending switch
    {
        "'re" => "are",
        "'ve" => "have",
        "'ll" => "will",
        "'m" => "am",
        "'s" when word is "who" or "what" or "how" or "where" or "when" or "why" or "there" or "that" or "it" or "everything" => "is",
        _ => ending,
    };

    /// <summary>"whos", "im": the ending whose apostrophe was not typed.</summary>
    private static string? Bare(ReadOnlySpan<char> word) => word switch
    {
        "whos" or "whats" or "hows" or "wheres" or "theres" or "thats" or "lets" => "'s",
        "im" => "'m",
        "ive" => "'ve",
        "ill" => "'ll",
        _ => null,
    };

    private static void Add(ReadOnlySpan<char> text, Span<Unit> units, ref int count, Unit unit)
    {
        var end = count > 0 ? units[count - 1].End : unit.Start;
        units[count++] = unit with { Glued = end == unit.Start && unit.Start > 0, Parted = text[end..unit.Start].IndexOfAny(Pauses) >= 0 };
    }

    /// <summary>"1.5", "1,000" but not "3," or "3, 4".</summary>
    private static int EndOfNumber(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        while (i + 3 < text.Length && text[i] == ',' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2])
            && char.IsAsciiDigit(text[i + 3]) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4]))) i += 4;
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            i++;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        }

        return i;
    }

    private static long Milli(ReadOnlySpan<char> digits)
    {
        long value = 0;
        var decimals = -1;
        foreach (var c in digits)
        {
            if (c == ',') continue;
            if (c == '.') { decimals = 0; continue; }
            if (decimals == 3 && c != '0') return -1;
            if (decimals == 3) continue;
            value = (value * 10) + c - '0';
            if (decimals >= 0) decimals++;
            if (value > 100_000_000_000) return -1;
        }

        for (var i = Math.Max(decimals, 0); i < 3; i++) value *= 10;
        return value;
    }
}
