using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ChatBot.Monitoring;

/// <summary>On-premises servers often have a certificate of a private CA: that CA, and only it, can be trusted.
/// The chain and the host name are still checked by the runtime; there is no way to accept anything.</summary>
internal static class PinnedCertificate
{
    public static X509Certificate2Collection Load(string file)
    {
        var pinned = new X509Certificate2Collection();
        var text = File.ReadAllText(file);
        if (text.Contains("-----BEGIN", StringComparison.Ordinal)) pinned.ImportFromPem(text);
        else pinned.Add(X509CertificateLoader.LoadCertificateFromFile(file));
        return pinned;
    }

    public static SslClientAuthenticationOptions Trust(string? file)
    {
        if (string.IsNullOrEmpty(file)) return new SslClientAuthenticationOptions();
        // A private CA rarely publishes revocation lists, and asking for them would need the internet.
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.AddRange(Load(file));
        return new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
    }
}
