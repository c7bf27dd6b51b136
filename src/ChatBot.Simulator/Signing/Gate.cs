using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace ChatBot.Simulator;

/// <summary>Lets in who signed with the centre's keys.</summary>
internal sealed class Gate(CentreSettings settings, Quirks quirks)
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"];

    /// <returns>Why the caller is refused; null lets in.</returns>
    public string? Refuse(HttpRequest request, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        // 1 auth-v2/key/time/headers/signature
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Length == 0) return "no Authorization header";
        var parts = authorization.Split('/');
        if (parts.Length != 5 || parts[0] != "auth-v2") return "Authorization is not auth-v2/key/time/headers/signature";
        if (parts[1] != settings.AccessKey) return "unknown access key";

        // 2 The time, of either form, not too far from ours.
        if (!DateTimeOffset.TryParseExact(parts[2], TimeForms, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var signedAt)) return "the time stamp is of neither form";
        if ((now - signedAt).Duration() > settings.SignatureWindow) return "the time stamp is outside the window";

        // 3 Any set of headers, told in order, with the host among them.
        var names = parts[3].Split(';');
        if (!names.Contains("host")) return "host is not signed";
        var headers = new List<(string, string)>(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            if (i > 0 && string.CompareOrdinal(names[i - 1], names[i]) >= 0) return "signed headers are not sorted";
            if (names[i].Any(char.IsAsciiLetterUpper)) return "signed headers are not in lower case";
            if (!request.Headers.TryGetValue(names[i], out var value)) return $"signed header {names[i]} was not sent";
            headers.Add((names[i], value.ToString()));
        }

        // 4 The signature over what came on the wire.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.IndexOf('?') is var mark and >= 0 ? target[..mark] : target;
        var query = request.Query.SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? ""))).ToArray();
        var prefix = authorization[..authorization.LastIndexOf('/')];
        var given = Encoding.UTF8.GetBytes(parts[4]);
        var right = false;
        foreach (var emptyLine in EmptyLines())
        {
            var canonical = Canonical.Text(request.Method, path, query, emptyLine, parts[3], headers, body);
            right |= CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Canonical.Sign(settings.SecretKey, prefix, canonical)));
        }

        return right ? null : "the signature does not match";
    }

    private ReadOnlySpan<bool> EmptyLines() => quirks.EmptyQueryLine switch
    {
        EmptyQueryLine.Omitted => [false],
        EmptyQueryLine.Present => [true],
        _ => [false, true],
    };
}
