namespace ChatBot.Terminal;

/// <summary>How much is logged where the settings do not say.</summary>
internal static class Logs
{
    public static void Default(IConfigurationBuilder configuration, LogLevel level)
    {
        // At the front: whatever the files, variables and arguments say wins.
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = $"{level}",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = $"{Quieter(level)}",
                ["Logging:LogLevel:System.Net.Http"] = $"{Quieter(level)}",
                // Each retry would be a line; what comes of it is an answer.
                ["Logging:LogLevel:Polly"] = $"{LogLevel.Critical}",
            },
        });

        static LogLevel Quieter(LogLevel level) => level < LogLevel.Warning ? LogLevel.Warning : level;
    }
}
