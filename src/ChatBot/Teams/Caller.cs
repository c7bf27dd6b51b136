using System.Net;
using System.Security.Claims;
using ChatBot.Teams.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Teams;

/// <summary>Who may call. This is the one place where a caller is proven: by the channel's token, or without an app id by being on this
/// machine. Strangers learn no more than a code; the log says why.</summary>
internal sealed partial class Caller(IOptions<TeamsSettings> settings, ServiceHosts hosts, ChannelKeys keys, TeamsMeter meter, ILogger<Caller> log)
{
    /// <summary>Asked before the body is read.</summary>
    public async ValueTask<Refusal?> RefuseAsync(HttpContext context)
    {
        if (settings.Value.IsAnonymous) return RefuseStranger(context);
        if (ChannelToken.Of(context.Request) is null) return NotProved(context, "no token");
        var token = await context.AuthenticateAsync(ChannelToken.Scheme);
        if (token.Succeeded)
        {
            context.User = token.Principal;
            return null;
        }

        // Nobody can be proved just now: the channel may try again.
        return !keys.AreKnown && token.Failure is SecurityTokenSignatureKeyNotFoundException
            ? Because("no signing keys", new(503, "ServiceUnavailable", ""))
            : NotProved(context, Reason(token.Failure));
    }

    /// <summary>Asked before anything is done, or sent to the activity's service URL.</summary>
    /// <returns>The activity, marked as proved where a token did that.</returns>
    public (Activity Activity, Refusal? Refusal) Prove(HttpContext context, Activity activity)
    {
        if (settings.Value.IsAnonymous) return (activity, RefuseAddress(activity));
        // 1 Was the token made for this activity?
        var proved = context.User.FindFirstValue(ChannelToken.ServiceUrl)?.TrimEnd('/');
        if (string.IsNullOrEmpty(proved) || !proved.Equals(activity.ServiceUrl?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            return (activity, NotProved(context, "another service URL"));
        if (activity.ChannelId != ChannelToken.Channel) return (activity, NotProved(context, "another channel"));

        // 2 Will it get an answer?
        if (RefuseAddress(activity) is { } noAddress) return (activity, noAddress);
        if (!hosts.Allows(new Uri(activity.ServiceUrl!))) return (activity, Because("service URL not in Teams:ServiceUrls", new(403, "Forbidden", "")));

        // 3 May its people talk to the bot?
        var (tenant, same) = (activity.Conversation?.TenantId, activity.ChannelData.Part("tenant").String("id"));
        if (tenant is not null && same is not null && !tenant.Equals(same, StringComparison.OrdinalIgnoreCase))
            return (activity, Because("two tenants", new(403, "Forbidden", "")));
        return settings.Value.Welcomes(tenant ?? same)
            ? (activity with { ProvedFor = settings.Value.AppId }, null)
            : (activity, Because("tenant not in Teams:Tenants", new(403, "Forbidden", "")));
    }

    private static Refusal? RefuseStranger(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from))
            return new(403, "Forbidden", "without an app id the bot talks to this machine only");
        // Another name for this machine may be a page of a foreign site (DNS rebinding) or a tunnel to the world.
        return Reach.IsThisMachine(context.Request.Host.Host)
            ? null
            : new(403, "Forbidden", $"without an app id the bot answers as localhost only, not as '{context.Request.Host.Host}'");
    }

    private Refusal? RefuseAddress(Activity activity)
    {
        if (activity.ServiceUrl is null) return null;
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            return new(400, "BadSyntax", "'serviceUrl' is not an address such as http://localhost:56150/_connector");
        return !settings.Value.IsAnonymous || Reach.IsThisMachine(url.Host) ? null : new(403, "Forbidden", $"'serviceUrl' names {url.Host}: without an app id the bot answers to this machine only");
    }

    private Refusal NotProved(HttpContext context, string reason)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Because(reason, new(401, "Unauthorized", ""));
    }

    private Refusal Because(string reason, Refusal refusal)
    {
        meter.CallerRefused(reason);
        Refused(log, refusal.Status, reason);
        return refusal;
    }

    private static string Reason(Exception? failure) => failure switch
    {
        SecurityTokenInvalidAudienceException => "token for another bot than Teams:AppId",
        SecurityTokenInvalidLifetimeException or SecurityTokenNoExpirationException => "token expired or not valid yet (by this machine's clock)",
        SecurityTokenSignatureKeyNotFoundException => "token signed with a key that is not the channel's",
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException => "token with a bad signature",
        SecurityTokenMalformedException => "no token but other text",
        _ => "not a token of the channel",
    };

    [LoggerMessage(5002, LogLevel.Warning, "A caller is refused ({Status}): {Reason}")]
    private static partial void Refused(ILogger log, int status, string reason);
}
