using ChatBot.Tests.Terminal;

namespace ChatBot.Tests.Install;

/// <summary>What a container with a read-only file system and the unit for systemd rely on.</summary>
public class WhereItWrites
{
    [Fact]
    public async Task It_writes_to_the_folder_of_its_database_and_nowhere_else()
    {
        var place = Directory.CreateTempSubdirectory("chatbot-writes-");
        var (data, elsewhere) = (place.CreateSubdirectory("data"), place.CreateSubdirectory("elsewhere"));
        using (var app = BuiltApp.Start(
            ["demo"], ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("DOTNET_EnableDiagnostics", "0"),
            ("HOME", elsewhere.FullName), ("TMPDIR", elsewhere.FullName), ("State__ConnectionString", $"Data Source={data.FullName}/chatbot.db")))
        {
            app.Process.StandardInput.Close();
            await app.LineAsync("Ctrl+C");
            Assert.NotEmpty(data.EnumerateFiles());

            Assert.Equal(0, await app.TerminateAsync());
            Assert.Empty(Directory.EnumerateFileSystemEntries(app.Folder));
        }

        Assert.Empty(elsewhere.EnumerateFileSystemInfos());
        Assert.Equal(["chatbot.db"], data.EnumerateFileSystemInfos().Select(file => file.Name));
        place.Delete(recursive: true);
    }
}
