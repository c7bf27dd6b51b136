namespace ChatBot.Monitoring;

public static class MonitoringServices
{
    public static IHostApplicationBuilder AddMonitoring(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FloorReader>();
        return builder;
    }
}
