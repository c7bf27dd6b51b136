using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ChatBot.Monitoring.Wire;

/// <summary>How often, how fast and how long a read is tried again. Every call is a read, POST though it is.</summary>
internal static class Resilience
{
    /// <summary>The option of a request that says which VDN it is about: each has its own circuit, so that one that does not
    /// answer is not the others' trouble.</summary>
    public const string Vdn = "vdn";

    private static readonly HttpRequestOptionsKey<int> VdnKey = new(Vdn);

    public static string PipelineOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(VdnKey, out var vdn) ? vdn.ToString(CultureInfo.InvariantCulture) : "";

    public static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ResilienceHandlerContext context)
    {
        var services = context.ServiceProvider;
        var timeout = services.GetRequiredService<IOptions<MonitoringSettings>>().Value.Timeout;
        var time = services.GetRequiredService<TimeProvider>();
        var hold = services.GetRequiredService<HoldOff>();
        pipeline.TimeProvider = time;
        pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(250),
            MaxDelay = TimeSpan.FromMilliseconds(900),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            // A wait that would eat the time of the whole answer is not waited for: see HoldOff.
            ShouldHandle = a => ValueTask.FromResult(Passing(a.Outcome) && !(RetryAfter(a.Outcome.Result, time) > timeout / 4)),
            DelayGenerator = a => ValueTask.FromResult(RetryAfter(a.Outcome.Result, time)),
        });
        pipeline.AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.8,
            MinimumThroughput = 6,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(5),
            // Remembered before it can open the circuit: others meet the open one at once.
            ShouldHandle = async a => Passing(a.Outcome) && await hold.FailedAsync(context.InstanceName, a.Outcome),
        });
        pipeline.AddTimeout(new TimeoutStrategyOptions { Timeout = timeout / 2 });
    }

    /// <summary>Failures that may pass by themselves.</summary>
    private static bool Passing(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException or CutAnswerException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    /// <summary>The server's wish, as a duration or a date; null when it has none.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage? response, TimeProvider time) => response?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };
}

/// <summary>Why the contact centre is left alone at the moment.</summary>
internal sealed class HoldOff(TimeProvider time)
{
    // A gateway that asks for an hour is tried again after a minute.
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    private sealed record Wish(DateTimeOffset Until, UpstreamFault Fault);

    private readonly ConcurrentDictionary<string, UpstreamFault> _failed = [];
    private volatile Wish? _wish;

    /// <summary>The failure to answer with while the server wants no calls; null when it may be called.</summary>
    public UpstreamFault? Now => _wish is { } wish && time.GetUtcNow() < wish.Until ? wish.Fault : null;

    /// <summary>The failure that opened the circuit of these requests, in its own words.</summary>
    public UpstreamFault Opened(string pipeline, BrokenCircuitException e) => _failed.GetValueOrDefault(pipeline) ?? UpstreamFault.Of(e);

    /// <returns>True, always: it has failed.</returns>
    public async ValueTask<bool> FailedAsync(string pipeline, Outcome<HttpResponseMessage> outcome)
    {
        _failed[pipeline] = outcome.Result is { } response
            ? UpstreamFault.Of(response.StatusCode, await response.Content.ReadAsStringAsync())
            : UpstreamFault.Of(outcome.Exception!);
        return true;
    }

    public async Task AskedAsync(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)) return;
        if (Resilience.RetryAfter(response, time) is not { } wait) return;
        _wish = new Wish(time.GetUtcNow() + (wait < Most ? wait : Most), UpstreamFault.Of(response.StatusCode, await response.Content.ReadAsStringAsync()));
    }
}

/// <summary>Above the retries: obeys a server that wants to be left alone, and says why the circuit is open.</summary>
internal sealed class HoldOffHandler(HoldOff hold) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        if (hold.Now is { } fault) throw fault;
        try
        {
            var response = await base.SendAsync(request, stop);
            await hold.AskedAsync(response);
            return response;
        }
        catch (BrokenCircuitException e)
        {
            throw hold.Opened(Resilience.PipelineOf(request), e);
        }
    }
}
