using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ChatBot.Monitoring.Wire;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Refit;

namespace ChatBot.Monitoring;

/// <summary>One call failed; what every foreign exception of this room becomes at its edge.</summary>
internal sealed partial class UpstreamFault(MonitoringFault fault, string? code, string? text, Exception? inner = null)
    : Exception($"{fault} {code}", inner)
{
    public MonitoringFault Fault { get; } = fault;
    public string? Code { get; } = code is null ? null : Clean.Text(code, 40) is { Length: > 0 } word ? word : null;
    public string? Text { get; } = text is null ? null : Clean.Text(text) is { Length: > 0 } clean ? clean : null;

    public MonitoringFailure Since(DateTimeOffset since) => new(Fault, since, Code, Text);

    public static UpstreamFault Of(Exception e) => e switch
    {
        UpstreamFault fault => fault,
        MonitoringException known => new(known.Failure.Fault, known.Failure.Code, known.Failure.Text, known),
        ApiException api when (int)api.StatusCode is < 200 or > 299 => Of(api.StatusCode, api.Content, api),
        ApiException api => new(MonitoringFault.NotUnderstood, null, NotJson(api.Content), api),
        CutAnswerException => new(MonitoringFault.NotUnderstood, null, e.Message, e),
        TimeoutRejectedException or TimeoutException or OperationCanceledException => new(MonitoringFault.TimedOut, null, null, e),
        BrokenCircuitException => new(MonitoringFault.Unreachable, null, "the connection is resting after failures", e),
        HttpRequestException http => new(MonitoringFault.Unreachable, null, Deepest(http), http),
        { InnerException: { } inner } => Of(inner),
        _ => new(MonitoringFault.NotUnderstood, null, $"{e.GetType().Name}: {e.Message}", e),
    };

    public static UpstreamFault Of(HttpStatusCode status, string? body, Exception? inner = null) => new(
        status == HttpStatusCode.Unauthorized ? MonitoringFault.SignatureRefused : MonitoringFault.GatewayRefused,
        ((int)status).ToString(CultureInfo.InvariantCulture), Words(body) ?? status.ToString(), inner);

    // A gateway's HTML page says the same as its title.
    private static string? Words(string? body)
    {
        if (string.IsNullOrWhiteSpace(body)) return null;
        if (!body.Contains('<')) return body;
        var title = Title().Match(body);
        return title.Success ? title.Groups[1].Value : null;
    }

    private static string NotJson(string? body)
    {
        if (string.IsNullOrWhiteSpace(body)) return "an empty answer";
        var start = body.TrimStart();
        if (start.StartsWith('<')) return $"HTML instead of JSON: {Words(body)}".TrimEnd(' ', ':');
        return start.StartsWith('{') ? "JSON that is cut or broken" : $"not JSON: {Clean.Text(start, 80)}";
    }

    private static string Deepest(Exception e) => e.InnerException is { } inner ? Deepest(inner) : e.Message;

    [GeneratedRegex("<title>([^<]{1,200})</title>", RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
