namespace ChatBot.Commands.Language;

/// <summary>Forgives one slip in a word of five letters or more, when only one family of words is that near.</summary>
internal sealed class Typos
{
    private const int Shortest = 5;

    private readonly Lexicon _lexicon;
    private readonly List<(string Word, int Id)>[] _byLength;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _realWords;

    public Typos(Lexicon lexicon, IEnumerable<string> realWords)
    {
        _lexicon = lexicon;
        _realWords = realWords.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var words = lexicon.Vocabulary.Words.Where(w => w.Key.Length >= Shortest && w.Key.All(char.IsAsciiLetter)).ToList();
        _byLength = new List<(string, int)>[words.Max(w => w.Key.Length) + 2];
        for (var i = 0; i < _byLength.Length; i++) _byLength[i] = [.. words.Where(w => w.Key.Length == i).Select(w => (w.Key, w.Value))];
    }

    /// <returns>The word meant, -1 when none or several could be.</returns>
    public int Mend(ReadOnlySpan<char> word)
    {
        if (word.Length < Shortest - 1 || word.Length >= _byLength.Length || _realWords.Contains(word)) return -1;
        var found = -1;
        var name = "";
        for (var length = Math.Max(word.Length - 1, Shortest); length <= word.Length + 1 && length < _byLength.Length; length++)
        {
            foreach (var (candidate, id) in _byLength[length])
            {
                if (!EditDistance.IsOne(word, candidate)) continue;
                if (found >= 0 && !IsSameFamily(found, name, id, candidate)) return -1;
                if (found < 0 || Closer(candidate, name, word)) (found, name) = (id, candidate);
            }
        }

        return found;
    }

    // "minuets" is nearer to "minutes" (a swap) than to "minute": the same length first.
    private static bool Closer(string candidate, string than, ReadOnlySpan<char> word) =>
        candidate.Length == word.Length && than.Length != word.Length;

    private bool IsSameFamily(int a, string wordA, int b, string wordB)
    {
        if (_lexicon.Alone(a, out var meansA) && _lexicon.Alone(b, out var meansB) && meansA == meansB) return true;
        return Stem(wordA).SequenceEqual(Stem(wordB));
    }

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["ing", "ed", "es", "er", "s", "d", "e"])
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        }

        return word;
    }
}
