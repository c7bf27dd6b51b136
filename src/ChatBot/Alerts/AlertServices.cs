using System.Net;
using System.Net.Sockets;

namespace ChatBot.Alerts;

public static class AlertServices
{
    public static IHostApplicationBuilder AddAlerts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AlertSettings>().BindConfiguration(AlertSettings.Section).ValidateOnStart();
        AddSilo(builder);
        builder.Services.AddSingleton<AlertDesk>();
        builder.Services.AddSingleton<WatchHealth>().AddSingleton<WatchTools>().AddHostedService<Watching>();
        builder.Services.AddSingleton<AlertHealth>().AddSingleton<Farewell>().AddHostedService<Waking>();
        return builder;
    }

    /// <summary>The watchers and messengers live in this process; nothing of theirs is stored by Orleans.</summary>
    private static void AddSilo(IHostApplicationBuilder builder)
    {
        // Nobody else joins: any free port does, so that two bots on one machine do not meet.
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        builder.UseOrleans(silo => silo.UseLocalhostClustering(siloPort: port, gatewayPort: 0, serviceId: "chatbot", clusterId: $"{port}"));
        // It tells of timers that came late, which a machine that slept makes hundreds of.
        builder.Logging.AddFilter("Orleans", LogLevel.Error);
    }
}
