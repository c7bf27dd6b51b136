using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatBot.Terminal;

/// <summary>Whose bot the Teams app is, and what people see of it. Each value fits the manifest's schema.</summary>
/// <param name="Website">Where people find help; the other two pages likewise. https.</param>
internal sealed record AppIdentity(
    Guid AppId, string Host, string Name, string Developer, Uri Website, Uri Privacy, Uri Terms, string Version);

/// <summary>The Teams app package: the files of <c>manifest/</c> with one bot's identity filled in.</summary>
internal static class AppPackage
{
    /// <summary>Same identity, same bytes; 1980 is the oldest a zip can say.</summary>
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "manifest");

    public static void Write(Stream output, AppIdentity app)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var manifest = Read("manifest.json");
        Fill(manifest, app);
        Add(zip, "manifest.json", Bytes(manifest));
        foreach (var file in manifest["localizationInfo"]!["additionalLanguages"]!.AsArray().Select(l => (string)l!["file"]!))
        {
            var words = Read(file);
            if (app.Name != (string)words["name.short"]!) (words["name.short"], words["name.full"]) = (app.Name, app.Name);
            Add(zip, file, Bytes(words));
        }

        foreach (var icon in new[] { "color", "outline" })
        {
            var file = (string)manifest["icons"]![icon]!;
            Add(zip, file, File.ReadAllBytes(Path.Combine(Folder, file)));
        }
    }

    private static void Fill(JsonNode manifest, AppIdentity app)
    {
        manifest["version"] = app.Version;
        manifest["id"] = app.AppId.ToString("D");
        manifest["bots"]![0]!["botId"] = app.AppId.ToString("D");
        manifest["validDomains"] = new JsonArray(app.Host);
        manifest["developer"] = new JsonObject
        {
            ["name"] = app.Developer,
            ["websiteUrl"] = app.Website.AbsoluteUri,
            ["privacyUrl"] = app.Privacy.AbsoluteUri,
            ["termsOfUseUrl"] = app.Terms.AbsoluteUri,
        };
        if (app.Name != (string)manifest["name"]!["short"]!) manifest["name"] = new JsonObject { ["short"] = app.Name, ["full"] = app.Name };
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, file)))!.AsObject();

    private static byte[] Bytes(JsonNode json) => Utf8.WithoutMark.GetBytes(json.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n");

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Undated;
        using var to = entry.Open();
        to.Write(content);
    }
}
