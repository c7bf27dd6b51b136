using System.Reflection;

namespace ChatBot.Commands.Language;

/// <param name="Place">File and line, for messages.</param>
internal readonly record struct WordEntry(string Text, Concepts Means, string Place);

/// <summary>Reads the dictionaries' plain format; the head of <c>Words/en.txt</c> explains it.</summary>
internal static class WordFile
{
    public static IEnumerable<(string Name, string Text)> Embedded(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("words.", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    /// <summary>Real words that are one slip away from one of ours and mean something else.</summary>
    public static IEnumerable<string> RealWords() => Words("realwords.txt");

    /// <summary>"u you ppl people": what people type for a word, and the word, by turns.</summary>
    public static IEnumerable<(string Typed, string Word)> Aliases() => Words("aliases.txt").Chunk(2).Select(pair => (pair[0], pair[1]));

    private static string[] Words(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    public static IEnumerable<WordEntry> Read(string name, string text)
    {
        Concepts means = default;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == ';') continue;
            var place = $"{name}, line {number}";
            if (line[0] == '[')
            {
                means = Heading(line, place);
                continue;
            }

            if (means.IsEmpty) throw new InvalidOperationException($"{place}: a line before the first [Concept].");
            // The same words written twice in one block is a slip, not a collision of meanings.
            foreach (var entry in line.Split('|').SelectMany(e => Expand(e.Trim())).Where(e => e.Length > 0).Distinct())
            {
                yield return new(entry, means, place);
            }
        }
    }

    private static Concepts Heading(string line, string place)
    {
        Concepts means = default;
        foreach (var word in line.Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<Concept>(word, out var concept)) throw new InvalidOperationException($"{place}: no concept is called {word}.");
            means |= concept;
        }

        return means;
    }

    /// <summary>"on a/their? break" is "on a break", "on their break" and "on break".</summary>
    private static IEnumerable<string> Expand(string entry)
    {
        IEnumerable<string> soFar = [""];
        foreach (var part in entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var optional = part.EndsWith('?');
            var choices = part.TrimEnd('?').Split('/').AsEnumerable();
            if (optional) choices = choices.Append("");
            soFar = from start in soFar from choice in choices select (start + " " + choice).Trim();
        }

        return soFar;
    }
}
