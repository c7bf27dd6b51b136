namespace ChatBot.Commands.Language;

/// <summary>The catalogue's sentences, to be offered when one was not understood.</summary>
internal sealed class Examples
{
    private readonly (string Sentence, Concepts Means, bool Chinese)[] _all;

    /// <param name="read">Sentence → what its words mean.</param>
    public Examples(Func<string, Concepts> read) =>
        _all = [.. Catalogue.All.SelectMany(e => e.English.Select(s => (s, false)).Concat(e.Chinese.Select(s => (s, true))))
            .Select(e => (e.Item1, read(e.Item1), e.Item2))];

    /// <summary>The three nearest in one language: most concepts shared, fewest besides.</summary>
    public IReadOnlyList<string> Nearest(Concepts means, bool chinese)
    {
        Span<int> best = [-1, -1, -1];
        Span<int> scores = [int.MinValue, int.MinValue, int.MinValue];
        for (var i = 0; i < _all.Length; i++)
        {
            if (_all[i].Chinese != chinese) continue;
            var shared = _all[i].Means.InCommon(means);
            var score = (4 * shared) - _all[i].Means.Count - means.Count + shared;
            for (var place = 0; place < 3; place++)
            {
                if (score <= scores[place]) continue;
                scores[place..2].CopyTo(scores[(place + 1)..]);
                best[place..2].CopyTo(best[(place + 1)..]);
                (scores[place], best[place]) = (score, i);
                break;
            }
        }

        return [_all[best[0]].Sentence, _all[best[1]].Sentence, _all[best[2]].Sentence];
    }
}
