using System.Diagnostics;
using ChatBot.Monitoring.Wire;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Refit;

namespace ChatBot.Monitoring;

public static class MonitoringServices
{
    /// <summary>The room Monitoring. Needs a <see cref="TimeProvider"/>.</summary>
    public static IHostApplicationBuilder AddMonitoring(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MonitoringSettings>().BindConfiguration("Monitoring", all => all.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MonitoringSettings>, MonitoringSettingsCheck>();
        services.AddSingleton<ServerClock>().AddSingleton<HoldOff>().AddSingleton<MonitoringHealthBook>();
        services.AddTransient<HoldOffHandler>().AddTransient<SigningHandler>().AddTransient<WholeAnswerHandler>();
        Call(services.AddRefitGeneratedClient<IClassicApi>(WireJson.Default));
        Call(services.AddRefitGeneratedClient<ICurrentApi>(WireJson.Default));
        services.AddSingleton<ClassicFloor>().AddSingleton<CurrentFloor>();
        services.AddSingleton<IFloorSource>(s => s.GetRequiredService<IOptions<MonitoringSettings>>().Value.Edition == Edition.Classic
            ? s.GetRequiredService<ClassicFloor>()
            : s.GetRequiredService<CurrentFloor>());
        services.AddSingleton<SharedReadings>().AddSingleton<FloorParts>().AddSingleton<FloorLists>().AddSingleton<NameBook>();
        services.AddSingleton(s => new FloorReader(
            s.GetRequiredService<FloorParts>(), s.GetRequiredService<FloorLists>(), s.GetRequiredService<NameBook>(),
            s.GetRequiredService<ServerClock>(), s.GetRequiredService<MonitoringHealthBook>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new MonitoringCheck(
            s.GetRequiredService<IFloorSource>(), s.GetRequiredService<IOptions<MonitoringSettings>>(),
            s.GetRequiredService<ServerClock>(), s.GetRequiredService<TimeProvider>()));
        return builder;
    }

    /// <summary>From the outside in: leave alone, try again, sign each attempt, read the whole answer, the socket.</summary>
    private static void Call(IHttpClientBuilder client)
    {
        client.ConfigureHttpClient((services, http) =>
        {
            http.BaseAddress = new Uri(services.GetRequiredService<IOptions<MonitoringSettings>>().Value.Address);
            http.Timeout = Timeout.InfiniteTimeSpan; // the resilience pipeline and the reading's deadline decide
        });
        client.RemoveAllLoggers();
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan); // the socket handler renews its connections itself
        client.AddHttpMessageHandler<HoldOffHandler>();
        client.AddResilienceHandler("contact-centre", Resilience.Build)
            .SelectPipelineBy(_ => Resilience.PipelineOf);
        client.AddHttpMessageHandler<SigningHandler>();
        client.AddHttpMessageHandler<WholeAnswerHandler>();
        client.ConfigurePrimaryHttpMessageHandler(services => Socket(services.GetRequiredService<IOptions<MonitoringSettings>>().Value));
    }

    private static SocketsHttpHandler Socket(MonitoringSettings settings) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !new Uri(settings.Address).IsLoopback,
        MaxConnectionsPerServer = 256, // far more than readings under way: one VDN that hangs takes no other's connection
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = settings.Timeout / 2,
        // A trace ends here: the contact centre gets no headers that nobody signed.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        SslOptions = PinnedCertificate.Trust(settings.CertificateFile),
    };
}
