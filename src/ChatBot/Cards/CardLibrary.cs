using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatBot.Cards.Expressions;
using Microsoft.Extensions.ObjectPool;

namespace ChatBot.Cards;

/// <summary>The templates of <c>cards/</c>, compiled once at start. One that cannot be read, or uses what the binder does not
/// know, stops the start and names the file and the place.</summary>
/// <remarks>
/// The language is the public templating language of Adaptive Cards; the official engine is the measure, with one difference:
/// <b>what comes to nothing is left out.</b> A place the data lacks, a null, an expression that cannot be worked out: in a text
/// they are empty, as a property's value the property is left out, in a list the item is, as <c>$data</c> the object is. (The
/// official engine leaves the literal <c>${place}</c> in the card, or throws.)
/// </remarks>
public sealed class CardLibrary
{
    private const int MaxTemplate = 1 << 20;

    private readonly ObjectPool<Bench> _benches = new DefaultObjectPool<Bench>(new DefaultPooledObjectPolicy<Bench>());
    private readonly FrozenDictionary<string, TemplateNode> _templates;
    private readonly bool _strict;

    /// <exception cref="CardTemplateException">With every fault of every file.</exception>
    public CardLibrary(CardSettings settings)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, settings.Folder);
        if (!Directory.Exists(folder))
        {
            throw new CardTemplateException($"The folder of the card templates is not there: {folder}. Set Cards:Folder (environment: Cards__Folder) to where they are, or leave it out.");
        }

        var faults = new List<string>();
        _strict = settings.Strict;
        _templates = Compile(folder, faults).ToFrozenDictionary(StringComparer.Ordinal);
        if (faults.Count > 0) throw new CardTemplateException("Card templates that cannot be used:" + Environment.NewLine + string.Join(Environment.NewLine, faults));
    }

    /// <summary>File names without <c>.json</c>.</summary>
    public IReadOnlyCollection<string> Templates => _templates.Keys;

    /// <summary>Binds a template to data. Data stays data: nothing in it is ever read as template or card.</summary>
    /// <param name="template">File name without <c>.json</c>.</param>
    /// <returns>Card JSON in UTF-8.</returns>
    /// <exception cref="CardTemplateException">There is no such template, the card grows over 1 MB, or in strict mode the data
    /// lacks what the template asks for.</exception>
    public byte[] Render<T>(string template, T data, JsonTypeInfo<T> type)
    {
        if (!_templates.TryGetValue(template, out var root))
        {
            throw new CardTemplateException($"There is no card template {template}.json; there are {string.Join(", ", Templates.Order(StringComparer.Ordinal))}.");
        }

        var bench = _benches.Get();
        try
        {
            bench.Strict = _strict;
            JsonSerializer.Serialize(bench.ModelWriter, data, type);
            bench.ModelWriter.Flush();
            using var model = JsonDocument.Parse(bench.Model.WrittenMemory);
            root.Write(bench, new Scope(model.RootElement, model.RootElement, -1));
            if (bench.Card.IsEmpty) throw new CardTemplateException($"{template}.json: its own $when or $data left nothing of the card.");
            return bench.Card.ToArray();
        }
        finally
        {
            _benches.Return(bench);
        }
    }

    private static IEnumerable<KeyValuePair<string, TemplateNode>> Compile(string folder, List<string> faults)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            if (name.StartsWith("words.", StringComparison.Ordinal)) continue;   // the words people see, not a card
            if (new FileInfo(file).Length > MaxTemplate) faults.Add($"{name}: larger than 1 MB, which no card is.");
            else if (new TemplateCompiler(name, faults).Compile(File.ReadAllBytes(file)) is { } root) yield return new(name[..^".json".Length], root);
        }
    }
}
