using ChatBot.Simulator;
using ChatBot.Terminal;

namespace ChatBot;

/// <summary>The demo: where no contact centre is configured, a simulated one runs in this process. The bot speaks to it as to
/// a real one, signed and over HTTP.</summary>
internal sealed class Demo : IAsyncDisposable
{
    private const int MostVdns = 50;

    private static readonly (string English, string Chinese)[] Queues =
        [("Sales", "销售"), ("Support", "技术支持"), ("Billing", "账单"), ("Complaints", "投诉"), ("VIP", "贵宾")];

    private readonly SimulatedCentre _centre;

    private Demo(SimulatedCentre centre) => _centre = centre;

    /// <summary>True where the settings name no contact centre.</summary>
    public static bool IsWanted(IConfiguration settings) => string.IsNullOrWhiteSpace(settings["Monitoring:Address"]);

    /// <param name="byName">Asked for by name: whatever contact centre is configured is left alone.</param>
    /// <returns>Null when a contact centre is configured.</returns>
    /// <exception cref="StartException">The settings hold what only a real contact centre needs, but not where it is.</exception>
    public static async Task<Demo?> StartAsync(IConfiguration settings, TimeProvider time, bool byName = false)
    {
        if (!byName && !IsWanted(settings)) return null;
        if (!byName && ((string[])["AccessKey", "SecretKey", "CertificateFile"]).FirstOrDefault(IsSet) is { } key)
        {
            throw new StartException($"Monitoring:{key} is set but Monitoring:Address is not. Set the contact centre's address, "
                + $"for example Monitoring__Address=https://cms.example:28443, or remove Monitoring:{key} to run the demo.");
        }

        return new(await SimulatedCentre.StartAsync(new CentreSettings
        {
            Lively = true,
            // Numbers out of range are the settings' own check to tell.
            Vdns = Math.Clamp(settings.GetValue("Monitoring:Vdn", 1), 2, MostVdns),
            CallCentre = Math.Clamp(settings.GetValue("Monitoring:CallCentre", 1), 1, 65535),
        }, time));

        bool IsSet(string key) => !string.IsNullOrEmpty(settings[$"Monitoring:{key}"]);
    }

    /// <summary>Sets the simulated contact centre's address and keys and, unless the user named queues, the five of the demo.</summary>
    public void Configure(IConfigurationBuilder configuration, IConfiguration settings)
    {
        NameQueues(configuration, settings);
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Monitoring:Address"] = _centre.Address.ToString(),
            ["Monitoring:AccessKey"] = _centre.Settings.AccessKey,
            ["Monitoring:SecretKey"] = _centre.Settings.SecretKey,
        });
    }

    /// <summary>The five queues of VDN 1, unless the settings name queues of their own.</summary>
    public static void NameQueues(IConfigurationBuilder configuration, IConfiguration settings)
    {
        if (settings.GetSection("Monitoring:Skills").GetChildren().Any()) return;
        configuration.AddInMemoryCollection(Queues.SelectMany((queue, i) => new KeyValuePair<string, string?>[]
        {
            new($"Monitoring:Skills:{i}:Vdn", "1"),
            new($"Monitoring:Skills:{i}:Id", $"{i + 1}"),
            new($"Monitoring:Skills:{i}:Name", queue.English),
            new($"Monitoring:Skills:{i}:NameZh", queue.Chinese),
        }));
    }

    public ValueTask DisposeAsync() => _centre.DisposeAsync();
}
