using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace ChatBot.Teams.Tokens;

/// <summary>The bot's own tokens for the connector. MSAL keeps them, and gets a new one 5 minutes before the end of the old one by the
/// machine's own clock; who asks at the same time shares one request.</summary>
internal sealed partial class BotTokens(IOptions<TeamsSettings> settings, Login login, TeamsMeter meter, TimeProvider time, ILogger<BotTokens> log)
{
    private static readonly TimeSpan Near = TimeSpan.FromDays(30);
    private static readonly TimeSpan BetweenTold = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private Func<bool, Task<AuthenticationResult>>? _entra;
    private Task<string>? _underway;
    private (string Refused, Task<string> Token)? _instead;
    private DateTimeOffset? _certificateEnds;
    private DateTimeOffset _told;

    /// <exception cref="NotSentException">There is none to be had; the log says why.</exception>
    public Task<string> GetAsync(CancellationToken stop)
    {
        lock (_lock)
        {
            if (_underway is null or { IsCompleted: true }) _underway = FetchAsync(anew: false);
            return _underway.WaitAsync(stop);
        }
    }

    /// <summary>Another one than the connector refused; one for all who were refused with it.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public async Task<string> InsteadOfAsync(string refused, CancellationToken stop)
    {
        if (await GetAsync(stop) is var token && token != refused) return token;
        Task<string> instead;
        lock (_lock)
        {
            // Who was refused with the same one may come when the new one is there already, and would else get yet another.
            if (_instead is not { } known || known.Refused != refused || known.Token.IsFaulted) _instead = known = (refused, FetchAsync(anew: true));
            instead = known.Token;
        }

        return await instead.WaitAsync(stop);
    }

    /// <summary>A new one from Entra, for who wants to know whether that works.</summary>
    /// <exception cref="Exception">Whatever MSAL throws; see <see cref="TokenTrouble"/>.</exception>
    public Task<AuthenticationResult> TryAsync() => Entra(true);

    private async Task<string> FetchAsync(bool anew)
    {
        await Task.Yield(); // Not inside the lock.
        try
        {
            var entra = Entra;
            TellOfItsEnd();
            var result = await entra(anew);
            if (result.AuthenticationResultMetadata.TokenSource == TokenSource.IdentityProvider) meter.TokenFetched(true);
            return result.AccessToken;
        }
        catch (Exception e)
        {
            var trouble = TokenTrouble.Of(e, settings.Value);
            meter.TokenFetched(false);
            None(log, trouble.What, trouble.Mend);
            throw new NotSentException("no token for the bot", e);
        }
    }

    private Func<bool, Task<AuthenticationResult>> Entra => _entra ??= settings.Value.ManagedIdentity ? OfIdentity() : OfRegistration();

    private Func<bool, Task<AuthenticationResult>> OfRegistration()
    {
        var own = settings.Value;
        var cloud = CloudAddresses.Of(own.Cloud);
        var builder = ConfidentialClientApplicationBuilder.Create(own.AppId)
            .WithAuthority($"{cloud.Login}/{own.TenantId}")
            .WithInstanceDiscovery(false) // These authorities are known.
            .WithHttpClientFactory(login);
        if (own.ClientSecret != "") builder = builder.WithClientSecret(own.ClientSecret);
        else
        {
            var certificate = BotCertificate.Load(own.CertificatePath, own.CertificatePassword);
            _certificateEnds = certificate.NotAfter.ToUniversalTime();
            builder = builder.WithCertificate(certificate);
        }

        var app = builder.Build();
        return anew => app.AcquireTokenForClient([cloud.Scope]).WithForceRefresh(anew).ExecuteAsync();
    }

    private Func<bool, Task<AuthenticationResult>> OfIdentity()
    {
        var resource = CloudAddresses.Of(settings.Value.Cloud).Resource;
        var app = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(settings.Value.AppId))
            .WithHttpClientFactory(login).Build();
        return anew => app.AcquireTokenForManagedIdentity(resource).WithForceRefresh(anew).ExecuteAsync();
    }

    /// <summary>Of the certificate, while there is time to get another one: once a day, as the bot would fall silent overnight.</summary>
    private void TellOfItsEnd()
    {
        var now = time.GetUtcNow();
        if (_certificateEnds is not { } end || end - now > Near) return;
        lock (_lock)
        {
            if (now - _told < BetweenTold) return;
            _told = now;
        }

        CertificateEnds(log, end < now ? "has ended" : "ends", end);
    }

    [LoggerMessage(5015, LogLevel.Warning, "The bot's certificate (Teams:CertificatePath) {Ends} on {End:yyyy-MM-dd}: without a new one it cannot speak")]
    private static partial void CertificateEnds(ILogger log, string ends, DateTimeOffset end);

    [LoggerMessage(5010, LogLevel.Error, "The bot gets no token, so it cannot speak: {What}. {Mend}")]
    private static partial void None(ILogger log, string what, string mend);
}
