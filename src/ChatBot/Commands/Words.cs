using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Commands;

/// <summary>The bot's own words in one language, from <c>cards/words.en.json</c> and <c>cards/words.zh.json</c>. Both files
/// hold the same keys with the same places <c>{0}</c>, or the start fails.</summary>
public sealed partial class Words
{
    private readonly Dictionary<string, string> _words;

    private Words(string language, Dictionary<string, string> words) => (Language, _words) = (language, words);

    /// <summary>"en" or "zh".</summary>
    public string Language { get; }

    public string this[string key] => _words.TryGetValue(key, out var word)
        ? word
        : throw new InvalidOperationException($"cards/words.{Language}.json has no '{key}'.");

    public string Say(string key, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <exception cref="InvalidOperationException">A file is missing or broken, or the two do not hold the same keys.</exception>
    public static (Words English, Words Chinese) Load(string folder)
    {
        var (english, chinese) = (Read(folder, "en"), Read(folder, "zh"));
        var lone = english._words.Keys.Except(chinese._words.Keys).Concat(chinese._words.Keys.Except(english._words.Keys)).ToList();
        return lone.Count == 0
            ? (english, chinese)
            : throw new InvalidOperationException($"cards/words.en.json and words.zh.json differ: only one of them has {string.Join(", ", lone)}.");
    }

    private static Words Read(string folder, string language)
    {
        var path = Path.Combine(folder, $"words.{language}.json");
        try
        {
            return new(language, JsonSerializer.Deserialize(File.ReadAllBytes(path), WordsJson.Default.DictionaryStringString)!);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new InvalidOperationException($"{path} cannot be read: {e.Message}", e);
        }
    }

    [JsonSerializable(typeof(Dictionary<string, string>))]
    [JsonSourceGenerationOptions(ReadCommentHandling = JsonCommentHandling.Skip)]
    private sealed partial class WordsJson : JsonSerializerContext;
}
