using System.Runtime.InteropServices;

namespace ChatBot.Commands.Language;

/// <summary>Units → pieces: at each place the longest of name, dictionary entry, duration and number.</summary>
internal sealed class Reader(Lexicon lexicon, Typos typos)
{
    /// <returns>True when a typo was mended on the way.</returns>
    public bool Read(ReadOnlySpan<char> text, Span<Unit> units, NameIndex names, List<Piece> pieces)
    {
        var mended = Mend(text, units, names);
        var durations = new Durations(text, units, lexicon);
        for (var i = 0; i < units.Length;)
        {
            // 1. How far does each reading go?
            var words = lexicon.Match(units, i, out var entry);
            var named = names.Match(text, units, i, out var meanings);
            var number = Numbers.Read(text, units, i, lexicon, out var milli);
            var time = durations.Read(i, out var seconds);

            // 2. The longest wins; a duration before a number, a word before a name of its length.
            Piece piece;
            int length;
            if (time > 0 && time >= words && time >= named && time >= number)
            {
                (length, piece) = (time, new(PieceKind.Duration, default, seconds, null, 0, 0));
            }
            else if (named > 0 && (named > words || IsNounBeside(pieces, units, i, named)) && named >= number)
            {
                (length, piece) = (named, new(PieceKind.Name, default, 0, meanings, 0, 0));
            }
            else if (number > 0 && number >= words)
            {
                (length, piece) = (number, new(PieceKind.Number, default, Whole(milli), null, 0, 0));
            }
            else if (words > 0)
            {
                (length, piece) = (words, new(PieceKind.Word, lexicon.Means(entry), 0, null, 0, 0));
            }
            else
            {
                (length, piece) = (1, new(PieceKind.Unknown, default, 0, null, 0, 0));
            }

            pieces.Add(piece with { Start = units[i].Start, End = units[i + length - 1].End });
            i += length;
        }

        return mended;
    }

    private static long Whole(long milli) => milli >= 0 && milli % 1000 == 0 && milli <= 1_000_000_000 ? milli / 1000 : -1;

    /// <summary>"the Rest queue": a name that is also a word is a name beside the noun.</summary>
    private bool IsNounBeside(List<Piece> pieces, ReadOnlySpan<Unit> units, int at, int length)
    {
        var nouns = Concepts.Of(Concept.SkillNoun, Concept.AgentNoun);
        var before = CollectionsMarshal.AsSpan(pieces);
        if (before.Length > 0 && before[^1].Kind == PieceKind.Word && before[^1].Means.HasAny(nouns)) return true;
        return lexicon.Match(units, at + length, out var entry) > 0 && lexicon.Means(entry).HasAny(nouns);
    }

    private bool Mend(ReadOnlySpan<char> text, Span<Unit> units, NameIndex names)
    {
        var mended = false;
        var named = 0;
        for (var i = 0; i < units.Length; i++)
        {
            if (named <= i) named = i + names.Match(text, units, i, out _);
            if (i < named || units[i].Kind != UnitKind.Word || units[i].Id >= 0) continue;
            var id = typos.Mend(text[units[i].Start..units[i].End]);
            if (id < 0) continue;
            units[i] = units[i] with { Id = id };
            mended = true;
        }

        return mended;
    }
}
