namespace ChatBot.Teams.Tokens;

/// <summary>What differs between Microsoft's clouds, as Microsoft's Teams SDK has it (its presets, version 2.1).</summary>
/// <param name="Issuer">Of the channel's tokens.</param>
/// <param name="OpenIdMetadata">Where the keys that sign them are told.</param>
/// <param name="Resource">What the bot's own tokens are for.</param>
/// <param name="Login">Entra.</param>
/// <param name="ServiceHosts">Where Teams and the Bot Connector take the bot's messages.</param>
internal sealed record CloudAddresses(string Issuer, string OpenIdMetadata, string Resource, string Login, IReadOnlyList<string> ServiceHosts)
{
    public string Scope => $"{Resource}/.default";

    public static CloudAddresses Of(Cloud cloud) => cloud switch
    {
        Cloud.UsGovernment => Named("api.botframework.us", "login.botframework.azure.us", "login.microsoftonline.us",
            "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us", "*.botframework.azure.us"),
        Cloud.China => Named("api.botframework.azure.cn", "login.botframework.azure.cn", "login.partner.microsoftonline.cn",
            "frontend.botapi.msg.infra.teams.microsoftonline.cn", "*.botframework.azure.cn"),
        _ => Named("api.botframework.com", "login.botframework.com", "login.microsoftonline.com",
            "smba.trafficmanager.net", "smba.onyx.prod.teams.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "*.botframework.com"),
    };

    private static CloudAddresses Named(string api, string keys, string login, params string[] serviceHosts) =>
        new($"https://{api}", $"https://{keys}/v1/.well-known/openidconfiguration", $"https://{api}", $"https://{login}", serviceHosts);
}
