using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Cards;

namespace ChatBot.Tests.Cards;

/// <summary>Templates of a test's own, in a folder that goes with it.</summary>
internal sealed class TemplateFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cards");

    public TemplateFolder Add(string template, string json)
    {
        File.WriteAllText(PathOf(template), json);
        return this;
    }

    public string PathOf(string template) => Path.Combine(_folder.FullName, template + ".json");

    public CardLibrary Open(bool strict = false) => new(new CardSettings { Folder = _folder.FullName, Strict = strict });

    /// <summary>One template, bound to data given as JSON.</summary>
    public static string Render(string template, string data, bool strict = false)
    {
        using var folder = new TemplateFolder().Add("card", template);
        return folder.Open(strict).Render("card", data);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

internal static class RenderJson
{
    /// <summary>Binds data that is at hand as JSON instead of a model.</summary>
    public static string Render(this CardLibrary library, string template, string data)
    {
        using var document = JsonDocument.Parse(data);
        return Encoding.UTF8.GetString(library.Render(template, document.RootElement, JsonData.Default.JsonElement));
    }
}

[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class JsonData : JsonSerializerContext;
