using System.Collections.Frozen;

namespace ChatBot.Commands.Language;

/// <summary>Units → pieces: the split into names, dictionary entries, durations and numbers that leaves the fewest words
/// unknown and has the longest pieces.</summary>
internal sealed class Reader(Lexicon lexicon, Typos typos)
{
    private const int LongestEntry = 16;
    private static readonly Concepts Nouns = Concepts.Of(Concept.SkillNoun, Concept.AgentNoun);

    private readonly Lexicon _lexicon = lexicon;
    private readonly FrozenSet<int> _ins = Ids(lexicon, ["in", "on", "at", "for", "from"]);
    private readonly FrozenSet<int> _articles = Ids(lexicon, ["the", "our", "my"]);

    [ThreadStatic]
    private static Step[]? s_steps;

    /// <summary>The best way to read up to a place.</summary>
    private record struct Step(int Score, int Length, Piece Piece);

    /// <returns>True when a typo was mended on the way.</returns>
    public bool Read(ReadOnlySpan<char> text, Span<Unit> units, NameIndex names, List<Piece> pieces)
    {
        var mended = Mend(text, units, names);
        var steps = s_steps ??= new Step[Normaliser.MaxLength + 1];
        steps.AsSpan(0, units.Length + 1).Fill(new(int.MinValue, 0, default));
        steps[0].Score = 0;

        // 1. Forwards: from each place along every reading that starts there. Equal lengths: duration, number, word, name.
        var durations = new Durations(text, units, _lexicon);
        Span<(int Length, int Entry)> words = stackalloc (int, int)[LongestEntry];
        for (var i = 0; i < units.Length; i++)
        {
            if (steps[i].Score == int.MinValue) continue;
            Take(steps, i, 1, -1000, new(PieceKind.Unknown, default, 0, null, 0, 0));
            var count = _lexicon.Matches(units, i, words);
            for (var w = 0; w < count; w++) Take(steps, i, words[w].Length, 2, new(PieceKind.Word, _lexicon.Means(words[w].Entry), 0, null, 0, 0));
            if (Numbers.Read(text, units, i, _lexicon, out var milli) is > 0 and var number)
            {
                Take(steps, i, number, 3, new(PieceKind.Number, default, Whole(milli), null, 0, 0));
            }

            if (durations.Read(i, out var seconds) is > 0 and var time) Take(steps, i, time, 4, new(PieceKind.Duration, default, seconds, null, 0, 0));
            if (names.Match(text, units, i, out var named) is > 0 and var name)
            {
                Take(steps, i, name, IsNounBeside(units, i, name) ? 5 : 1, new(PieceKind.Name, default, 0, named, 0, 0));
            }
        }

        // 2. Backwards: the pieces of the best way.
        for (var i = units.Length; i > 0; i -= steps[i].Length)
        {
            pieces.Add(steps[i].Piece with { Start = units[i - steps[i].Length].Start, End = units[i - 1].End });
        }

        pieces.Reverse();
        return mended;
    }

    private static void Take(Step[] steps, int from, int length, int preference, Piece piece)
    {
        var score = steps[from].Score + (length * length * 8) + preference;
        if (score > steps[from + length].Score) steps[from + length] = new(score, length, piece);
    }

    private static long Whole(long milli) => milli >= 0 && milli % 1000 == 0 && milli <= 1_000_000_000 ? milli / 1000 : -1;

    /// <summary>"the Rest queue": a name that is also a word is a name beside the noun.</summary>
    private bool IsNounBeside(ReadOnlySpan<Unit> units, int at, int length) =>
        (_lexicon.Match(units, at + length, out var after) > 0 && _lexicon.Means(after).HasAny(Nouns))
        || (at > 0 && units[at - 1].Id >= 0 && _lexicon.Alone(units[at - 1].Id, out var before) && before.HasAny(Nouns));

    private bool Mend(ReadOnlySpan<char> text, Span<Unit> units, NameIndex names)
    {
        var mended = false;
        var named = 0;
        for (var i = 0; i < units.Length; i++)
        {
            if (named <= i) named = i + names.Match(text, units, i, out _);
            if (i < named || units[i].Kind != UnitKind.Word || units[i].Id >= 0) continue;
            var id = typos.Mend(text[units[i].Start..units[i].End]);
            if (id < 0 || (IsFiller(id) && IsBehindIn(units, i))) continue;
            units[i] = units[i] with { Id = id };
            mended = true;
        }

        return mended;
    }

    // "in Bling" names something: read as "being" the place that was asked about would be left out.
    private bool IsFiller(int id) => _lexicon.Alone(id, out var means) && means == Concept.Filler;

    private bool IsBehindIn(ReadOnlySpan<Unit> units, int at)
    {
        var before = at - 1;
        if (before >= 0 && _articles.Contains(units[before].Id)) before--;
        return before >= 0 && _ins.Contains(units[before].Id);
    }

    private static FrozenSet<int> Ids(Lexicon lexicon, IEnumerable<string> words) => words.Select(word => lexicon.Vocabulary.Id(word)).ToFrozenSet();
}
