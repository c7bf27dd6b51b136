using System.Security.Cryptography;
using ChatBot.Teams.Tokens;
using Microsoft.Extensions.Options;

namespace ChatBot.Teams;

/// <summary>Names the key and the mend of every setting that cannot work. Never repeats a secret.</summary>
internal sealed class TeamsSettingsCheck : IValidateOptions<TeamsSettings>
{
    public ValidateOptionsResult Validate(string? name, TeamsSettings options)
    {
        string[] wrong = [.. WrongNumbers(options), .. options.IsAnonymous ? Alone(options) : Wrong(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> WrongNumbers(TeamsSettings s)
    {
        if (s.MaxPendingPerConversation is < 1 or > 100)
            yield return $"Teams:MaxPendingPerConversation is {s.MaxPendingPerConversation}: write a number from 1 to 100";
        if (s.MaxPending is < 1 or > 100_000) yield return $"Teams:MaxPending is {s.MaxPending}: write a number from 1 to 100000";
        if (!Enum.IsDefined(s.Cloud)) yield return "Teams:Cloud must be Public, UsGovernment or China";
    }

    /// <summary>Who sets one of these means a bot with an app id, and would not want an anonymous one.</summary>
    private static IEnumerable<string> Alone(TeamsSettings s)
    {
        (string Key, bool IsSet)[] others =
        [
            ("TenantId", s.TenantId != ""), ("ClientSecret", s.ClientSecret != ""), ("CertificatePath", s.CertificatePath != ""),
            ("CertificatePassword", s.CertificatePassword != ""), ("ManagedIdentity", s.ManagedIdentity),
        ];
        return from other in others
               where other.IsSet
               select $"Teams:{other.Key} is set but Teams:AppId is not: set Teams:AppId to the bot's Application (client) ID, or remove Teams:{other.Key}";
    }

    private static IEnumerable<string> Wrong(TeamsSettings s)
    {
        if (!IsId(s.AppId)) yield return "Teams:AppId is no app id: write the Application (client) ID of the bot's app registration, as 00000000-0000-0000-0000-000000000000";
        if (s.TenantId is "" && !s.ManagedIdentity)
            yield return "Teams:TenantId is empty: set it to the Directory (tenant) ID of the bot's app registration";
        else if (s.TenantId is "" && s.Tenants.Count == 0)
            yield return "Teams:TenantId is empty, so nobody may talk to the bot: set it to your Directory (tenant) ID, or name tenants in Teams:Tenants";
        else if (s.TenantId is not "" && !IsId(s.TenantId))
            yield return "Teams:TenantId is no tenant id: write the Directory (tenant) ID, as 00000000-0000-0000-0000-000000000000";
        foreach (var fault in WrongCredentials(s).Concat(WrongPlaces(s))) yield return fault;
    }

    private static IEnumerable<string> WrongCredentials(TeamsSettings s)
    {
        string[] set =
        [
            .. s.ClientSecret != "" ? (string[])["Teams:ClientSecret"] : [],
            .. s.CertificatePath != "" ? (string[])["Teams:CertificatePath"] : [],
            .. s.ManagedIdentity ? (string[])["Teams:ManagedIdentity"] : [],
        ];
        if (set.Length == 0)
            yield return "Teams:AppId is set, but nothing to prove it with: set one of Teams:ClientSecret, Teams:CertificatePath and Teams:ManagedIdentity=true";
        if (set.Length > 1) yield return $"{string.Join(" and ", set)} are set: keep one of them";
        if (s.CertificatePassword != "" && s.CertificatePath == "")
            yield return "Teams:CertificatePassword is set but Teams:CertificatePath is not: set the path of the certificate, or remove the password";
        if (CertificateProblem(s) is { } problem) yield return problem;
    }

    private static string? CertificateProblem(TeamsSettings s)
    {
        if (s.CertificatePath == "") return null;
        try
        {
            using var certificate = BotCertificate.Load(s.CertificatePath, s.CertificatePassword);
            return certificate.HasPrivateKey ? null
                : $"Teams:CertificatePath '{s.CertificatePath}' holds no private key: give a PFX file, or a PEM file with the certificate and its key";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Teams:CertificatePath '{s.CertificatePath}' cannot be read: give the path of a file that the bot may read";
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return $"Teams:CertificatePath '{s.CertificatePath}' cannot be opened: give a PFX file or a PEM file with certificate and private key, and its password in Teams:CertificatePassword";
        }
    }

    private static IEnumerable<string> WrongPlaces(TeamsSettings s)
    {
        if (s.OpenIdMetadata != "" && !(Uri.TryCreate(s.OpenIdMetadata, UriKind.Absolute, out var url) && url.UserInfo == ""
            && (url.Scheme == "https" || (url.Scheme == "http" && Reach.IsThisMachine(url.Host)))))
            yield return "Teams:OpenIdMetadata is no https address: leave it empty for the cloud's own, such as https://login.botframework.com/v1/.well-known/openidconfiguration";
        for (var i = 0; i < s.ServiceUrls.Count; i++)
        {
            if (!ServiceHosts.IsPattern(s.ServiceUrls[i]))
                yield return $"Teams:ServiceUrls:{i} is '{s.ServiceUrls[i]}': write a host without scheme and path, such as smba.trafficmanager.net or *.botframework.com";
        }

        for (var i = 0; i < s.Tenants.Count; i++)
        {
            if (s.Tenants[i] != "*" && !IsId(s.Tenants[i]))
                yield return $"Teams:Tenants:{i} is '{s.Tenants[i]}': write a Directory (tenant) ID, or * for every tenant";
        }
    }

    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out _);
}
