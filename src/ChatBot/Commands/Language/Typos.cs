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
        var (found, foundIsSwap, several) = (-1, false, false);
        var name = "";
        for (var length = Math.Max(word.Length - 1, Shortest); length <= word.Length + 1 && length < _byLength.Length; length++)
        {
            foreach (var (candidate, id) in _byLength[length])
            {
                if (!EditDistance.IsOne(word, candidate)) continue;
                // "tlaking" has all letters of "talking": that is nearer than "taking".
                var isSwap = EditDistance.IsSwap(word, candidate);
                if (found >= 0 && isSwap == foundIsSwap && !IsSameFamily(found, name, id, candidate)) several = true;
                else if (found >= 0 && (foundIsSwap || (!isSwap && !Closer(candidate, name, word)))) continue;
                else (found, foundIsSwap, name, several) = (id, isSwap, candidate, several && !isSwap);
            }
        }

        return several ? -1 : found;
    }

    // "minuts" may be "minutes" or "minute": the same length first, else the first.
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
