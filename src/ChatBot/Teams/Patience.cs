using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace ChatBot.Teams;

/// <summary>When a call to the connector is made again: Teams documents 429, 412, 502 and 504. After a server's error or a
/// time-out nobody knows whether a new message was posted, so only what may be said twice is repeated then.</summary>
internal static class Patience
{
    public const string Repeatable = "repeatable";

    private static readonly HttpRequestOptionsKey<bool> RepeatableKey = new(Repeatable);
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
        var mayRepeat = args.Context.GetRequestMessage() is { } request
            && request.Options.TryGetValue(RepeatableKey, out var repeatable) && repeatable;
        return args.Outcome switch
        {
            // The request never left: saying it again cannot double it.
            { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } } => true,
            { Exception: HttpRequestException or TimeoutRejectedException } => mayRepeat,
            { Result: { } response } when Wait(response, time) > LongestWait => false,
            { Result.StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed } => true,
            { Result.StatusCode: HttpStatusCode.NotImplemented } => false,
            { Result.StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => mayRepeat,
            _ => false,
        };
    }

    private static TimeSpan Wait(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => TimeSpan.Zero,
    };
}
