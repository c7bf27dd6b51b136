namespace ChatBot.Commands.Language;

/// <summary>The catalogue's sentences, to be offered when one was not understood.</summary>
internal sealed class Examples
{
    private static readonly string[] Harmless = ["resting", "summary", "queue"];

    // Needs: one of these must be shared. "Alert" alone is no wish to delete one.
    private readonly (string Sentence, Concepts Means, Concepts Needs, bool Chinese)[] _all;
    private readonly string[] _english = [.. Harmless.Select(word => Of(word).English[0])];
    private readonly string[] _chinese = [.. Harmless.Select(word => Of(word).Chinese[0])];

    /// <param name="read">Sentence → what its words mean.</param>
    public Examples(Func<string, Concepts> read) =>
        _all = [.. from entry in Catalogue.All
            from example in entry.English.Select(s => (Text: s, IsChinese: false)).Concat(entry.Chinese.Select(s => (Text: s, IsChinese: true)))
            let means = Telling(read(example.Text))
            select (example.Text, means, IsChange(entry) ? means.Without(Concept.Alerts) : means, example.IsChinese)];

    /// <summary>The three nearest in one language: most concepts shared, fewest besides. When fewer share any, questions fill up:
    /// what deletes or pauses is offered only to somebody who spoke of it.</summary>
    public IReadOnlyList<string> Nearest(Concepts means, bool chinese)
    {
        means = Telling(means);
        Span<int> best = [-1, -1, -1];
        Span<int> scores = [int.MinValue, int.MinValue, int.MinValue];
        for (var i = 0; i < _all.Length; i++)
        {
            var shared = _all[i].Means.InCommon(means);
            if (_all[i].Chinese != chinese || !_all[i].Needs.HasAny(means)) continue;
            var score = (5 * shared) - _all[i].Means.Count - means.Count;
            for (var place = 0; place < 3; place++)
            {
                if (score <= scores[place]) continue;
                scores[place..2].CopyTo(scores[(place + 1)..]);
                best[place..2].CopyTo(best[(place + 1)..]);
                (scores[place], best[place]) = (score, i);
                break;
            }
        }

        var nearest = new List<string>(3);
        foreach (var i in best)
        {
            if (i >= 0) nearest.Add(_all[i].Sentence);
        }

        foreach (var sentence in chinese ? _chinese : _english)
        {
            if (nearest.Count < 3 && !nearest.Contains(sentence)) nearest.Add(sentence);
        }

        return nearest;
    }

    // Small words are in every sentence: sharing them is no nearness. All words for alerts are one.
    private static Concepts Telling(Concepts means)
    {
        var telling = means.Without(Concepts.Of(Concept.Person, Concept.Hold, Concept.If, Concept.Who, Concept.List, Concept.And));
        return telling.Has(Concept.Notify) ? telling.Without(Concept.Notify) | Concept.Alerts : telling;
    }

    private static bool IsChange(Entry entry) => entry.Kind != Kind.Question && entry.Word is not ("alert" or "alerts");

    private static Entry Of(string word) => Catalogue.All.First(e => e.Word == word);
}
