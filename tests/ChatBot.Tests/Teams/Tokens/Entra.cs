using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Tests.Teams.Tokens;

/// <summary>In the place of Entra, of the Bot Framework's metadata and of a machine's managed identity: tells signing keys and gives tokens.</summary>
internal sealed class Entra : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _tokens;
    private int _reads;

    private Entra(WebApplication app) => _app = app;

    public string Address { get; private set; } = "";

    public string Metadata => $"{Address}/v1/.well-known/openidconfiguration";

    /// <summary>False: it answers 503.</summary>
    public bool IsUp { get; set; } = true;

    /// <summary>The keys it tells, as JWKs.</summary>
    public List<object> Keys { get; } = [];

    /// <summary>How often its keys were read.</summary>
    public int Reads => _reads;

    /// <summary>What was asked to get a token, a line each: path, a blank, the form or query.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What the next requests for a token get instead: an error's JSON.</summary>
    public string? Refusal { get; set; }

    /// <summary>Seconds.</summary>
    public int ExpiresIn { get; set; } = 3600;

    /// <summary>Tokens are given only when this is done.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    public static async Task<Entra> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var entra = new Entra(builder.Build());
        entra._app.MapGet("/v1/.well-known/openidconfiguration", () => entra.IsUp
            ? Results.Json(new { issuer = "https://somebody.example", jwks_uri = $"{entra.Address}/keys" })
            : Results.StatusCode(503));
        entra._app.MapGet("/keys", () =>
        {
            Interlocked.Increment(ref entra._reads);
            return Results.Json(new { keys = entra.Keys });
        });
        entra._app.MapPost("/{tenant}/oauth2/v2.0/token", async (HttpRequest request) =>
        {
            using var body = new StreamReader(request.Body);
            return await entra.TokenAsync($"{request.Path} {await body.ReadToEndAsync()}");
        });
        entra._app.MapGet("/metadata/identity/oauth2/token", (HttpRequest request) => entra.TokenAsync($"{request.Path} {request.QueryString}"));
        await entra._app.StartAsync();
        entra.Address = entra._app.Urls.First();
        return entra;
    }

    /// <summary>Tells a new key from now on.</summary>
    public Signer Add(string kid, params string[] endorsements)
    {
        var signer = new Signer(kid, RSA.Create(2048));
        var key = signer.Rsa.ExportParameters(false);
        Keys.Add(new
        {
            kty = "RSA",
            use = "sig",
            kid,
            n = Base64UrlEncoder.Encode(key.Modulus),
            e = Base64UrlEncoder.Encode(key.Exponent),
            endorsements,
        });
        return signer;
    }

    private async Task<IResult> TokenAsync(string asked)
    {
        Asked.Enqueue(asked);
        await Until;
        if (Refusal is { } refusal) return Results.Text(refusal, "application/json", statusCode: 400);
        var token = $"token-{Interlocked.Increment(ref _tokens)}";
        return Results.Text(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["token_type"] = "Bearer",
            ["access_token"] = token,
            ["expires_in"] = asked.StartsWith("/metadata", StringComparison.Ordinal) ? $"{ExpiresIn}" : ExpiresIn,
            ["expires_on"] = $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds() + ExpiresIn}",
            ["resource"] = "https://api.botframework.com",
        }), "application/json");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Brings whatever is asked of Microsoft's hosts to this one.</summary>
    public sealed class Instead(Entra entra) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(new Uri(entra.Address), request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
