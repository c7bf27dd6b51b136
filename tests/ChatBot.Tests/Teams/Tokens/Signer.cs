using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ChatBot.Tests.Teams.Tokens;

/// <summary>Somebody who signs tokens.</summary>
internal sealed record Signer(string Kid, RSA Rsa)
{
    public string Sign(Dictionary<string, object> claims, string alg = "RS256", string? kid = "own", Func<byte[], byte[]>? signature = null)
    {
        var header = new Dictionary<string, object> { ["typ"] = "JWT", ["alg"] = alg };
        if (kid is not null) header["kid"] = kid == "own" ? Kid : kid;
        var text = $"{Part(header)}.{Part(claims)}";
        signature ??= bytes => Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64UrlEncoder.Encode(signature(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Part(Dictionary<string, object> part) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(part));
}
