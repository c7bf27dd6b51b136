using System.Text.Json.Nodes;
using ChatBot.Commands;
using ChatBot.Commands.Language;
using ChatBot.Tests.Language;

namespace ChatBot.Tests.Install;

/// <summary>The Teams app as it is shipped, before <c>package</c> fills in whose it is.</summary>
public class ManifestTests
{
    /// <summary>Language and place of every menu title.</summary>
    public static TheoryData<string, string> Titles =>
        [.. from language in TeamsApp.Languages.Prepend("en")
            from command in TeamsApp.Commands
            where command.Key.EndsWith(".title", StringComparison.Ordinal)
            select (language, command.Key)];

    [Fact]
    public async Task The_official_schemas_have_nothing_against_the_manifest_and_its_languages() =>
        Assert.Empty(await TeamsApp.ComplaintsAsync(
            [("manifest", TeamsApp.Manifest), .. TeamsApp.Languages.Select(tag => (tag, TeamsApp.Read($"{tag}.json")))]));

    /// <summary>docs/install.md says so to those whose Teams does not know the newest version yet.</summary>
    [Fact]
    public async Task Nothing_in_it_is_newer_than_what_channels_want()
    {
        var older = JsonNode.Parse(TeamsApp.Manifest.ToJsonString().Replace("1.30", "1.25", StringComparison.Ordinal))!;

        Assert.Empty(await TeamsApp.ComplaintsAsync(("1.25", older)));
    }

    [Fact]
    public async Task The_official_schemas_would_complain()
    {
        var (manifest, chinese) = (TeamsApp.Read("manifest.json"), TeamsApp.Read("zh-cn.json"));
        manifest["name"]!["short"] = new string('x', 31);
        chinese["bots[0].commandLists[9].commands[0].title"] = "谁在休息";

        var complaints = await TeamsApp.ComplaintsAsync(("manifest", manifest), ("zh-cn", chinese));

        Assert.Equal(2, complaints.Length);
    }

    [Theory, MemberData(nameof(Titles))]
    public void A_command_of_a_menu_is_understood_as_the_same_in_every_language(string language, string key)
    {
        var english = TeamsApp.Commands.Single(command => command.Key == key).Text;
        var title = language == "en" ? english : (string)TeamsApp.Read($"{language}.json")[key]!;

        var understood = Assert.IsType<Understanding.Understood>(Sentences.Parse(title)).Command.ToString();

        Assert.Equal(Sentences.Parse(english).ToString(), understood);
        Assert.Contains(Catalogue.All, entry => entry.Word == understood.Split(' ')[0]);
    }

    [Fact]
    public void Each_scope_has_ten_commands_that_older_clients_take_too()
    {
        var lists = TeamsApp.Manifest["bots"]![0]!["commandLists"]!.AsArray();

        Assert.Equal(["personal", "team", "groupChat"], lists.SelectMany(list => list!["scopes"]!.AsArray()).Select(scope => (string)scope!));
        Assert.All(lists, list => Assert.Equal(10, list!["commands"]!.AsArray().Select(c => (string)c!["title"]!).Distinct().Count()));
        // Schemas up to 1.24 allow so much; a phone shows less.
        foreach (var language in TeamsApp.Languages.Select(tag => TeamsApp.Read($"{tag}.json")))
        {
            Assert.All(TeamsApp.Commands.SelectMany(c => new[] { (c.Key, c.Text), (c.Key, Text: (string)language[c.Key]!) }),
                c => Assert.InRange(c.Text.Length, 1, c.Key.EndsWith(".title", StringComparison.Ordinal) ? 32 : 128));
        }
    }

    [Fact]
    public void A_language_says_everything_that_is_shown_and_nothing_else() =>
        Assert.All(TeamsApp.Languages, tag => Assert.Equal(
            TeamsApp.Commands.Select(command => command.Key).Concat(["$schema", "name.short", "name.full", "description.short", "description.full"]).Order(),
            TeamsApp.Read($"{tag}.json").Select(property => property.Key).Order()));

    [Fact]
    public void The_bot_asks_for_nothing_it_does_not_need()
    {
        Assert.False(TeamsApp.Manifest.ContainsKey("authorization"));
        Assert.False(TeamsApp.Manifest.ContainsKey("webApplicationInfo"));
        Assert.Equal("tier1", (string)TeamsApp.Manifest["supportsChannelFeatures"]!);
        Assert.All(["supportsFiles", "isNotificationOnly"], no => Assert.False((bool)TeamsApp.Manifest["bots"]![0]![no]!));
    }
}
