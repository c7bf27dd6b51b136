using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace ChatBot.Monitoring.Wire;

/// <summary>Signs every attempt afresh, exactly as it goes on the wire. It stands below the retries, as a time stamp ages.</summary>
internal sealed class SigningHandler(IOptions<MonitoringSettings> options, TimeProvider time) : DelegatingHandler
{
    // .NET would write "application/json; charset=utf-8"; the platform signs this spelling.
    public const string ContentType = "application/json;charset=UTF-8";

    private readonly MonitoringSettings _settings = options.Value;
    private readonly string[] _headers = options.Value.Signature.Headers();
    private volatile bool _emptyLine = options.Value.Signature.EmptyQueryLine == EmptyQueryLine.Include;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(stop);
        var emptyLine = _emptyLine;
        var response = await SendSignedAsync(request, body, emptyLine, stop);
        if (response.StatusCode != HttpStatusCode.Unauthorized
            || _settings.Signature.EmptyQueryLine != EmptyQueryLine.Auto
            || request.RequestUri!.Query.Length > 1)
            return response;

        // Sources disagree about the line of an empty query: try the other form once, keep what worked.
        var other = await SendSignedAsync(request, body, !emptyLine, stop);
        if (other.IsSuccessStatusCode) _emptyLine = !emptyLine;
        response.Dispose();
        return other;
    }

    private Task<HttpResponseMessage> SendSignedAsync(HttpRequestMessage request, byte[] body, bool emptyLine, CancellationToken stop)
    {
        var uri = request.RequestUri!;
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        request.Headers.Host = uri.IsDefaultPort ? host : $"{host}:{uri.Port.ToString(CultureInfo.InvariantCulture)}";
        if (request.Content is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        var signed = _headers.Select(name => KeyValuePair.Create(name, name switch
        {
            "content-length" => body.Length.ToString(CultureInfo.InvariantCulture),
            "content-type" => ContentType,
            _ => request.Headers.Host,
        }));
        var format = _settings.Signature.Milliseconds ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'";
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", Signature.Of(
            _settings.AccessKey, _settings.SecretKey, time.GetUtcNow().UtcDateTime.ToString(format, CultureInfo.InvariantCulture),
            request.Method.Method, uri.AbsolutePath, Query(uri), signed, body, emptyLine));
        return base.SendAsync(request, stop);
    }

    private static IEnumerable<KeyValuePair<string, string>> Query(Uri uri) =>
        from part in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let pair = part.Split('=', 2)
        select KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "");
}
