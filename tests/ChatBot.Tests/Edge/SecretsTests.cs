using ChatBot.Tests.Terminal;

namespace ChatBot.Tests.Edge;

/// <summary>Where secrets may stand, and that nobody hears them.</summary>
public sealed class SecretsTests : IDisposable
{
    private const string Marker = "MARKER-7f3a";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatbot-");

    public void Dispose() => _folder.Delete(recursive: true);

    private static (string, string)[] DeadCentre =>
        [("Monitoring__Address", "http://127.0.0.1:1"), ("Monitoring__AccessKey", "key"), ("ASPNETCORE_URLS", "http://127.0.0.1:0")];

    [Theory]
    [InlineData("Monitoring:SecretKey")]
    [InlineData("Teams:ClientSecret")]
    [InlineData("Teams:CertificatePassword")]
    [InlineData("Kestrel:Certificates:Default:Password")]
    public async Task A_secret_on_the_command_line_stops_the_start(string key)
    {
        var (code, output, error) = await BuiltApp.RunAsync([$"--{key}={Marker}"], "", DeadCentre);

        Assert.Equal(78, code);
        Assert.Contains($"{key} stands on the command line", error);
        Assert.Contains(key.Replace(":", "__", StringComparison.Ordinal), error);
        Assert.DoesNotContain(Marker, output + error);
    }

    [Theory]
    [InlineData("appsettings.json", """{"Monitoring":{"SecretKey":"MARKER-7f3a"}}""", "Monitoring:SecretKey")]
    [InlineData("appsettings.Development.json", """{"Teams":{"ClientSecret":"MARKER-7f3a"}}""", "Teams:ClientSecret")]
    [InlineData("appsettings.json", """{"State":{"ConnectionString":"Host=db;Username=u;Password=MARKER-7f3a"}}""", "State:ConnectionString")]
    public async Task A_secret_in_a_settings_file_stops_the_start(string file, string settings, string key)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, file), settings);

        var (code, output, error) = await BuiltApp.RunAsync([$"--contentRoot={_folder.FullName}"], "", DeadCentre);

        Assert.Equal(78, code);
        Assert.Contains($"{key} stands in {file}", error);
        Assert.DoesNotContain(Marker, output + error);
    }

    [Fact]
    public async Task Mounted_files_are_read_and_check_tells_where_each_secret_came_from_and_never_what_it_is()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Monitoring__SecretKey"), Marker + "\n");

        var (_, output, error) = await BuiltApp.RunAsync(
            ["check", $"--Secrets:Folder={_folder.FullName}"], "", [.. DeadCentre, ("Teams__ClientSecret", Marker)]);

        Assert.Contains("Monitoring:SecretKey set (in a file of Secrets:Folder)", output);
        Assert.Contains("Teams:ClientSecret set (by an environment variable)", output);
        Assert.Contains("Teams:CertificatePassword not set", output);
        Assert.DoesNotContain(Marker, output + error);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_stops_the_start()
    {
        var (code, _, error) = await BuiltApp.RunAsync(["--Secrets:Folder=/nowhere/at/all"], "", DeadCentre);

        Assert.Equal(78, code);
        Assert.Contains("Secrets:Folder is '/nowhere/at/all', and there is no folder", error);
    }
}
