using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards;

namespace ChatBot.Tests.Cards;

/// <summary>The cards that the checks run over: the approved ones, and each sample of data bound to its template.</summary>
/// <remarks><c>approved/*.json</c> are finished cards. <c>samples/⟨template⟩.⟨case⟩.data.json</c> is what a template of
/// <c>cards/</c> is bound to; the same name works in <c>approved/</c>.</remarks>
internal static class CardFiles
{
    private const string Data = ".data.json";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "ChatBot.Tests", "Cards");

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<CardLibrary> Library =
        new(() => new CardLibrary(new CardSettings { Folder = Path.Combine(Repository.Root, "cards"), Strict = true }));

    /// <summary>The templates of <c>cards/</c>.</summary>
    public static IEnumerable<string> Templates => Library.Value.Templates.Order(StringComparer.Ordinal);

    /// <summary>Name ("people.many"), template and data of every sample.</summary>
    public static IEnumerable<(string Name, string Template, string Data)> Samples =>
        from file in Files("samples").Concat(Files("approved"))
        where file.EndsWith(Data, StringComparison.Ordinal)
        let name = Path.GetFileName(file)[..^Data.Length]
        select (name, name.Split('.')[0], File.ReadAllText(file));

    /// <summary>Every finished card, with the file to name in a complaint.</summary>
    public static IReadOnlyList<(string Name, string Json)> Finished { get; } =
    [
        .. from file in Files("approved")
           where !file.EndsWith(Data, StringComparison.Ordinal)
           select ("approved/" + Path.GetFileName(file), AsSent(File.ReadAllText(file))),
        .. from sample in Samples select ("samples/" + sample.Name, Bind(sample.Template, sample.Data)),
    ];

    /// <summary>The finished cards as the oracles read them.</summary>
    public static JsonArray ForOracle(IEnumerable<(string Name, string Json)> cards) =>
        [.. cards.Select(card => new JsonObject { ["name"] = card.Name, ["card"] = JsonNode.Parse(card.Json) })];

    /// <summary>Binds strictly: a place the data lacks is an error.</summary>
    public static string Bind(string template, string data) => Library.Value.Render(template, data);

    public static string Template(string template) => File.ReadAllText(Path.Combine(Repository.Root, "cards", template + ".json"));

    // Approved cards are indented for people.
    private static string AsSent(string json) => JsonNode.Parse(json)!.ToJsonString(Relaxed);

    private static IEnumerable<string> Files(string folder)
    {
        var path = Path.Combine(Folder, folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal) : [];
    }
}
