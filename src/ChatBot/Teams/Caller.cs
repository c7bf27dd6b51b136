using System.Net;
using Microsoft.Extensions.Options;

namespace ChatBot.Teams;

/// <summary>Who may call. This is the one place where a caller is proven: the token of the channel will be checked here
/// (settings refuse an app id until then, see <see cref="TeamsSettings"/>). Without an app id only this machine may.</summary>
internal sealed class Caller(IOptions<TeamsSettings> settings)
{
    /// <summary>Asked before the body is read.</summary>
    public Refusal? Refuse(HttpContext context)
    {
        if (!settings.Value.IsAnonymous) return new(401, "Unauthorized", "tokens cannot be checked yet");
        if (context.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from))
            return new(403, "Forbidden", "without an app id the bot talks to this machine only");
        // Another name for this machine may be a page of a foreign site (DNS rebinding) or a tunnel to the world.
        return Reach.IsThisMachine(context.Request.Host.Host)
            ? null
            : new(403, "Forbidden", $"without an app id the bot answers as localhost only, not as '{context.Request.Host.Host}'");
    }

    /// <summary>Asked before anything is sent to the activity's service URL.</summary>
    public Refusal? Refuse(Activity activity)
    {
        if (activity.ServiceUrl is null) return null;
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")
            || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            return new(400, "BadSyntax", "'serviceUrl' is not an address such as http://localhost:56150/_connector");
        return !settings.Value.IsAnonymous || Reach.IsThisMachine(url.Host) ? null : new(403, "Forbidden", $"'serviceUrl' names {url.Host}: without an app id the bot answers to this machine only");
    }
}
