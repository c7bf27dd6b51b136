using System.Globalization;
using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace ChatBot.Teams;

/// <summary>Whether a call that failed is made again by itself.</summary>
internal enum Again
{
    /// <summary>When it surely did not arrive.</summary>
    IfNotArrived,

    /// <summary>Also when it may have arrived: saying it twice does no harm.</summary>
    Freely,

    /// <summary>Whoever called decides.</summary>
    Never,
}

/// <summary>When a call to the connector is made again: Teams documents 429, 412, 502 and 504. After a server's error or a
/// time-out nobody knows whether a new message was posted, so only what may be said twice is repeated then.</summary>
internal static class Patience
{
    public const string Option = "again";

    private static readonly HttpRequestOptionsKey<Again> Key = new(Option);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan OneAttempt = TimeSpan.FromSeconds(10);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider time)
    {
        pipeline.TimeProvider = time;
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldRetryAfterHeader = true,
            ShouldHandle = args => ValueTask.FromResult(IsWorthAnotherTry(args, time)),
        });
        pipeline.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = OneAttempt });
    }

    private static bool IsWorthAnotherTry(RetryPredicateArguments<HttpResponseMessage> args, TimeProvider time)
    {
        var again = args.Context.GetRequestMessage() is { } request && request.Options.TryGetValue(Key, out var said) ? said : Again.IfNotArrived;
        if (again == Again.Never) return false;
        var mayRepeat = again == Again.Freely;
        return args.Outcome switch
        {
            { Exception: { } e } when NeverLeft(e) => true,
            { Exception: HttpRequestException or TimeoutRejectedException } => mayRepeat,
            { Result: { } response } when AskedFor(response, time) > LongestWait => false,
            { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed } => true,
            { Result.StatusCode: HttpStatusCode.NotImplemented } => false,
            { Result.StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => mayRepeat,
            _ => false,
        };
    }

    /// <summary>The request never left: saying it again cannot double it.</summary>
    public static bool NeverLeft(Exception e) => e switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => true,
        // How the client tells that no connection was made in time.
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => e.InnerException is HttpRequestException inner && NeverLeft(inner),
    };

    /// <summary>How long the channel asks to wait, in one of the ways it has for that.</summary>
    public static TimeSpan? AskedFor(HttpResponseMessage response, TimeProvider time)
    {
        foreach (var name in (string[])["retry-after-ms", "x-ms-retry-after-ms"])
        {
            if (response.Headers.TryGetValues(name, out var values)
                && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var ms) && ms is >= 0 and < int.MaxValue)
                return TimeSpan.FromMilliseconds(ms);
        }

        return response.Headers.RetryAfter switch
        {
            { Delta: { } wait } => wait,
            { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
            _ => null,
        };
    }
}
