namespace ChatBot.Monitoring;

public sealed class MonitoringSettings
{
    public int Vdn { get; set; } = 1;
}
