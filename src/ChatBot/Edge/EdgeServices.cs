using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace ChatBot.Edge;

/// <summary>Between the network and the rooms: how much is taken, whose word is believed, what strangers are told.</summary>
public static class EdgeServices
{
    /// <summary>Teams' own limit of a message is about 100 KB.</summary>
    public const int MostBytes = 256 * 1024;

    public static IHostApplicationBuilder AddEdge(this IHostApplicationBuilder builder)
    {
        Secrets.AddFolder(builder.Configuration, builder.Environment.ContentRootPath);
        Secrets.Refuse(builder.Configuration);
        var services = builder.Services;
        services.AddOptions<LimitSettings>().BindConfiguration(LimitSettings.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitSettings>, LimitSettings.Validation>();
        services.AddOptions<ProxySettings>().BindConfiguration(ProxySettings.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProxySettings>, ProxySettings.Validation>();
        services.AddOptions<HealthSettings>().BindConfiguration(HealthSettings.Section);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitSettings>>((kestrel, limits) => Bound(kestrel, limits.Value));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxySettings>>((options, proxy) => proxy.Value.Apply(options));
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        // A wrong request is the caller's fault also in Development.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddHealthChecks();
        // It would tell the same each time somebody asks; Readiness tells what changed.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        services.AddSingleton<Readiness>().AddSingleton<QuestionLimits>();
        return builder;
    }

    public static WebApplication UseEdge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHsts();
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // Nothing but the status: what failed is for the log.
            ExceptionHandler = _ => Task.CompletedTask,
            StatusCodeSelector = e => e is Microsoft.AspNetCore.Http.BadHttpRequestException bad ? bad.StatusCode : 500,
        });
        // Only now, as routes may depend on the host that a proxy forwards.
        app.UseRouting();
        return app;
    }

    /// <summary>A word each; why it is not ready stands in the log.</summary>
    public static WebApplication MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health");
        if (app.Services.GetRequiredService<IOptions<HealthSettings>>().Value.Hosts is { Count: > 0 } hosts) health.RequireHost([.. hosts]);
        health.MapGet("/live", () => Results.Text("alive"));
        health.MapGet("/ready", async (Readiness readiness) =>
            await readiness.IsReadyAsync() ? Results.Text("ready") : Results.Text("unready", statusCode: 503));
        return app;
    }

    /// <summary>Teams needs far less of each; whoever needs more, or takes very long over it, is no channel.</summary>
    private static void Bound(KestrelServerOptions kestrel, LimitSettings settings)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = settings.Connections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestBodySize = MostBytes;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
