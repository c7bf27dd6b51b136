using System.Security.Cryptography.X509Certificates;

namespace ChatBot.Teams.Tokens;

/// <summary>The certificate with which the bot proves itself to Entra.</summary>
internal static class BotCertificate
{
    /// <param name="path">PFX; or PEM with the certificate and its key, which may be encrypted.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It is neither, or the password is wrong.</exception>
    public static X509Certificate2 Load(string path, string password)
    {
        if (!File.ReadAllText(path).Contains("-----BEGIN", StringComparison.Ordinal)) return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        return password == "" ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
    }
}
