using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Teams.Tokens;

/// <summary>The bot with an app id, between an Entra and a connector of the tests.</summary>
internal sealed class TeamsBot : IAsyncDisposable
{
    public const string Tenant = "22222222-2222-2222-2222-222222222222";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    private TeamsBot(Entra entra, Signer channel, ScriptedConnector connector, Supervisor supervisor, StageClock time, string appId) =>
        (Entra, Channel, Connector, Supervisor, Time, AppId) = (entra, channel, connector, supervisor, time, appId);

    public Entra Entra { get; }

    /// <summary>Who signs the channel's tokens.</summary>
    public Signer Channel { get; }

    public ScriptedConnector Connector { get; }

    public Supervisor Supervisor { get; }

    public StageClock Time { get; }

    /// <summary>Of each bot its own, as MSAL shares tokens of identities in a process.</summary>
    public string AppId { get; }

    public static Task<TeamsBot> StartAsync(params string[] settings) => StartAsync([], settings);

    /// <param name="script">How the connector answers, see <see cref="ScriptedConnector"/>.</param>
    public static async Task<TeamsBot> StartAsync(string[] script, string[] settings, Action<Entra>? edit = null, Action<WebApplicationBuilder>? more = null)
    {
        var entra = await Entra.StartAsync();
        var channel = entra.Add("channel-key", "msteams", "webchat");
        edit?.Invoke(entra);
        var connector = await ScriptedConnector.StartAsync(script);
        var (time, appId) = (new StageClock(Stage.Start), $"{Guid.NewGuid():D}");
        List<string> all =
        [
            $"Teams:AppId={appId}", $"Teams:TenantId={Tenant}", $"Teams:OpenIdMetadata={entra.Metadata}", "Teams:ServiceUrls:0=127.0.0.1",
            // What is refused is told, and time makes leaps.
            "Logging:LogLevel:ChatBot.Teams=None", "Logging:LogLevel:Orleans=None", .. settings,
        ];
        if (!settings.Any(s => s.Contains("Certificate", StringComparison.Ordinal) || s.Contains("ManagedIdentity", StringComparison.Ordinal)))
            all.Add("Teams:ClientSecret=hush");
        var supervisor = await Supervisor.StartAsync(builder =>
        {
            Furnish(builder, entra, time);
            more?.Invoke(builder);
        }, [.. all]);
        return new(entra, channel, connector, supervisor, time, appId);
    }

    public static void Furnish(WebApplicationBuilder builder, Entra entra, TimeProvider time)
    {
        builder.Services.AddSingleton(time);
        builder.Services.AddHttpClient("login").AddHttpMessageHandler(() => new Entra.Instead(entra));
        new Parrot().MoveIn(builder);
    }

    /// <summary>What stands in a good token.</summary>
    public Dictionary<string, object> Claims() => new()
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = AppId,
        ["serviceurl"] = Connector.Address,
        ["nbf"] = Time.GetUtcNow().ToUnixTimeSeconds(),
        ["exp"] = Time.GetUtcNow().AddHours(1).ToUnixTimeSeconds(),
    };

    public string Token() => Channel.Sign(Claims());

    public JsonObject Activity(string text = "hello", string? tenant = Tenant) => JsonNode.Parse($$$"""
        {"type":"message","id":"{{{Guid.NewGuid():N}}}","text":"{{{text}}}","channelId":"msteams","serviceUrl":"{{{Connector.Address}}}",
         "from":{"id":"U-{{{text}}}"},"recipient":{"id":"B"},"conversation":{"id":"a:{{{text}}}","conversationType":"personal","tenantId":"{{{tenant}}}"},
         "channelData":{"tenant":{"id":"{{{tenant}}}"} } }
        """)!.AsObject();

    /// <summary>Posts an activity.</summary>
    /// <param name="authorization">Values of the header.</param>
    public async Task<(HttpStatusCode Status, string Body)> SendsAsync(JsonObject? activity = null, params string[] authorization)
    {
        using var limit = Supervisor.Limit();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Supervisor.Address, "/api/messages"));
        request.Content = new StringContent((activity ?? Activity()).ToJsonString(), Encoding.UTF8, "application/json");
        foreach (var value in authorization) request.Headers.TryAddWithoutValidation("Authorization", value);
        using var response = await _http.SendAsync(request, limit.Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(limit.Token));
    }

    /// <summary>Says something with a good token.</summary>
    public async Task<HttpStatusCode> SaysAsync(string text = "hello") => (await SendsAsync(Activity(text), $"Bearer {Token()}")).Status;

    /// <summary>Says something with a good token, and waits until it is answered.</summary>
    public async Task TalksAsync(string text = "hello")
    {
        Assert.Equal(HttpStatusCode.OK, await SaysAsync(text));
        await Connector.Call();
    }

    public async Task<HttpStatusCode> GetsAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(Supervisor.Address, path));
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Supervisor.DisposeAsync();
        await Connector.DisposeAsync();
        await Entra.DisposeAsync();
        _http.Dispose();
    }
}
