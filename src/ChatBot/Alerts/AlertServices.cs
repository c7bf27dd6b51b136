using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace ChatBot.Alerts;

public static class AlertServices
{
    public static IHostApplicationBuilder AddAlerts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AlertSettings>().BindConfiguration(AlertSettings.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AlertSettings>, AlertSettingsCheck>();
        builder.Services.AddSingleton<AlertDesk>().AddSingleton<WatchHealth>().AddSingleton<AlertHealth>().AddActivatedSingleton<AlertMeter>();
        // Before all settings are read: the silo's services are there or not.
        if (!builder.Configuration.GetValue($"{AlertSettings.Section}:{nameof(AlertSettings.Watch)}", true)) return builder;
        AddSilo(builder);
        builder.Services.AddSingleton<WatchTools>().AddHostedService<Watching>();
        builder.Services.AddSingleton<Farewell>().AddHostedService<Waking>();
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
