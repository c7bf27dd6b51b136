using System.Collections;
using System.Text.Json;
using ChatBot.Alerts;
using ChatBot.Cards;
using ChatBot.Commands.Access;
using ChatBot.Commands.Language;
using ChatBot.Edge;
using ChatBot.Monitoring;
using ChatBot.State;
using ChatBot.Teams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests;

/// <summary><c>appsettings.sample.json</c> tells the truth: every setting, with its default, and a bot that starts with it.</summary>
public class SampleSettings
{
    private static readonly string Sample = Path.Combine(Repository.Root, "appsettings.sample.json");

    private static readonly IConfigurationRoot Settings = new ConfigurationBuilder().AddJsonFile(Sample).Build();

    private static readonly (string Section, object Defaults)[] Rooms =
    [
        ("Monitoring", new MonitoringSettings()), ("Language", new LanguageOptions()), ("Cards", new CardSettings()),
        ("Alerts", new AlertSettings()), ("Access", new AccessSettings()), ("Privacy", new PrivacySettings()),
        ("State", new StateSettings()), ("Teams", new TeamsSettings()),
        ("Limits", new LimitSettings()), ("Proxy", new ProxySettings()), ("Health", new HealthSettings()), ("Secrets", new SecretSettings()),
    ];

    [Fact]
    public void Every_setting_stands_in_the_sample_and_no_other()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Sample), new() { CommentHandling = JsonCommentHandling.Skip });

        var known = Rooms.SelectMany(room => Keys(room.Section, room.Defaults.GetType())).Order(StringComparer.Ordinal);

        Assert.Equal(known, Keys("", sample.RootElement).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_values_are_the_defaults()
    {
        foreach (var (section, defaults) in Rooms)
        {
            var bound = Settings.GetSection(section).Get(defaults.GetType())!;
            if (bound is LanguageOptions language)
            {
                Assert.Equal(["101-59999", "70000-999999"], language.AgentNumbers);
                continue;
            }

            Assert.Equal(JsonSerializer.Serialize(defaults, defaults.GetType()), JsonSerializer.Serialize(bound, bound.GetType()));
        }
    }

    [Fact]
    public async Task A_bot_with_the_sample_and_the_keys_of_its_centre_starts()
    {
        await using var supervisor = await Supervisor.StartAsync(
            builder => builder.Configuration.AddJsonFile(Sample).AddInMemoryCollection(
            [
                new("Monitoring:Address", "http://127.0.0.1:9"), new("Monitoring:AccessKey", "ak"), new("Monitoring:SecretKey", "sk"),
                new("State:ConnectionString", $"Data Source={Path.Combine(Directory.CreateTempSubdirectory("chatbot-").FullName, "sample.db")}"),
            ]));

        Assert.Equal("ak", supervisor.Services.GetRequiredService<IOptions<MonitoringSettings>>().Value.AccessKey);
    }

    private static IEnumerable<string> Keys(string path, Type type) =>
        type.GetProperties().Where(p => p.CanWrite || p.PropertyType.IsAssignableTo(typeof(IEnumerable)) || p.PropertyType.IsGenericType)
            .SelectMany(p => p.PropertyType.Namespace == typeof(MonitoringSettings).Namespace && p.PropertyType.IsClass
                ? Keys($"{path}:{p.Name}", p.PropertyType)
                : [$"{path}:{p.Name}"]);

    private static IEnumerable<string> Keys(string path, JsonElement part) => part.ValueKind == JsonValueKind.Object
        ? part.EnumerateObject().SelectMany(p => Keys(path.Length == 0 ? p.Name : $"{path}:{p.Name}", p.Value))
        : [path];
}
