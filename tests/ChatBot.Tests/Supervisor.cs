using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Preview;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests;

/// <summary>A supervisor in front of the real bot: it listens on a port of its own, and all goes over HTTP both ways, through
/// the preview's channel.</summary>
public sealed class Supervisor : IAsyncDisposable
{
    /// <summary>No test waits for it: it only ends one that would hang, however slow and busy the machine is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication _app;
    private readonly string? _folder;

    private Supervisor(WebApplication app, string? folder) => (_app, _folder) = (app, folder);

    public IServiceProvider Services => _app.Services;

    public PreviewChannel Channel => Services.GetRequiredService<PreviewChannel>();

    public PreviewClient Client => Services.GetRequiredService<PreviewClient>();

    /// <summary>Where the bot listens.</summary>
    public Uri Address => Client.Address;

    /// <param name="edit">Replaces what is foreign: the clock, which stands still otherwise, and the answers.</param>
    /// <param name="settings">As <c>Key:Sub=value</c>; the database is a file of its own unless told otherwise.</param>
    public static async Task<Supervisor> StartAsync(Action<WebApplicationBuilder>? edit = null, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-").FullName;
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            // What a test arranges to go wrong is no news; what nobody foresaw is told.
            "--Logging:LogLevel:Default=Error",
            // However slow the disk, many writers wait for each other.
            $"--State:ConnectionString=Data Source={Path.Combine(folder, "chatbot.db")};Default Timeout={Patience.TotalSeconds}",
            // Nobody is there unless a test names a contact centre.
            "--Monitoring:Address=http://127.0.0.1:9",
            "--Monitoring:AccessKey=nobody",
            .. settings.Where(s => !IsKey(s)).Select(s => "--" + s),
        ];
        // Secrets may not stand on a command line, and so no setting of a test does.
        Dictionary<string, string?> known = new()
        {
            ["Monitoring:SecretKey"] = "nobody",
            // Whole stories are told while the clock stands still.
            ["Limits:PersonBurst"] = "100000",
            ["Limits:ConversationBurst"] = "100000",
        };
        foreach (var setting in settings.Where(IsKey).Select(s => s.Split('=', 2))) known[setting[0]] = setting[1];
        var app = ChatBotApp.Build(args, builder =>
        {
            builder.Configuration.AddInMemoryCollection(known);
            // Nothing takes too long, however slow the machine: time stands still unless a test brings its own.
            builder.Services.AddSingleton<TimeProvider>(new StageClock(Stage.Start));
            edit?.Invoke(builder);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Supervisor(app, folder);
    }

    private static bool IsKey(string setting) => setting.Split('=')[0].Contains(':', StringComparison.Ordinal);

    /// <summary>Says something and waits for the bot's reply to exactly that.</summary>
    /// <param name="inside">Default: the personal chat.</param>
    /// <param name="thread">In a channel: the id of a thread's first message; null begins a new one.</param>
    public async Task<Reply> Says(string text, Chat? inside = null, string? thread = null, Person? who = null, string? locale = null)
    {
        using var limit = Limit();
        var chat = inside ?? Cast.Personal;
        using var listener = Channel.Listen();
        var (said, response) = await Client.SayAsync(chat, text, who ?? Cast.LiNa, thread, locale, mention: true, limit.Token);
        Assert.Equal(200, response!.Status);
        return new Reply(await listener.Next(
            h => h.Kind == HappeningKind.Posted && h.Message.FromBot && h.Message.ReplyToId == said.Id, limit.Token));
    }

    /// <summary>Presses the button of this title and gives the card that stands there then.</summary>
    /// <param name="inputs">What was filled in on the card; the client sends it with the button.</param>
    public async Task<Reply> Presses(string title, Reply on, Person? who = null, params (string Field, string Text)[] inputs)
    {
        using var limit = Limit();
        var action = JsonNode.Parse(on.Button(title).GetRawText())!;
        foreach (var (field, text) in inputs) action["data"]![field] = text;
        var response = await Client.PressAsync(on.Message, JsonSerializer.SerializeToElement(action), who ?? Cast.LiNa, limit.Token);
        Assert.Equal(200, response.Status);
        Assert.Equal("application/vnd.microsoft.card.adaptive", response.Body!.Value.GetProperty("type").GetString());
        return new Reply(Channel.Find(on.Message.Id)!);
    }

    /// <summary>Sends a ready-made activity; SERVICE in it becomes the address of the preview's connector.</summary>
    public Task<BotResponse> SendsAsync(string activity) => Client.SendRawAsync(
        activity.Replace("SERVICE", new Uri(Address, PreviewClient.ConnectorPath).AbsoluteUri, StringComparison.Ordinal),
        TestContext.Current.CancellationToken);

    /// <summary>Ends a wait that would never end.</summary>
    public static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        return limit;
    }

    /// <summary>Tells it to end; unlike <see cref="DisposeAsync"/> it does not move the clock.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        var clock = Services.GetRequiredService<TimeProvider>();
        await EndAsync().WhileTimePassesOn(clock);
        if (_folder is not null) Directory.Delete(_folder, recursive: true);

        async Task EndAsync()
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
    }
}

/// <summary>What the bot said.</summary>
public sealed record Reply(Message Message)
{
    public JsonElement Card => Message.Card ?? throw new InvalidOperationException($"No card, but: {Message.Text}");

    /// <summary>All words of the card in reading order, a line each; without a card the message's text.</summary>
    public string Text => Message.Card is { } card ? string.Join('\n', Strings(card, "text", "title", "value")) : Message.Text ?? "";

    /// <summary>The action of the button with this title.</summary>
    public JsonElement Button(string title) =>
        All(Card).FirstOrDefault(e => IsAction(e) && e.TryGetProperty("title", out var t) && t.ValueEquals(title)) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new InvalidOperationException($"No button '{title}', but: {string.Join(", ", Buttons)}");

    /// <summary>What stands in an input of the card.</summary>
    public string? Entered(string field) => All(Card)
        .Single(e => e.TryGetProperty("id", out var id) && id.ValueEquals(field)).GetProperty("value").GetString();

    public IEnumerable<string> Buttons => All(Card).Where(IsAction).SelectMany(a => Strings(a, "title"));

    private static bool IsAction(JsonElement e) =>
        e.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Action.", StringComparison.Ordinal);

    private static IEnumerable<string> Strings(JsonElement card, params string[] names) =>
        from element in All(card)
        from property in element.EnumerateObject()
        where names.Contains(property.Name) && property.Value.ValueKind == JsonValueKind.String
        select property.Value.GetString();

    /// <summary>Every object of the card, in the order of the text; what buttons carry is not part of it.</summary>
    private static IEnumerable<JsonElement> All(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().Where(p => p.Name != "data").SelectMany(p => All(p.Value)).Prepend(part),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(All),
        _ => [],
    };
}
