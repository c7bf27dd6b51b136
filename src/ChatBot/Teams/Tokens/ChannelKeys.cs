using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Teams.Tokens;

/// <summary>The keys that sign the channel's tokens: RSA keys endorsed for Teams, from the OpenID metadata. Read when first needed and
/// then once a day; for a key that is not known again, though at most once an hour. When that fails the old ones stay in force.</summary>
/// <remarks>IdentityModel's own keeper of metadata has a clock of its own, and keeps quiet about what failed.</remarks>
internal sealed partial class ChannelKeys : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenUnknown = TimeSpan.FromHours(1);
    private static readonly TimeSpan AgainWithOld = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AgainWithNone = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1);
    private readonly HttpDocumentRetriever _documents;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private OpenIdConnectConfiguration? _known;
    private long _due; // Ticks, as it is read while another thread writes it.
    private long _asked;

    public ChannelKeys(IOptions<TeamsSettings> settings, IHttpClientFactory http, TimeProvider time, ILogger<ChannelKeys> log)
    {
        var own = settings.Value.OpenIdMetadata;
        MetadataAddress = own != "" ? own : CloudAddresses.Of(settings.Value.Cloud).OpenIdMetadata;
        UseLastKnownGoodConfiguration = false;
        _documents = new HttpDocumentRetriever(http.CreateClient(Login.Client))
        {
            RequireHttps = !MetadataAddress.StartsWith("http://", StringComparison.OrdinalIgnoreCase),
        };
        (_time, _log) = (time, log);
    }

    /// <summary>False: nobody can be proved just now.</summary>
    public bool AreKnown => _known is not null;

    private long Now => _time.GetUtcNow().UtcTicks;

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) => await GetConfigurationAsync(cancel);

    /// <exception cref="InvalidOperationException">They were never read, and cannot be read now.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_known is { } fresh && Now < _due) return fresh;
        await _one.WaitAsync(cancel);
        try
        {
            // Whoever was here before may have read them.
            if (Now >= _due) await ReadAsync(cancel);
        }
        finally
        {
            _one.Release();
        }

        return _known ?? throw new InvalidOperationException($"No signing keys from {MetadataAddress}");
    }

    /// <summary>A token is signed with a key that is not known.</summary>
    public override void RequestRefresh()
    {
        var now = Now;
        if (now - _asked < BetweenUnknown.Ticks) return;
        (_asked, _due) = (now, now);
    }

    /// <summary>Reads them now, for who wants to know whether that works; what is in force stays as it is.</summary>
    public async Task<OpenIdConnectConfiguration> TryAsync(CancellationToken cancel)
    {
        var read = await OpenIdConnectConfigurationRetriever.GetAsync(MetadataAddress, _documents, cancel);
        read.SigningKeys.Clear();
        foreach (var key in read.JsonWebKeySet.Keys.Where(IsGood)) read.SigningKeys.Add(key);
        return read.SigningKeys.Count > 0 ? read : throw new InvalidOperationException("no key there is endorsed for Teams");
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        try
        {
            _known = await TryAsync(cancel);
            _due = Now + FreshFor.Ticks;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            _due = Now + (AreKnown ? AgainWithOld : AgainWithNone).Ticks;
            if (AreKnown) StayOld(_log, e, MetadataAddress);
            else None(_log, e, MetadataAddress);
        }
    }

    private static bool IsGood(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0 } && key.Use is null or "" or "sig"
        && key.AdditionalData.TryGetValue("endorsements", out var value)
        && value is JsonElement { ValueKind: JsonValueKind.Array } endorsed
        && endorsed.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.String && e.ValueEquals(ChannelToken.Channel));

    public void Dispose() => _one.Dispose();

    [LoggerMessage(5011, LogLevel.Warning, "The channel's signing keys cannot be read anew from {Address}: the old ones stay in force")]
    private static partial void StayOld(ILogger log, Exception e, string address);

    [LoggerMessage(5012, LogLevel.Error, "The channel's signing keys cannot be read from {Address}: until they are, nobody can talk to the bot")]
    private static partial void None(ILogger log, Exception e, string address);
}
