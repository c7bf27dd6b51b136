using System.Data.Common;
using ChatBot.Monitoring;
using ChatBot.State;

namespace ChatBot.Terminal;

/// <summary>What is said once when the bot listens: what runs where, what to type, where else to try it.</summary>
internal static class Banner
{
    public static string Of(IConfiguration settings, bool demo, IReadOnlyList<string> addresses, string reach, bool prompt)
    {
        var bot = addresses.Count > 0 ? addresses[0].TrimEnd('/') : "(no address)";
        var open = string.IsNullOrEmpty(settings["Teams:AppId"]);
        List<string> lines =
        [
            "",
            $"ChatBot        {string.Join("  ", addresses)}",
            $"               {reach}",
            demo
                ? $"Contact centre simulated, in this process ({Host(settings["Monitoring:Address"])}); set Monitoring:Address for yours"
                : $"Contact centre {Host(settings["Monitoring:Address"])}, {settings["Monitoring:Edition"] ?? $"{new MonitoringSettings().Edition}"} edition",
            $"Database       {Database(settings["State:ConnectionString"])}",
            "Try            who is resting on skill 3      技能3谁在休息      help",
        ];
        if (open)
        {
            lines.Add($"Preview page   {bot}/");
            lines.Add($"Playground     npx @microsoft/m365agentsplayground@0.2.28 -e {bot}/api/messages -c msteams --dt");
        }

        lines.Add(prompt ? "Type a question here, a number to press a button, exit to stop." : "Ctrl+C stops it.");
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>Scheme, host and port; never a user or a path that an address might hold by mistake.</summary>
    public static string Host(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority).Replace(uri.UserInfo + "@", "", StringComparison.Ordinal) : "(not a web address)";

    /// <summary>Where the database is, without user and password.</summary>
    public static string Database(string? connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection ?? new StateSettings().ConnectionString };
            string[] told = ["Data Source", "DataSource", "Filename", "Host", "Server", "Database"];
            return string.Join(", ", told.Where(parts.ContainsKey).Select(key => parts[key]));
        }
        catch (ArgumentException)
        {
            return "(not a connection string)";
        }
    }
}
