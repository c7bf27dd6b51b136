using System.Text.RegularExpressions;
using ChatBot.Edge;

namespace ChatBot.Terminal;

/// <summary>Settings on the command line, and all settings together for what must not wait for the web app.</summary>
internal static partial class Settings
{
    /// <summary>Takes <c>--Key:Sub=value</c>, <c>--Key:Sub value</c> and the host's own <c>--urls</c>, <c>--environment</c>
    /// and <c>--contentRoot</c> out of the arguments, wherever they stand before a lone <c>--</c>.</summary>
    public static (string[] Words, string[] Settings) Split(IReadOnlyList<string> args)
    {
        List<string> words = [], settings = [];
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                words.AddRange(args.Skip(i));
                break;
            }

            if (!Setting().IsMatch(args[i])) words.Add(args[i]);
            else if (args[i].Contains('=')) settings.Add(args[i]);
            else if (i + 1 < args.Count) settings.Add($"{args[i]}={args[++i]}");
            else throw new StartException(ExitCode.Usage, $"{args[i]} needs a value: {args[i]}=…");
        }

        return ([.. words], [.. settings]);
    }

    /// <summary>The same files, variables and arguments in the same order as the web app reads them.</summary>
    public static IConfigurationRoot Read(string[] settings)
    {
        var host = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(settings).Build();
        var (folder, environment) = (Path.GetFullPath(host["contentRoot"] ?? "."), host["environment"] ?? Environments.Production);
        var all = new ConfigurationManager();
        all.SetBasePath(folder)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true);
        if (environment == Environments.Development) all.AddUserSecrets(typeof(Settings).Assembly, optional: true);
        all.AddEnvironmentVariables().AddCommandLine(settings);
        Secrets.AddFolder(all, folder);
        return all;
    }

    [GeneratedRegex(@"^--(\w[\w.]*(:[\w.]+)+|urls|environment|contentRoot)(=|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
