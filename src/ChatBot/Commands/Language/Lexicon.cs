using System.Collections.Frozen;
using System.Reflection;

namespace ChatBot.Commands.Language;

/// <summary>
/// The two dictionaries (<c>Words/*.txt</c>) as one tree of words. Two entries that collide stop the start-up with both places.
/// </summary>
internal sealed class Lexicon
{
    private readonly List<Concepts> _means = [];
    private readonly List<string> _places = [];
    private readonly FrozenDictionary<long, int> _children;
    private readonly int[] _entryAt;

    public Lexicon(IEnumerable<(string Name, string Text)> files)
    {
        foreach (var (word, value) in Numbers.Words) _numbers[Vocabulary.Id(word)] = value;
        var children = new Dictionary<long, int>();
        var entryAt = new List<int> { -1 };
        foreach (var (name, text) in files)
        {
            foreach (var entry in WordFile.Read(name, text)) Add(entry, children, entryAt);
        }

        AndId = Vocabulary.Id("and");
        HalfId = Vocabulary.Id("half");
        OfId = Vocabulary.Id("of");
        foreach (var (typed, word) in WordFile.Aliases()) Vocabulary.Alias(typed, word);
        Vocabulary.Close();
        _children = children.ToFrozenDictionary();
        _entryAt = [.. entryAt];
        NumberWords = _numbers.ToFrozenDictionary();
    }

    private readonly Dictionary<int, int> _numbers = [];

    public Vocabulary Vocabulary { get; } = new();

    /// <summary>English number words by their place in the vocabulary.</summary>
    public FrozenDictionary<int, int> NumberWords { get; }

    public int AndId { get; }

    public int HalfId { get; }

    public int OfId { get; }

    /// <summary>The dictionaries that come with the bot.</summary>
    public static Lexicon Built { get; } = new(WordFile.Embedded(Assembly.GetExecutingAssembly()));

    public Concepts Means(int entry) => _means[entry];

    /// <summary>The longest entry that starts at a unit.</summary>
    /// <returns>Its length in units, 0 for none.</returns>
    public int Match(ReadOnlySpan<Unit> units, int at, out int entry)
    {
        entry = -1;
        var length = 0;
        for (int node = 0, i = at; i < units.Length && units[i].Id >= 0; i++)
        {
            if ((i > at && units[i].Parted) || !_children.TryGetValue(Key(node, units[i].Id), out node)) break;
            if (_entryAt[node] < 0) continue;
            entry = _entryAt[node];
            length = i - at + 1;
        }

        return length;
    }

    /// <summary>Every entry that starts at a unit, shortest first.</summary>
    /// <returns>How many were written.</returns>
    public int Matches(ReadOnlySpan<Unit> units, int at, Span<(int Length, int Entry)> found)
    {
        var count = 0;
        for (int node = 0, i = at; i < units.Length && units[i].Id >= 0 && count < found.Length; i++)
        {
            if ((i > at && units[i].Parted) || !_children.TryGetValue(Key(node, units[i].Id), out node)) break;
            if (_entryAt[node] >= 0) found[count++] = (i - at + 1, _entryAt[node]);
        }

        return count;
    }

    /// <summary>What a word means when it stands alone.</summary>
    public bool Alone(int wordId, out Concepts means)
    {
        means = default;
        if (!_children.TryGetValue(Key(0, wordId), out var node) || _entryAt[node] < 0) return false;
        means = _means[_entryAt[node]];
        return true;
    }

    private static long Key(int node, int unit) => ((long)node << 32) | (uint)unit;

    private void Add(WordEntry entry, Dictionary<long, int> children, List<int> entryAt)
    {
        var units = new Unit[entry.Text.Length];
        var count = Units.Split(entry.Text, units, Vocabulary);
        var node = 0;
        for (var i = 0; i < count; i++)
        {
            var key = Key(node, units[i].Id);
            if (!children.TryGetValue(key, out var next))
            {
                children[key] = next = entryAt.Count;
                entryAt.Add(-1);
            }

            node = next;
        }

        if (node == 0) throw new InvalidOperationException($"{entry.Place}: the entry \"{entry.Text}\" has no word in it.");
        // Said twice alike is no collision.
        if (entryAt[node] >= 0 && _means[entryAt[node]] == entry.Means) return;
        if (entryAt[node] >= 0)
        {
            throw new InvalidOperationException(
                $"{entry.Place}: \"{entry.Text}\" stands already at {_places[entryAt[node]]}. Keep it in one place.");
        }

        entryAt[node] = _means.Count;
        _means.Add(entry.Means);
        _places.Add(entry.Place);
    }
}
