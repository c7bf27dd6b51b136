namespace ChatBot.Commands.Language;

/// <summary>Durations of every shape: "1h30m", "an hour and a half", "1:30" (h:mm), 一个半小时, 三刻钟.</summary>
internal readonly ref struct Durations(ReadOnlySpan<char> text, ReadOnlySpan<Unit> units, Lexicon lexicon)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly ReadOnlySpan<Unit> _units = units;

    /// <returns>How many units it takes, 0 for none.</returns>
    /// <param name="seconds">-1 when it is not a whole number of seconds, or more than 1,000 hours.</param>
    public int Read(int at, out long seconds)
    {
        if (Clock(at, out seconds) is > 0 and var clock) return clock;
        long total = 0, smallest = long.MaxValue;
        var end = at;
        while (true)
        {
            var start = end;
            // "an hour and ten minutes", 一小时又十分钟
            if (end > at && (IsWord(end, lexicon.AndId) || IsHan(end, '又') || IsHan(end, '零'))) start++;
            var length = Part(start, out var milli, out var unit);
            if (length == 0 && end > at && smallest == 3600)
            {
                // "1h30"
                if (end < _units.Length && _units[end] is { IsNumber: true, Glued: true, Milli: >= 0 and < 60_000 } minutes
                    && _units[end - 1].Kind == UnitKind.Word && !(end + 1 < _units.Length && _units[end + 1].Glued))
                {
                    total += minutes.Milli * 60;
                    end++;
                }

                break;
            }

            if (length == 0 || unit >= smallest) break;
            total += milli;
            smallest = unit;
            end = start + length;
        }

        seconds = total % 1000 == 0 && total is > 0 and <= 3_600_000_000 ? total / 1000 : -1;
        return end - at;
    }

    /// <summary>One number with its unit, in thousandths of a second.</summary>
    private int Part(int at, out long milli, out long unit)
    {
        milli = unit = 0;
        if (at >= _units.Length) return 0;
        if (Fraction(at, out milli, out unit) is > 0 and var fraction) return fraction;
        var i = at;
        long value = 1000;
        var read = Numbers.Read(_text, _units, at, lexicon, out var number);
        if (read > 0) (i, value) = (at + read, number);
        else if (Means(at, Concept.One) && !IsHalf(at + 1)) i++;
        // "the next hour"
        else if (at > 0 && Means(at - 1, Concept.Next) && UnitAt(at, out _) > 0) i = at;
        else return 0;
        if (value < 0) value = -1;
        var half = false;
        // "two and a half hours", 一个半小时, 两小时半
        if (read > 0 && AndAHalf(i) is > 0 and var andAHalf) (half, i) = (true, i + andAHalf);
        else if (read > 0)
        {
            // "20+ minutes"
            if (i < _units.Length && _units[i].Kind == UnitKind.Sign && _text[_units[i].Start] == '+') i++;
            if (IsHan(i, '个') && IsHan(i + 1, '半')) (half, i) = (true, i + 2);
            else if (IsHan(i, '个') && UnitAt(i + 1, out _) > 0) i++;
        }

        // 三刻钟, "three quarters of an hour"
        if (!half && IsHan(i, '刻'))
        {
            (milli, unit) = (value < 0 ? 1 : value * 900, 900);
            return i + (IsHan(i + 1, '钟') ? 2 : 1) - at;
        }

        if (!half && Means(i, Concept.Quarter) && OfAnHour(i + 1) is > 0 and var of)
        {
            (milli, unit) = (value < 0 ? 1 : value * 900, 60);
            return i + 1 + of - at;
        }

        var length = UnitAt(i, out unit);
        if (length == 0) return 0;
        i += length;
        if (!half && AndAHalf(i) is > 0 and var after) (half, i) = (true, i + after);
        else if (!half && unit > 1 && IsHan(i, '半') && !IsHan(i + 1, '小') && !IsHan(i + 1, '分')) (half, i) = (true, i + 1);
        if (half && unit == 60 && IsHan(i, '钟')) i++;
        milli = value < 0 ? 1 : (value * unit) + (half ? unit * 500 : 0);
        return i - at;
    }

    /// <summary>"half an hour", "a quarter of an hour", 半个小时.</summary>
    private int Fraction(int at, out long milli, out long unit)
    {
        milli = unit = 0;
        var i = Means(at, Concept.One) ? at + 1 : at;
        if (i < _units.Length && Means(i, Concept.Quarter) && OfAnHour(i + 1) is > 0 and var of)
        {
            (milli, unit) = (900_000, 60);
            return i + 1 + of - at;
        }

        if (!IsHalf(i)) return 0;
        i++;
        if (IsWord(i, lexicon.OfId)) i++;
        if (Means(i, Concept.One) || IsHan(i, '个')) i++;
        var length = UnitAt(i, out unit);
        milli = unit * 500;
        // What follows a half must be smaller than it: "half an hour ten minutes" is nothing.
        unit = 1;
        return length == 0 ? 0 : i + length - at;
    }

    /// <summary>"of an hour", "of hour", "hour".</summary>
    private int OfAnHour(int at)
    {
        var i = at;
        if (IsWord(i, lexicon.OfId)) i++;
        if (Means(i, Concept.One)) i++;
        var length = UnitAt(i, out var unit);
        return length > 0 && unit == 3600 ? i + length - at : 0;
    }

    private int AndAHalf(int at) =>
        IsWord(at, lexicon.AndId) && Means(at + 1, Concept.One) && IsHalf(at + 2) ? 3 : 0;

    private bool IsHalf(int at) => IsWord(at, lexicon.HalfId) || IsHan(at, '半');

    private int UnitAt(int at, out long unit)
    {
        unit = 0;
        if (at >= _units.Length) return 0;
        var length = lexicon.Match(_units, at, out var entry);
        if (length == 0) return 0;
        var means = lexicon.Means(entry);
        unit = means.Has(Concept.Second) ? 1 : means.Has(Concept.Minute) ? 60 : means.Has(Concept.Hour) ? 3600 : means.Has(Concept.Day) ? 86_400 : 0;
        return unit == 0 ? 0 : length;
    }

    /// <summary>"1:30" is always hours and minutes.</summary>
    private int Clock(int at, out long seconds)
    {
        seconds = 0;
        if (at + 2 >= _units.Length || !_units[at].IsNumber || !_units[at + 2].IsNumber || _units[at + 1].Kind != UnitKind.Sign) return 0;
        if (_text[_units[at + 1].Start] != ':' || !_units[at + 1].Glued || !_units[at + 2].Glued) return 0;
        var (hours, minutes) = (_units[at].Milli, _units[at + 2].Milli);
        var twoDigits = _units[at + 2].End - _units[at + 2].Start == 2;
        seconds = twoDigits && hours is >= 0 and <= 1_000_000 && minutes is >= 0 and < 60_000 && hours + minutes > 0
            ? (hours / 1000 * 3600) + (minutes / 1000 * 60) : -1;
        return 3;
    }

    private bool Means(int at, Concept concept) =>
        at < _units.Length && _units[at].Id >= 0 && lexicon.Alone(_units[at].Id, out var means) && means.Has(concept);

    private bool IsWord(int at, int id) => at < _units.Length && _units[at].Id == id;

    private bool IsHan(int at, char c) => at < _units.Length && _units[at].Kind == UnitKind.Han && _text[_units[at].Start] == c;
}
