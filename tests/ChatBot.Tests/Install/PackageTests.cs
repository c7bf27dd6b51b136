using System.IO.Compression;
using System.Text.Json.Nodes;
using ChatBot.Tests.Terminal;

namespace ChatBot.Tests.Install;

/// <summary><c>package</c>, by the built program.</summary>
public sealed class PackageTests : IDisposable
{
    private const string AppId = "6f0c1c2e-2f5b-4b9e-9a51-0c8d6e1f7a20";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatbot-package-");

    private string Zip => Path.Combine(_folder.FullName, "app.zip");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_zip_holds_a_valid_app_with_its_files_at_the_root()
    {
        var (code, output, error) = await BuiltApp.RunAsync(["package", "--app-id", AppId, "--host", "Chatbot.Contoso.com", "--out", Zip]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("https://chatbot.contoso.com/api/messages", output);
        using var zip = ZipFile.OpenRead(Zip);
        Assert.Equal(["manifest.json", "zh-cn.json", "zh-tw.json", "color.png", "outline.png"], zip.Entries.Select(e => e.FullName));
        Assert.Empty(await TeamsApp.ComplaintsAsync([.. zip.Entries.Take(3).Select(e => (e.Name, Read(e)))]));
        var manifest = Read(zip.GetEntry("manifest.json")!);
        Assert.Equal((AppId, AppId), ((string)manifest["id"]!, (string)manifest["bots"]![0]!["botId"]!));
        Assert.DoesNotContain("example.com", manifest.ToJsonString());
        Assert.Equal("[\"chatbot.contoso.com\"]", manifest["validDomains"]!.ToJsonString());
        Assert.Equal(File.ReadAllBytes(Path.Combine(TeamsApp.Folder, "color.png")).Length, zip.GetEntry("color.png")!.Length);
    }

    [Fact]
    public async Task What_is_said_of_the_app_stands_in_it_in_every_language_and_the_old_file_is_replaced()
    {
        await File.WriteAllTextAsync(Zip, "an old one");
        string[] command =
        [
            "package", "--app-id", AppId, "--host", "bot.contoso.com", "--out", Zip, "--name", "楼面 \"{x}\"", "--developer", "Contoso & Co",
            "--website", "https://contoso.com/bot", "--privacy", "https://contoso.com/privacy", "--terms", "https://contoso.com/terms", "--version", "2.10.3",
        ];

        Assert.Equal(0, (await BuiltApp.RunAsync(command)).Code);
        var first = await File.ReadAllBytesAsync(Zip);
        Assert.Equal(0, (await BuiltApp.RunAsync(command)).Code);

        Assert.Equal(first, await File.ReadAllBytesAsync(Zip));
        using var zip = ZipFile.OpenRead(Zip);
        var manifest = Read(zip.GetEntry("manifest.json")!);
        Assert.Equal(("2.10.3", "楼面 \"{x}\"", "Contoso & Co"), ((string)manifest["version"]!, (string)manifest["name"]!["short"]!, (string)manifest["developer"]!["name"]!));
        Assert.Equal(["https://contoso.com/bot", "https://contoso.com/privacy", "https://contoso.com/terms"],
            manifest["developer"]!.AsObject().Skip(1).Select(page => (string)page.Value!));
        Assert.Equal("楼面 \"{x}\"", (string)Read(zip.GetEntry("zh-cn.json")!)["name.full"]!);
        Assert.Empty(await TeamsApp.ComplaintsAsync([.. zip.Entries.Take(3).Select(e => (e.Name, Read(e)))]));
    }

    [Theory]
    [InlineData("--app-id", "--host", "bot.contoso.com")]
    [InlineData("--host", "--app-id", AppId)]
    [InlineData("GUID", "--host", "bot.contoso.com", "--app-id", "my-bot")]
    [InlineData("GUID", "--host", "bot.contoso.com", "--app-id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("without http", "--app-id", AppId, "--host", "https://bot.contoso.com")]
    [InlineData("without a path", "--app-id", AppId, "--host", "bot.contoso.com/api/messages")]
    [InlineData("without a port", "--app-id", AppId, "--host", "bot.contoso.com:3978")]
    [InlineData("from the internet", "--app-id", AppId, "--host", "localhost:3978")]
    [InlineData("from the internet", "--app-id", AppId, "--host", "192.168.1.7")]
    [InlineData("a name such as", "--app-id", AppId, "--host", "*.contoso.com")]
    [InlineData("at most 30", "--app-id", AppId, "--host", "bot.contoso.com", "--name", "a name that is longer than it may be")]
    [InlineData("https://", "--app-id", AppId, "--host", "bot.contoso.com", "--privacy", "http://contoso.com")]
    [InlineData("1.0.1", "--app-id", AppId, "--host", "bot.contoso.com", "--version", "1.0")]
    public async Task What_cannot_be_is_told_with_its_mend_and_nothing_is_written(string told, params string[] options)
    {
        var (code, output, error) = await BuiltApp.RunAsync(["package", "--out", Zip, .. options]);

        Assert.Equal((64, ""), (code, output));
        Assert.Contains(told, error);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("nowhere/app.zip")]
    [InlineData("")]
    public async Task A_place_that_cannot_be_written_is_told_and_nothing_is_left(string place)
    {
        var (code, output, error) = await BuiltApp.RunAsync(
            ["package", "--app-id", AppId, "--host", "bot.contoso.com", "--out", Path.Combine(_folder.FullName, place)]);

        Assert.Equal((73, ""), (code, output));
        Assert.Contains("--out", error);
        Assert.Contains(_folder.FullName, error);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    private static JsonNode Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return JsonNode.Parse(content)!;
    }
}
