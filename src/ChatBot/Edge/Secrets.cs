using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.Options;

namespace ChatBot.Edge;

/// <summary>Where secrets may stand: in environment variables, in a folder of mounted files (a key a file), in the user secrets of a
/// developer. Not in <c>appsettings*.json</c>, which gets copied and committed, nor on the command line, which every user of the
/// machine can read.</summary>
internal static class Secrets
{
    public const string Folder = "Secrets:Folder";

    // The last one holds a collector's key.
    private static readonly string[] Names = ["SecretKey", "ClientSecret", "CertificatePassword", "Password", "OTEL_EXPORTER_OTLP_HEADERS"];

    /// <summary>Files named as the environment variables are: <c>Teams__ClientSecret</c>. They win over everything else.</summary>
    /// <exception cref="OptionsValidationException">The folder is not there.</exception>
    public static void AddFolder(IConfigurationManager configuration, string from)
    {
        if (configuration[Folder] is not { Length: > 0 } folder) return;
        var path = Path.GetFullPath(folder, from);
        if (!Directory.Exists(path))
            throw Wrong($"{Folder} is '{folder}', and there is no folder {path}: mount it, or leave {Folder} empty.");
        try
        {
            configuration.AddKeyPerFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"{Folder}: {e.Message} Give this user the right to read its files.");
        }
    }

    /// <exception cref="OptionsValidationException">A secret stands where it must not; what it is is not told.</exception>
    public static void Refuse(IConfiguration configuration)
    {
        var misplaced = (
            from provider in Providers(configuration)
            let place = PlaceOf(provider)
            where place.IsOpen
            from setting in configuration.AsEnumerable()
            where provider.TryGet(setting.Key, out var value) && IsSecret(setting.Key, value)
            select $"{setting.Key} stands {place.Told}, where others can read it: set the environment variable "
                + $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)} instead, or put it into a file of that name in {Folder}.")
            .Distinct().ToArray();
        if (misplaced.Length > 0) throw Wrong(misplaced);
    }

    /// <summary>"set (by an environment variable)" or "not set", and never what it is.</summary>
    public static string Told(IConfiguration configuration, string key) =>
        Providers(configuration).LastOrDefault(p => p.TryGet(key, out var value) && !string.IsNullOrEmpty(value)) is { } provider
            ? $"set ({PlaceOf(provider).Told})"
            : "not set";

    private static bool IsSecret(string key, string? value)
    {
        if (string.IsNullOrEmpty(value)) return false;
        if (Names.Contains(ConfigurationPath.GetSectionKey(key), StringComparer.OrdinalIgnoreCase)) return true;
        return key.EndsWith("ConnectionString", StringComparison.OrdinalIgnoreCase) && HasPassword(value);
    }

    private static bool HasPassword(string connection)
    {
        try
        {
            var parts = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connection };
            return parts.ContainsKey("Password") || parts.ContainsKey("Pwd");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static IEnumerable<IConfigurationProvider> Providers(IConfiguration configuration) => configuration is IConfigurationRoot root
        ? root.Providers.SelectMany(p => p is ChainedConfigurationProvider chained ? Providers(chained.Configuration) : [p])
        : [];

    private static (bool IsOpen, string Told) PlaceOf(IConfigurationProvider provider) => provider switch
    {
        CommandLineConfigurationProvider => (true, "on the command line"),
        EnvironmentVariablesConfigurationProvider => (false, "by an environment variable"),
        KeyPerFileConfigurationProvider => (false, $"in a file of {Folder}"),
        JsonConfigurationProvider { Source.Path: { } path } when Path.GetFileName(path).StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) =>
            (true, $"in {Path.GetFileName(path)}"),
        JsonConfigurationProvider { Source.Path: "secrets.json" } => (false, "in the user secrets"),
        _ => (false, "by the program itself"),
    };

    private static OptionsValidationException Wrong(params string[] faults) => new("Secrets", typeof(Secrets), faults);
}

/// <summary>Settings under <c>Secrets</c>.</summary>
public sealed class SecretSettings
{
    /// <summary>A folder whose files are settings, named as environment variables are (<c>Teams__ClientSecret</c>); a relative
    /// one starts at the working folder. Empty: none.</summary>
    public string Folder { get; set; } = "";
}
