using ChatBot.Terminal;
using Microsoft.Extensions.Configuration;

namespace ChatBot.Tests.Terminal;

public class SettingsTests
{
    [Theory]
    [InlineData("ask --Monitoring:Edition=Classic hello", "ask hello", "--Monitoring:Edition=Classic")]
    [InlineData("--Monitoring:Edition Classic parse", "parse", "--Monitoring:Edition=Classic")]
    [InlineData("--urls=http://localhost:1 --Logging:LogLevel:Microsoft.AspNetCore=Debug", "", "--urls=http://localhost:1 --Logging:LogLevel:Microsoft.AspNetCore=Debug")]
    [InlineData("ask --card --lang zh 12:30", "ask --card --lang zh 12:30", "")]
    [InlineData("ask -- --Monitoring:Edition=Classic", "ask -- --Monitoring:Edition=Classic", "")]
    [InlineData("--Edition=Classic", "--Edition=Classic", "")]
    public void Settings_are_told_from_words(string args, string words, string settings)
    {
        var (w, s) = Settings.Split(args.Split(' '));

        Assert.Equal((words, settings), (string.Join(' ', w), string.Join(' ', s)));
    }

    [Fact]
    public void A_setting_without_a_value_is_an_error_that_names_it() =>
        Assert.Contains("--State:ConnectionString", Assert.Throws<StartException>(() => Settings.Split(["--State:ConnectionString"])).Message);

    [Fact]
    public void The_file_in_the_content_root_is_read_and_arguments_win_over_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), """{ "Terminal": { "A": "file", "B": "file" } }""");
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.Night.json"), """{ "Terminal": { "C": "night" } }""");

        var read = Settings.Read([$"--contentRoot={folder.FullName}", "--environment=Night", "--Terminal:B=argument"]);
        folder.Delete(recursive: true);

        Assert.Equal(("file", "argument", "night"), (read["Terminal:A"], read["Terminal:B"], read["Terminal:C"]));
    }
}
