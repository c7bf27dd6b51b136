using System.Security.Cryptography;
using System.Text;

namespace ChatBot.Monitoring;

/// <summary>The contact centre's C2 signature, <c>auth-v2</c>: percent-encoded, not hashed, payload.</summary>
internal static class Signature
{
    /// <param name="accessKey">AK; goes in the clear.</param>
    /// <param name="secretKey">SK; the key.</param>
    /// <param name="timestamp">UTC, ISO 8601 with <c>Z</c>.</param>
    /// <param name="method">Upper case.</param>
    /// <param name="path">As sent, without the query, not encoded again.</param>
    /// <param name="query">Names and values in the clear.</param>
    /// <param name="headers">Lower-case names with the values as sent.</param>
    /// <param name="body">The exact bytes sent; empty when there is none.</param>
    /// <param name="emptyQueryLine">Whether a request without a query has an empty line in its place.</param>
    /// <returns>The whole value of the <c>Authorization</c> header.</returns>
    public static string Of(string accessKey, string secretKey, string timestamp, string method, string path,
        IEnumerable<KeyValuePair<string, string>> query, IEnumerable<KeyValuePair<string, string>> headers,
        ReadOnlySpan<byte> body, bool emptyQueryLine)
    {
        var sorted = headers.OrderBy(h => h.Key, StringComparer.Ordinal).ToList();
        var names = string.Join(';', sorted.Select(h => h.Key));
        var prefix = $"auth-v2/{accessKey}/{timestamp}/{names}";
        var key = Hmac(secretKey, prefix);

        var canonical = new StringBuilder(256 + body.Length * 2).Append(method).Append('\n').Append(path).Append('\n');
        var parameters = query.Select(q => $"{Encoded(q.Key)}={Encoded(q.Value)}").Order(StringComparer.Ordinal).ToList();
        if (parameters.Count > 0 || emptyQueryLine) canonical.AppendJoin('&', parameters).Append('\n');
        canonical.Append(names).Append('\n');
        canonical.AppendJoin('\n', sorted.Select(h => $"{Encoded(h.Key)}:{Encoded(h.Value)}").Order(StringComparer.Ordinal)).Append('\n');
        Encode(body, canonical);
        return $"{prefix}/{Hmac(key, canonical.ToString())}";
    }

    private static string Hmac(string key, string message) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(message)));

    private static string Encoded(string text)
    {
        var into = new StringBuilder(text.Length * 2);
        Encode(Encoding.UTF8.GetBytes(text), into);
        return into.ToString();
    }

    // Letters, digits and - . _ ~ stay; every other byte becomes %XX in upper case.
    private static void Encode(ReadOnlySpan<byte> bytes, StringBuilder into)
    {
        foreach (var b in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~') into.Append((char)b);
            else into.Append('%').Append(HexDigits[b >> 4]).Append(HexDigits[b & 15]);
        }
    }

    private const string HexDigits = "0123456789ABCDEF";
}
