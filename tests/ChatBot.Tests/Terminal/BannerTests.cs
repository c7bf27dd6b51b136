using ChatBot.Terminal;
using Microsoft.Extensions.Configuration;

namespace ChatBot.Tests.Terminal;

public class BannerTests
{
    [Fact]
    public void The_demo_says_what_runs_where_and_what_to_type()
    {
        var banner = Banner.Of(With(("Monitoring:Address", "http://127.0.0.1:41234/")), demo: true, ["http://localhost:3978"], "Anonymous.", prompt: false);

        Assert.Contains("http://127.0.0.1:41234", banner);
        Assert.Contains("data/chatbot.db", banner);
        Assert.Contains("who is resting on skill 3", banner);
        Assert.Contains("技能3谁在休息", banner);
        Assert.Contains("Anonymous.", banner);
        Assert.Contains("http://localhost:3978/", banner);
        Assert.Contains("npx @microsoft/m365agentsplayground@0.2.28 -e http://localhost:3978/api/messages -c msteams --dt", banner);
    }

    [Fact]
    public void With_a_contact_centre_and_an_app_id_it_promises_no_preview()
    {
        var banner = Banner.Of(
            With(("Monitoring:Address", "https://cms.example:28443"), ("Monitoring:Edition", "Classic"), ("Teams:AppId", "00000000-0000-0000-0000-000000000001")),
            demo: false, ["http://0.0.0.0:80"], "Token.", prompt: false);

        Assert.Contains("https://cms.example:28443, Classic", banner);
        Assert.DoesNotContain("simulated", banner);
        Assert.DoesNotContain("Preview", banner);
        Assert.Contains("Token.", banner);
    }

    [Fact]
    public void No_secret_is_printed()
    {
        var banner = Banner.Of(
            With(("Monitoring:Address", "https://user:hush1@cms.example/p?k=hush2"), ("Monitoring:SecretKey", "hush3"),
                ("State:ConnectionString", "Host=db.example;Database=bot;Username=u;Password=hush4")),
            demo: false, ["http://localhost:1"], "", prompt: true);

        Assert.DoesNotContain("hush", banner);
        Assert.Contains("db.example, bot", banner);
        Assert.Contains("https://cms.example", banner);
    }

    private static IConfiguration With(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
