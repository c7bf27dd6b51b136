using System.Text.RegularExpressions;
using Microsoft.Identity.Client;

namespace ChatBot.Teams.Tokens;

/// <summary>Why there is no token, in words that name the setting. Nothing of the request or its answer is in them but Entra's code.</summary>
internal sealed partial record TokenTrouble(string What, string Mend)
{
    public static TokenTrouble Of(Exception e, TeamsSettings settings) => Code(e) switch
    {
        "7000215" => new("Entra refuses the client secret (AADSTS7000215)",
            "Teams:ClientSecret is wrong: copy the secret's value, not its id, from the app registration, or make a new one."),
        "7000222" => new("the client secret has expired (AADSTS7000222)", "Make a new secret in the app registration and set Teams:ClientSecret."),
        "7000216" => new("Entra wants a secret or certificate and got neither (AADSTS7000216)", "Set Teams:ClientSecret or Teams:CertificatePath."),
        "700016" => new("Entra does not know this app in this tenant (AADSTS700016)",
            "Check Teams:AppId and Teams:TenantId: the app registration must be in that tenant."),
        "90002" or "900023" => new("Entra does not know this tenant (AADSTS90002)", "Check Teams:TenantId, and Teams:Cloud if it is not the public one."),
        "700027" => new("Entra does not know the certificate (AADSTS700027)",
            "Upload the certificate of Teams:CertificatePath to the app registration (Certificates & secrets), or give the one that is there."),
        "7000112" => new("the app is disabled in the tenant (AADSTS7000112)", "Enable the enterprise application of Teams:AppId in Entra."),
        "500011" => new("Entra does not know the Bot Framework in this tenant (AADSTS500011)", "Check Teams:Cloud and Teams:TenantId."),
        { } code => new($"Entra refuses (AADSTS{code})", "Look the code up at https://login.microsoftonline.com/error, and check Teams:AppId, TenantId and the credentials."),
        null when settings.ManagedIdentity => new($"the machine's managed identity endpoint gives no token ({(e as MsalException)?.ErrorCode ?? e.GetType().Name})",
            "Teams:ManagedIdentity works on Azure only: assign the user-assigned identity whose client id is Teams:AppId to this machine, or use Teams:ClientSecret or Teams:CertificatePath."),
        null => Other(e),
    };

    private static TokenTrouble Other(Exception e) => e switch
    {
        HttpRequestException or { InnerException: HttpRequestException } => new("Entra cannot be reached",
            "Check the network, the proxy (HTTPS_PROXY) and the firewall: https to the login host of Teams:Cloud must be allowed."),
        MsalServiceException { ErrorCode: MsalError.RequestTimeout } or OperationCanceledException or { InnerException: OperationCanceledException } =>
            new("Entra does not answer in time", "Check the network, the proxy (HTTPS_PROXY) and the firewall, and try again."),
        MsalServiceException { StatusCode: >= 500 } service => new($"Entra answers {service.StatusCode} ({service.ErrorCode})", "Try again later."),
        MsalException msal => new($"no token ({msal.ErrorCode})", "Check Teams:AppId, TenantId and the credentials."),
        _ => new($"no token ({e.GetType().Name})", "Check Teams:AppId, TenantId and the credentials."),
    };

    private static string? Code(Exception e) =>
        e is MsalServiceException && AadSts().Match(e.Message) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"AADSTS(\d{4,8})")]
    private static partial Regex AadSts();
}
