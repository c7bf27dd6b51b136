using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace ChatBot.Teams.Tokens;

/// <summary>Gives each call to the connector the bot's token, and holds back the calls that must not have it: to a conversation that no
/// token proved, or to a host that is not the channel's. Without an app id nothing leaves this machine.</summary>
internal sealed partial class BotTokenHandler(
    IOptions<TeamsSettings> settings, ServiceHosts hosts, BotTokens tokens, TeamsMeter meter, ILogger<BotTokenHandler> log) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // 1 May it go there?
        if (Objection(request) is { } why)
        {
            HeldBack(log, request.RequestUri!.Host, why);
            throw new NotSentException(why);
        }

        if (settings.Value.IsAnonymous) return await base.SendAsync(request, cancellationToken);

        // 2 With the token that is there
        var token = await tokens.GetAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;

        // 3 Refused: once more with a new one
        response.Dispose();
        token = await tokens.InsteadOfAsync(token, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        response = await base.SendAsync(request, cancellationToken);
        var refused = response.StatusCode == HttpStatusCode.Unauthorized;
        meter.ConnectorRefused(mended: !refused);
        if (refused) Refused(log, request.RequestUri!.Host);
        return response;
    }

    private string? Objection(HttpRequestMessage request)
    {
        var url = request.RequestUri!;
        if (settings.Value.IsAnonymous) return Reach.IsThisMachine(url.Host) ? null : "not on this machine, and there is no app id";
        if (ServiceUrlHandler.To(request)?.ProvedFor != settings.Value.AppId) return "not proved by a token since this app id is set";
        return hosts.Allows(url) ? null : "not in Teams:ServiceUrls";
    }

    [LoggerMessage(5008, LogLevel.Warning, "Nothing is sent to a conversation at {Host}: {Why}")]
    private static partial void HeldBack(ILogger log, string host, string why);

    [LoggerMessage(5009, LogLevel.Error, "The connector at {Host} refuses the bot's token, also a new one (401): check that Teams:AppId is the one of the Azure Bot, and Teams:Cloud")]
    private static partial void Refused(ILogger log, string host);
}
