using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace ChatBot.Teams.Tokens;

/// <summary>The hosts that may get the bot's token: <c>Teams:ServiceUrls</c>, or those of the cloud.</summary>
internal sealed partial class ServiceHosts(IOptions<TeamsSettings> settings)
{
    private readonly IReadOnlyList<string> _patterns = settings.Value.ServiceUrls is { Count: > 0 } own
        ? own
        : CloudAddresses.Of(settings.Value.Cloud).ServiceHosts;

    /// <summary>Over https, at its usual port; only this machine, where it is named, may do without.</summary>
    public bool Allows(Uri url) =>
        url.UserInfo.Length == 0
        && ((url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort) || Reach.IsThisMachine(url.Host))
        && _patterns.Any(pattern => Matches(pattern, url.IdnHost));

    private static bool Matches(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > pattern.Length - 1 && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    public static bool IsPattern(string text) => Pattern().IsMatch(text);

    /// <summary>A name or an address; what begins with a star has two more parts at least, as all of a top domain is nobody's.</summary>
    [GeneratedRegex(@"^(\*\.[A-Za-z0-9-]+\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$")]
    private static partial Regex Pattern();
}
