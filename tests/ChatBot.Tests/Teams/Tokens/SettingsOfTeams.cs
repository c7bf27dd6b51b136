using ChatBot.Teams;
using ChatBot.Teams.Tokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Teams.Tokens;

/// <summary>Settings that cannot work are told with their key; and which hosts get the bot's token.</summary>
public class SettingsOfTeams
{
    private const string App = "AppId=11111111-1111-1111-1111-111111111111";
    private const string Good = App + " TenantId=22222222-2222-2222-2222-222222222222 ClientSecret=hush";

    [Theory]
    [InlineData("")]
    [InlineData(Good)]
    [InlineData(App + " TenantId=22222222-2222-2222-2222-222222222222 ManagedIdentity=true")]
    [InlineData(App + " ManagedIdentity=true Tenants:0=*")]
    [InlineData(Good + " ServiceUrls:0=*.botframework.com ServiceUrls:1=127.0.0.1 Tenants:0=* Cloud=China OpenIdMetadata=https://keys.example/x")]
    [InlineData(Good + " OpenIdMetadata=http://127.0.0.1:9/x")]
    public void These_work(string settings) => Assert.Empty(Faults(settings));

    [Theory]
    [InlineData("ClientSecret=hush", "Teams:ClientSecret is set but Teams:AppId is not")]
    [InlineData("TenantId=22222222-2222-2222-2222-222222222222", "Teams:TenantId is set but Teams:AppId is not")]
    [InlineData("ManagedIdentity=true", "Teams:ManagedIdentity is set but Teams:AppId is not")]
    [InlineData("AppId=bot TenantId=22222222-2222-2222-2222-222222222222 ClientSecret=hush", "Teams:AppId is no app id")]
    [InlineData(App + " ClientSecret=hush", "Teams:TenantId is empty")]
    [InlineData(App + " ClientSecret=hush TenantId=contoso.com", "Teams:TenantId is no tenant id")]
    [InlineData(App + " ManagedIdentity=true", "Teams:Tenants")]
    [InlineData(App + " TenantId=22222222-2222-2222-2222-222222222222", "set one of Teams:ClientSecret, Teams:CertificatePath and Teams:ManagedIdentity=true")]
    [InlineData(Good + " ManagedIdentity=true", "Teams:ClientSecret and Teams:ManagedIdentity are set: keep one")]
    [InlineData(Good + " CertificatePassword=hush", "Teams:CertificatePassword is set but Teams:CertificatePath is not")]
    [InlineData(App + " TenantId=22222222-2222-2222-2222-222222222222 CertificatePath=/nowhere/bot.pfx", "Teams:CertificatePath '/nowhere/bot.pfx' cannot be read")]
    [InlineData(App + " TenantId=22222222-2222-2222-2222-222222222222 CertificatePath=CLEARTEXT", "cannot be opened")]
    [InlineData(App + " TenantId=22222222-2222-2222-2222-222222222222 CertificatePath=ONLYPUBLIC", "Teams:CertificatePath")]
    [InlineData(Good + " OpenIdMetadata=http://keys.example/x", "Teams:OpenIdMetadata is no https address")]
    [InlineData(Good + " OpenIdMetadata=keys", "Teams:OpenIdMetadata is no https address")]
    [InlineData(Good + " ServiceUrls:0=*", "Teams:ServiceUrls:0 is '*'")]
    [InlineData(Good + " ServiceUrls:0=*.com", "Teams:ServiceUrls:0 is '*.com'")]
    [InlineData(Good + " ServiceUrls:0=https://smba.trafficmanager.net", "Teams:ServiceUrls:0 is 'https://smba.trafficmanager.net'")]
    [InlineData(Good + " ServiceUrls:0=smba.trafficmanager.net/emea", "Teams:ServiceUrls:0")]
    [InlineData(Good + " ServiceUrls:0=smba.*.net", "Teams:ServiceUrls:0")]
    [InlineData(Good + " Tenants:0=contoso.com", "Teams:Tenants:0 is 'contoso.com'")]
    [InlineData(Good + " Cloud=7", "Teams:Cloud must be Public, UsGovernment or China")]
    public void These_do_not_and_the_message_names_the_key(string settings, string told)
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-");
        string clear = Path.Combine(folder.FullName, "clear"), key = Path.Combine(folder.FullName, "public");
        File.WriteAllText(clear, "no certificate");
        File.WriteAllText(key, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

        var faults = Faults(settings.Replace("CLEARTEXT", clear, StringComparison.Ordinal).Replace("ONLYPUBLIC", key, StringComparison.Ordinal));
        folder.Delete(recursive: true);

        Assert.Contains(faults, fault => fault.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain(faults, fault => fault.Contains("hush", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Public", "https://smba.trafficmanager.net/emea/", true)]
    [InlineData("Public", "https://SMBA.trafficmanager.net", true)]
    [InlineData("Public", "https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("Public", "https://webchat.botframework.com/", true)]
    [InlineData("Public", "https://botframework.com/", false)]
    [InlineData("Public", "https://evilbotframework.com/", false)]
    [InlineData("Public", "https://botframework.com.evil.example/", false)]
    [InlineData("Public", "https://other.trafficmanager.net/", false)]
    [InlineData("Public", "http://smba.trafficmanager.net/", false)]
    [InlineData("Public", "https://smba.trafficmanager.net:8443/", false)]
    [InlineData("Public", "https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("Public", "https://smba.trafficmanager.net.@evil.example/", false)]
    [InlineData("Public", "https://smba.trafficmanager.net\u3002evil.example/", false)]
    [InlineData("Public", "https://smba.trafficmanager.net./", false)]
    [InlineData("Public", "https://webchat.botframework.com./", false)]
    [InlineData("Public", "https://smb\u0430.trafficmanager.net/", false)]
    [InlineData("Public", "https://xn--smb-5cd.trafficmanager.net/", false)]
    [InlineData("Public", "https://evil.example/.botframework.com", false)]
    [InlineData("Public", "https://evil.example#.botframework.com", false)]
    [InlineData("Public", "https://smba.trafficmanager.net:443/emea", true)]
    [InlineData("Public", "https://smba.trafficmanager.net:80/", false)]
    [InlineData("Public", "wss://smba.trafficmanager.net/", false)]
    [InlineData("Public", "https://[::1]/", false)]
    [InlineData("Public", "https://[::ffff:127.0.0.1]/", false)]
    [InlineData("Public", "https://localhost/", false)]
    [InlineData("Public", "http://127.0.0.1/", false)]
    [InlineData("Public", "https://smba.infra.gov.teams.microsoft.us/", false)]
    [InlineData("UsGovernment", "https://smba.infra.gov.teams.microsoft.us/gcch", true)]
    [InlineData("UsGovernment", "https://smba.trafficmanager.net/", false)]
    [InlineData("China", "https://frontend.botapi.msg.infra.teams.microsoftonline.cn/", true)]
    [InlineData("China", "https://directline.botframework.azure.cn/", true)]
    [InlineData("China", "https://smba.trafficmanager.net/", false)]
    public void The_token_goes_to_the_clouds_own_hosts(string cloud, string url, bool goes) =>
        Assert.Equal(goes, new ServiceHosts(Options.Create(Settings($"Cloud={cloud}"))).Allows(new Uri(url)));

    [Theory]
    [InlineData("Public", "https://api.botframework.com", "https://login.microsoftonline.com")]
    [InlineData("UsGovernment", "https://api.botframework.us", "https://login.microsoftonline.us")]
    [InlineData("China", "https://api.botframework.azure.cn", "https://login.partner.microsoftonline.cn")]
    public void Each_cloud_has_addresses_of_its_own(string cloud, string issuer, string login)
    {
        var addresses = CloudAddresses.Of(Enum.Parse<Cloud>(cloud));

        Assert.Equal((issuer, login, $"{issuer}/.default"), (addresses.Issuer, addresses.Login, addresses.Scope));
        Assert.EndsWith("/v1/.well-known/openidconfiguration", addresses.OpenIdMetadata);
        Assert.All(addresses.ServiceHosts, host => Assert.True(ServiceHosts.IsPattern(host)));
    }

    private static IEnumerable<string> Faults(string settings) => new TeamsSettingsCheck().Validate(null, Settings(settings)).Failures ?? [];

    private static TeamsSettings Settings(string settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create(s[0], (string?)s[1])))
        .Build().Get<TeamsSettings>() ?? new();
}
