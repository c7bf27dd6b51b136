using System.Collections.Frozen;

namespace ChatBot.Commands.Language;

/// <summary>Every word of the dictionaries, numbered.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _building = new(StringComparer.Ordinal);
    private FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private bool _closed;

    /// <summary>-1 for a word that no entry has.</summary>
    public int Id(ReadOnlySpan<char> word)
    {
        // A Chinese character is its own number: far above the count of words.
        if (word.Length == 1 && word[0] > 0x2000) return word[0] + 0x100000;
        if (_closed) return _ids.TryGetValue(word, out var id) ? id : -1;
        var text = word.ToString();
        if (!_building.TryGetValue(text, out var number)) _building[text] = number = _building.Count;
        return number;
    }

    /// <summary>"ppl" is read as "people" is.</summary>
    public void Alias(string typed, string word) => _building.TryAdd(typed, Id(word));

    public IEnumerable<KeyValuePair<string, int>> Words => _building;

    public void Close()
    {
        _ids = _building.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _closed = true;
    }
}
