namespace ChatBot.Teams;

/// <summary>Which Microsoft cloud the bot is registered in.</summary>
public enum Cloud
{
    /// <summary>The usual one, and GCC.</summary>
    Public,

    /// <summary>GCC High and DoD.</summary>
    UsGovernment,

    /// <summary>Operated by 21Vianet. Whether Teams is to be had there is not promised.</summary>
    China,
}

/// <summary>Settings under <c>Teams</c>.</summary>
public sealed class TeamsSettings
{
    public const string Section = "Teams";

    /// <summary>The bot's app id: the Application (client) ID. Empty: anonymous, which is only for this machine (loopback).</summary>
    public string AppId { get; set; } = "";

    /// <summary>The Directory (tenant) ID of the app registration.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>One of three ways to prove to Entra who the bot is.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The second way: a PEM file with certificate and private key, or a PFX file.</summary>
    public string CertificatePath { get; set; } = "";

    public string CertificatePassword { get; set; } = "";

    /// <summary>The third way: a user-assigned managed identity, whose client id is <see cref="AppId"/>.</summary>
    public bool ManagedIdentity { get; set; }

    public Cloud Cloud { get; set; }

    /// <summary>Where the channel's signing keys are told, https. Empty: the cloud's own.</summary>
    public string OpenIdMetadata { get; set; } = "";

    /// <summary>Hosts the bot's token may go to: <c>name.example</c>, or <c>*.example.com</c> for all below. Empty: the cloud's own.</summary>
    public List<string> ServiceUrls { get; set; } = [];

    /// <summary>Tenants whose people may talk to the bot, <c>*</c> for all. Empty: only <see cref="TenantId"/>.</summary>
    public List<string> Tenants { get; set; } = [];

    /// <summary>How many questions of one conversation may wait for their turn. 1 to 100.</summary>
    public int MaxPendingPerConversation { get; set; } = 8;

    /// <summary>How many turns of all conversations together may be under way or wait. 1 to 100000.</summary>
    public int MaxPending { get; set; } = 5000;

    public bool IsAnonymous => string.IsNullOrWhiteSpace(AppId);

    internal bool Welcomes(string? tenant)
    {
        var welcome = Tenants.Count > 0 ? Tenants : [TenantId];
        return welcome.Contains("*") || (!string.IsNullOrEmpty(tenant) && welcome.Contains(tenant, StringComparer.OrdinalIgnoreCase));
    }
}
