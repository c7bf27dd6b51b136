using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Alerts;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Cards;

/// <summary>Every card is looked at once by a person and kept in <c>approved/</c>; a change shows as a difference there.
/// To accept new looks: <c>CHATBOT_APPROVE=1 dotnet test --filter-class "*ApprovedCards"</c>, then read the diff.</summary>
public class ApprovedCards
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<Scene> All => [.. Scenes.All];

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "ChatBot.Tests", "Cards", "approved");

    [Theory, MemberData(nameof(All))]
    public async Task Looks_as_approved(Scene scene)
    {
        var shown = Pretty(await PlayAsync(scene));
        var path = Path.Combine(Folder, scene.Name + ".json");
        if (Environment.GetEnvironmentVariable("CHATBOT_APPROVE") == "1") await File.WriteAllTextAsync(path, shown, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(path), $"{path} is not there yet: look at the card, then approve it.");
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), shown);
    }

    [Fact]
    public void Nothing_is_approved_that_no_scene_shows() => Assert.Equal(
        Scenes.All.Select(scene => scene.Name).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    internal static async Task<byte[]> PlayAsync(Scene scene, params string[] settings)
    {
        await using var stage = await Stage.SetAsync(scene.Edition, !scene.NoQueues, [.. scene.Settings, .. settings]);
        scene.Floor(stage);
        if (scene.Chinese) await stage.AskAsync("language zh");
        if (scene.Before is { } before) await before(stage);
        if (scene.Draws is { } draws) return (await draws(stage.Supervisor.Services.GetRequiredService<IAlertCards>())).Card.ToArray();
        var answer = scene.Joins is { } locale ? stage.Joins(locale) : await scene.AskAsync(stage);
        if (scene.Happens is { } happens)
        {
            await happens(stage);
            answer = await scene.AskAsync(stage);
        }

        return answer.Card.ToArray();
    }

    private static string Pretty(byte[] card) => JsonNode.Parse(Encoding.UTF8.GetString(card))!.ToJsonString(Indented) + "\n";
}
