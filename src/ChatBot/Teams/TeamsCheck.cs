using ChatBot.Teams.Tokens;
using Microsoft.Extensions.Options;

namespace ChatBot.Teams;

/// <summary>How one check went: <paramref name="Mend"/> says what to do when it is not <paramref name="Ok"/>.</summary>
public sealed record TeamsCheckResult(string What, bool Ok, string Detail, string? Mend);

/// <summary>Really gets a token for the bot and the keys of the channel's tokens. Shows no secret.</summary>
public sealed class TeamsCheck
{
    private readonly TeamsSettings _settings;
    private readonly BotTokens _tokens;
    private readonly ChannelKeys _keys;
    private readonly TimeProvider _time;

    internal TeamsCheck(IOptions<TeamsSettings> settings, BotTokens tokens, ChannelKeys keys, TimeProvider time) =>
        (_settings, _tokens, _keys, _time) = (settings.Value, tokens, keys, time);

    public async Task<IReadOnlyList<TeamsCheckResult>> RunAsync(CancellationToken stop) => _settings.IsAnonymous
        ? [new("teams", true, "anonymous, so for this machine only: Teams:AppId is not set", null)]
        : [await TokenAsync(stop), await KeysAsync(stop)];

    private async Task<TeamsCheckResult> TokenAsync(CancellationToken stop)
    {
        var who = $"app {_settings.AppId}, tenant {(_settings.TenantId is "" ? "not set" : _settings.TenantId)}, {_settings.Cloud} cloud, {Credentials()}";
        try
        {
            var token = await _tokens.TryAsync().WaitAsync(stop);
            return new("teams", true, FormattableString.Invariant($"{who}; token until {token.ExpiresOn.UtcDateTime:HH:mm} UTC"), null);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            var trouble = TokenTrouble.Of(e, _settings);
            return new("teams", false, $"{who}; no token: {trouble.What}", trouble.Mend);
        }
    }

    private string Credentials()
    {
        if (_settings.ManagedIdentity) return "managed identity";
        if (_settings.ClientSecret is not "") return "client secret set";
        using var certificate = BotCertificate.Load(_settings.CertificatePath, _settings.CertificatePassword);
        var end = certificate.NotAfter.ToUniversalTime();
        return FormattableString.Invariant(
            $"certificate {certificate.Thumbprint}, {(end < _time.GetUtcNow() ? "EXPIRED on" : "valid until")} {end:yyyy-MM-dd}");
    }

    private async Task<TeamsCheckResult> KeysAsync(CancellationToken stop)
    {
        try
        {
            var keys = await _keys.TryAsync(stop);
            return new("teams keys", true, $"{keys.SigningKeys.Count} signing keys of the channel at {_keys.MetadataAddress}", null);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            return new("teams keys", false, $"{_keys.MetadataAddress} gives no signing keys ({(e.InnerException ?? e).GetType().Name})",
                "Check the network, the proxy (HTTPS_PROXY) and the firewall, then Teams:Cloud and Teams:OpenIdMetadata.");
        }
    }
}
