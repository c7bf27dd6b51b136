using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace ChatBot.Alerts;

public static class AlertServices
{
    private const int FirstPort = 20_000;
    private const int Ports = 10_000;

    private static int s_lastPort = Random.Shared.Next(Ports);

    public static IHostApplicationBuilder AddAlerts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AlertSettings>().BindConfiguration(AlertSettings.Section, all => all.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AlertSettings>, AlertSettingsCheck>();
        builder.Services.AddSingleton<AlertDesk>().AddSingleton<WatchHealth>().AddSingleton<AlertHealth>().AddActivatedSingleton<AlertMeter>();
        builder.Services.AddSingleton<Farewell>().AddSingleton<Lease>();
        // Before all settings are read: the silo's services are there or not.
        if (!builder.Configuration.GetValue($"{AlertSettings.Section}:{nameof(AlertSettings.Watch)}", true)) return builder;
        // Held before the watchers start, and until they have stopped.
        builder.Services.AddHostedService(services => services.GetRequiredService<Lease>());
        AddSilo(builder);
        builder.Services.AddSingleton<WatchTools>().AddHostedService<Watching>();
        builder.Services.AddHealthChecks().AddCheck<WatchersAlive>("watchers");
        return builder;
    }

    /// <summary>The watchers and messengers live in this process; nothing of theirs is stored by Orleans.</summary>
    private static void AddSilo(IHostApplicationBuilder builder)
    {
        var port = FreePort();
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: port, gatewayPort: 0, serviceId: "chatbot", clusterId: $"{port}")
            // All grains live here; the usual cache of where a million of them live takes 18 MB.
            .Configure<GrainDirectoryOptions>(directory => directory.CacheSize = 1000));
        // It tells of timers that came late, which a machine that slept makes hundreds of.
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
    }

    /// <summary>Nobody else joins, so any free port does. Not one of those that the system gives to whoever asks for any: it could
    /// be given away between here and the start.</summary>
    private static int FreePort()
    {
        for (var tries = 0; ; tries++)
        {
            var port = FirstPort + (Interlocked.Increment(ref s_lastPort) % Ports);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException) when (tries < Ports)
            {
                // Somebody has it; the next one.
            }
        }
    }
}
