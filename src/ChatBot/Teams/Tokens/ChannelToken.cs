using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Teams.Tokens;

/// <summary>What a token of the channel must be: the rules that JwtBearer goes by.</summary>
internal static class ChannelToken
{
    public const string Scheme = "channel";

    /// <summary>The channel that the bot talks through, and that the signing key must be endorsed for.</summary>
    public const string Channel = "msteams";

    public const string ServiceUrl = "serviceurl";

    private const int MostBytes = 8 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Only the scheme: <c>AddAuthentication</c> would bring data protection, which writes keys of its own to the disk.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<JwtBearerOptions, JwtBearerHandler>(Scheme, _ => { });
        services.AddOptions<JwtBearerOptions>(Scheme).Configure<IOptions<TeamsSettings>, ChannelKeys, TimeProvider>(Demand);
    }

    /// <summary>The token of a header that is exactly <c>Bearer</c>, a blank and a token, once.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.Split(' ') is ["Bearer", { Length: > 0 } token] && !token.Contains(',') ? token : null;

    private static void Demand(JwtBearerOptions options, IOptions<TeamsSettings> settings, ChannelKeys keys, TimeProvider time)
    {
        var issuer = CloudAddresses.Of(settings.Value.Cloud).Issuer;
        options.ConfigurationManager = keys;
        options.RefreshOnIssuerKeyNotFound = false; // The token handler asks for it.
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new JsonWebTokenHandler { MaximumTokenSizeInBytes = MostBytes });
        options.TokenValidationParameters = new()
        {
            // Whose it is and for whom comes before any work on the signature; else anybody could make the bot fetch keys.
            ValidateSignatureLast = true,
            // The metadata may name an issuer too: only the cloud's own counts.
            IssuerValidator = (claimed, _, _) => claimed == issuer ? claimed : throw new SecurityTokenValidationException("not the channel's issuer"),
            ValidAudience = settings.Value.AppId,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (from, to, _, _) => IsNow(from, to, time.GetUtcNow().UtcDateTime),
        };
        options.Events = new()
        {
            OnMessageReceived = context =>
            {
                // Whoever asks for something else is nobody's caller.
                if (context.Request.Path != MessagesEndpoint.Path || Of(context.Request) is null) context.NoResult();
                return Task.CompletedTask;
            },
        };
    }

    private static bool IsNow(DateTime? from, DateTime? to, DateTime now) =>
        to is { } end && end > now - Skew && !(from > now + Skew) && !(from > to);
}
