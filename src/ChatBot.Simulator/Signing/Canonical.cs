using System.Security.Cryptography;
using System.Text;

namespace ChatBot.Simulator;

/// <summary>The C2 signature (<c>auth-v2</c>), written from its description for the server's side.</summary>
internal static class Canonical
{
    /// <param name="query">Decoded names and values.</param>
    /// <param name="headers">Lower-case names with their values as they came.</param>
    public static byte[] Text(
        string method, string path, IEnumerable<(string Name, string Value)> query, bool emptyQueryLine,
        string signedHeaders, IEnumerable<(string Name, string Value)> headers, ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder().Append(method).Append('\n').Append(path).Append('\n');

        // 1 The query, sorted; without one, no line (or an empty one, where the other form is asked for).
        var pairs = query.Select(pair => $"{Encode(pair.Name)}={Encode(pair.Value)}").Order(StringComparer.Ordinal).ToArray();
        if (pairs.Length > 0 || emptyQueryLine) text.AppendJoin('&', pairs).Append('\n');

        // 2 The headers, sorted.
        text.Append(signedHeaders).Append('\n');
        text.AppendJoin('\n', headers.Select(header => $"{Encode(header.Name)}:{Encode(header.Value.Trim())}").Order(StringComparer.Ordinal)).Append('\n');

        // 3 The body, encoded and not hashed.
        text.Append(Encode(body));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string Sign(string secretKey, string prefix, byte[] canonical) =>
        Hex(Encoding.UTF8.GetBytes(SigningKey(secretKey, prefix)), canonical);

    /// <summary>Sixty-four hexadecimal digits, used as text.</summary>
    public static string SigningKey(string secretKey, string prefix) =>
        Hex(Encoding.UTF8.GetBytes(secretKey), Encoding.UTF8.GetBytes(prefix));

    private static string Hex(byte[] key, byte[] message) => Convert.ToHexStringLower(HMACSHA256.HashData(key, message));

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 2);
        foreach (var b in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~') text.Append((char)b);
            else text.Append('%').Append(Digits[b >> 4]).Append(Digits[b & 15]);
        }

        return text.ToString();
    }

    private const string Digits = "0123456789ABCDEF";
}
