using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatBot.Teams;

/// <summary>Who can reach the bot. Without an app id it listens on this machine only, whatever address was asked for.</summary>
/// <param name="Anonymous">There is no app id.</param>
/// <param name="Urls">Where it listens.</param>
/// <param name="Line">For whoever started it: what that means, and which addresses were asked for and are not used.</param>
public sealed record Reach(bool Anonymous, IReadOnlyList<string> Urls, string Line)
{
    public const string DefaultUrl = "http://localhost:3978";

    internal static Reach Of(IConfiguration configuration)
    {
        var asked = Asked(configuration);
        if (!string.IsNullOrWhiteSpace(configuration[$"{TeamsSettings.Section}:{nameof(TeamsSettings.AppId)}"]))
            return new(false, asked, "Callers prove themselves with the channel's token.");

        var here = Array.ConvertAll(asked, Here);
        var moved = asked.Zip(here).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.Second} instead of {pair.First}");
        return new(true, here, $"Anonymous (Teams:AppId is empty), so for this machine only: {string.Join(", ", moved.DefaultIfEmpty("loopback"))}.");
    }

    internal void Apply(WebApplication app)
    {
        foreach (var url in Urls) app.Urls.Add(url);
        // Otherwise endpoints of a configuration section Kestrel would win, and they may be anywhere.
        if (Anonymous && app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>() is { } addresses)
            addresses.PreferHostingUrls = true;
    }

    private static string Here(string asked)
    {
        var address = BindingAddress.Parse(asked);
        if (address.IsUnixPipe || address.IsNamedPipe || IsThisMachine(address.Host)) return asked;
        // Kestrel picks no free port for a name, only for an address.
        return $"{address.Scheme}://{(address.Port == 0 ? "127.0.0.1" : "localhost")}:{address.Port}";
    }

    /// <summary>A loopback address or the name localhost; other names mean whatever somebody makes them mean.</summary>
    internal static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string[] Asked(IConfiguration configuration)
    {
        if (Split(configuration[WebHostDefaults.ServerUrlsKey]) is { Length: > 0 } urls) return urls;
        string[] ports =
        [
            .. Split(configuration[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}"),
            .. Split(configuration[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}"),
        ];
        return ports.Length > 0 ? ports : [DefaultUrl];
    }

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
