using System.Globalization;
using Microsoft.Extensions.Options;

namespace ChatBot.Monitoring;

/// <param name="What">The thing tried, such as <c>signature</c>.</param>
/// <param name="Detail">What was found, untrusted text, one line.</param>
/// <param name="Mend">What to do when it is not right.</param>
public sealed record CheckResult(string What, bool Ok, string Detail, string? Mend);

/// <summary>Asks the contact centre one cheap question and tells how far it came: address, signature, data. Never throws
/// but for cancellation, and ends within <c>Monitoring:Timeout</c>.</summary>
public sealed class MonitoringCheck
{
    private readonly IFloorSource _source;
    private readonly MonitoringSettings _settings;
    private readonly ServerClock _clock;
    private readonly TimeProvider _time;

    internal MonitoringCheck(IFloorSource source, IOptions<MonitoringSettings> options, ServerClock clock, TimeProvider time) =>
        (_source, _settings, _clock, _time) = (source, options.Value, clock, time);

    public async Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(_settings.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stop);
        UpstreamFault? fault = null;
        RestRead? rest = null;
        try
        {
            rest = await _source.RestAsync(_settings.Vdn, either.Token);
        }
        catch (Exception e)
        {
            stop.ThrowIfCancellationRequested();
            fault = UpstreamFault.Of(e);
        }

        return [.. Results(fault, rest)];
    }

    private IEnumerable<CheckResult> Results(UpstreamFault? fault, RestRead? rest)
    {
        if (fault is { Fault: MonitoringFault.Unreachable or MonitoringFault.TimedOut })
        {
            yield return Bad("address", fault, Tls(fault)
                ? "Set Monitoring:CertificateFile to the PEM file of the contact centre's CA, and use the host name that stands in its certificate."
                : "Check Monitoring:Address (host and port of CC-CMS on NSLB), the network, the proxy and the firewall.");
            yield break;
        }

        yield return new CheckResult("address", true, $"{new Uri(_settings.Address).Authority} answers", null);
        if (fault is { Fault: MonitoringFault.GatewayRefused })
        {
            yield return Bad("gateway", fault, fault.Code == "403"
                ? "Ask the operator to put this machine's public address on the allow-list of CC-CMS; wrong keys can answer 403 too."
                : "A gateway in front of the contact centre refuses: check that Monitoring:Address is CC-CMS itself, and try again later.");
            yield break;
        }

        if (fault is { Fault: MonitoringFault.SignatureRefused })
        {
            yield return Bad("signature", fault, _clock.Ahead.Duration() > TimeSpan.FromMinutes(1)
                ? $"The contact centre's clock differs by {Math.Round(_clock.Ahead.TotalMinutes).ToString(CultureInfo.InvariantCulture)} min: set this machine's clock by NTP."
                : "Check Monitoring:AccessKey and Monitoring:SecretKey, then Monitoring:Signature:SignedHeaders and :Milliseconds.");
            yield break;
        }

        if (fault is { Fault: MonitoringFault.NotUnderstood })
        {
            yield return Bad("answer", fault, $"Check that Monitoring:Address is CC-CMS and that Monitoring:Edition is right ({_settings.Edition} is set).");
            yield break;
        }

        yield return new CheckResult("signature", true, "accepted", null);
        yield return fault is not null
            ? Bad("data", fault, "Check Monitoring:CallCentre, Monitoring:Vdn and Monitoring:Edition, and the rights of the access key.")
            : new CheckResult("data", true,
                string.Create(CultureInfo.InvariantCulture, $"VDN {_settings.Vdn}: {rest!.Resting ?? 0} resting, {rest.Waiting ?? 0} waiting, {rest.Approved ?? 0} approved"), null);
    }

    private static CheckResult Bad(string what, UpstreamFault fault, string mend) =>
        new(what, false, string.Join(' ', new[] { fault.Fault.ToString(), fault.Code, fault.Text }.Where(t => t is not null)), mend);

    private static bool Tls(Exception e) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } || (e.InnerException is { } inner && Tls(inner));
}
