namespace ChatBot.Commands.Language;

/// <summary>Numbers as digits, English words up to thousands, and Chinese characters.</summary>
internal static class Numbers
{
    private const int LongestChinese = 20;
    private const string Hundred = "hundred", Thousand = "thousand";

    public static IEnumerable<(string Word, int Value)> Words { get; } =
    [
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
        ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
        ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40),
        ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90), (Hundred, 100), (Thousand, 1000),
    ];

    /// <returns>How many units the number takes, 0 for none.</returns>
    /// <param name="milli">The value times 1,000; -1 when it is too large or too fine.</param>
    public static int Read(ReadOnlySpan<char> text, ReadOnlySpan<Unit> units, int at, Lexicon lexicon, out long milli)
    {
        milli = 0;
        if (at >= units.Length) return 0;
        var unit = units[at];
        switch (unit.Kind)
        {
            case UnitKind.Digits:
                milli = unit.Milli;
                return milli >= 0 && at + 1 < units.Length && units[at + 1] is { Kind: UnitKind.Han, Glued: true } ? WithLargeUnit(text, units, at, ref milli) : 1;
            case UnitKind.Han:
                return Chinese(text, units, at, out milli);
            case UnitKind.Word:
                return English(units, at, lexicon, out milli);
            default:
                return 0;
        }
    }

    /// <summary>"1千", "2万"; nobody writes "3十", but 技能3十分钟.</summary>
    private static int WithLargeUnit(ReadOnlySpan<char> text, ReadOnlySpan<Unit> units, int at, ref long milli)
    {
        var scale = Scale(text[units[at + 1].Start]);
        if (scale <= 10) return 1;
        milli *= scale;
        return 2;
    }

    private static int English(ReadOnlySpan<Unit> units, int at, Lexicon lexicon, out long milli)
    {
        long total = 0, group = 0;
        int length = 0, last = 0;
        for (var i = at; i < units.Length && units[i].Kind == UnitKind.Word && (i == at || !units[i].Parted); i++)
        {
            if (!lexicon.NumberWords.TryGetValue(units[i].Id, out var value))
            {
                // "two hundred and five"
                if (last < 100 || units[i].Id != lexicon.AndId || i + 1 >= units.Length || !IsSmall(units[i + 1], lexicon)) break;
                continue;
            }

            var fits = value switch
            {
                100 => last is > 0 and < 100,
                1000 => last is > 0 and < 1000,
                >= 20 => last is 0 or >= 100,
                >= 10 => last is 0 or >= 100,
                _ => last is 0 or >= 20,
            };
            if (!fits) break;
            if (value == 100) group *= 100;
            else if (value == 1000) (total, group) = (total + (group * 1000), 0);
            else group += value;
            last = value;
            length = i - at + 1;
            if (value == 0) break;
        }

        milli = (total + group) * 1000;
        return length;
    }

    private static bool IsSmall(Unit unit, Lexicon lexicon) =>
        unit.Kind == UnitKind.Word && lexicon.NumberWords.TryGetValue(unit.Id, out var value) && value < 100;

    private static int Chinese(ReadOnlySpan<char> text, ReadOnlySpan<Unit> units, int at, out long milli)
    {
        long total = 0, section = 0, digit = -1, spelled = 0, lastScale = 10;
        int length = 0;
        var scaled = false;
        // Longer than any number that fits a slot: each place is looked at once more for every place before it.
        for (var i = at; i < units.Length && length < LongestChinese && units[i].Kind == UnitKind.Han && (i == at || !units[i].Parted); i++)
        {
            var c = text[units[i].Start];
            if (Digit(c) is >= 0 and var d)
            {
                // 暂停告警八一下 is about 8, not 81.
                if (i > at && c == '一' && i + 1 < units.Length && IsWithOne(text[units[i + 1].Start])) break;
                if (scaled && digit > 0) break;
                if (d == 0) lastScale = 10;
                spelled = Math.Min((spelled * 10) + d, 1_000_000_000);
                digit = d;
            }
            else if (Scale(c) is > 0 and var scale)
            {
                // "一二三百" is no number that people say.
                if (digit < 0 && scale != 10 || spelled > 9 && !scaled) break;
                if (scale == 10_000) (total, section) = ((total + section + Math.Max(digit, 0)) * scale, 0);
                else section += Math.Max(digit, 1) * scale;
                (scaled, lastScale) = (true, scale);
                digit = -1;
            }
            else break;

            length++;
        }

        // 一百五 is 150, 一百零五 is 105, 二零零三五 is spelled out digit by digit.
        milli = (scaled ? total + section + (Math.Max(digit, 0) * lastScale / 10) : spelled) * 1000;
        return length;
    }

    /// <summary>一下, 一会, 一些, 一起 … are words.</summary>
    private static bool IsWithOne(char c) => c is '下' or '会' or '些' or '起' or '直' or '共';

    private static int Digit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' or '壹' or '幺' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    private static int Scale(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, _ => 0 };
}
