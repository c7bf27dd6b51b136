using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace ChatBot.Terminal;

/// <summary><c>package</c>: writes the Teams app of one bot as a zip.</summary>
internal static partial class Package
{
    private const string DefaultName = "ChatBot";

    public static Command Command()
    {
        // 1. What is said of the app; each wrong value is told before anything is written.
        var appId = Checked(new Option<string>("--app-id") { Required = true, Description = "The bot's application (client) id from Entra ID or Azure Bot." },
            value => Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty ? null
                : "write the application (client) id, a GUID such as 6f0c1c2e-2f5b-4b9e-9a51-0c8d6e1f7a20");
        var host = Checked(new Option<string>("--host") { Required = true, Description = "The name under which the bot is reached from the internet." }, WrongHost);
        var name = Checked(new Option<string>("--name") { DefaultValueFactory = _ => DefaultName, Description = "What the bot is called in Teams, at most 30 characters." }, AtMost(30));
        var developer = Checked(new Option<string>("--developer") { DefaultValueFactory = _ => DefaultName, Description = "Who offers it, your organisation, at most 32 characters." }, AtMost(32));
        var website = Checked(new Option<string?>("--website") { Description = "An https page with help; without it https://HOST/." }, WrongPage);
        var privacy = Checked(new Option<string?>("--privacy") { Description = "Your privacy statement; without it the website." }, WrongPage);
        var terms = Checked(new Option<string?>("--terms") { Description = "Your terms of use; without them the website." }, WrongPage);
        var version = Checked(new Option<string>("--version") { DefaultValueFactory = _ => "1.0.0", Description = "Of the package; a higher one replaces the app in Teams." },
            value => ThreeNumbers().IsMatch(value) ? null : "write three numbers such as 1.0.1");
        var output = new Option<FileInfo>("--out") { DefaultValueFactory = _ => new("chatbot-teams.zip"), Description = "The file to write; one that is there is replaced." };

        // 2. The command.
        var package = new Command("package", "Write the Teams app package: manifest, languages and icons in one zip.")
        {
            appId, host, name, developer, website, privacy, terms, version, output,
        };
        package.SetAction(parsed =>
        {
            var ours = parsed.GetValue(host)!.ToLowerInvariant();
            var page = parsed.GetValue(website) ?? $"https://{ours}/";
            return Run(parsed.GetValue(output)!, new(
                Guid.Parse(parsed.GetValue(appId)!), ours, parsed.GetValue(name)!, parsed.GetValue(developer)!, new(page),
                new(parsed.GetValue(privacy) ?? page), new(parsed.GetValue(terms) ?? page), parsed.GetValue(version)!));
        });
        return package;
    }

    private static int Run(FileInfo output, AppIdentity app)
    {
        using var package = new MemoryStream();
        AppPackage.Write(package, app);
        // Written beside its place and then moved: whatever happens, no half package stands there.
        var unfinished = $"{output.FullName}.{Guid.NewGuid():N}.tmp";
        try
        {
            if (Directory.Exists(output.FullName)) throw new IOException("That is a folder; name a file.");
            if (output.Directory is not { Exists: true }) throw new IOException("Its folder is not there.");
            using (var file = new FileStream(unfinished, FileMode.CreateNew)) package.WriteTo(file);
            File.Move(unfinished, output.FullName, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException(ExitCode.CannotCreate, $"The package cannot be written to {output.FullName}: {e.Message} Another place: --out PATH", e);
        }
        finally
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
        }

        Utf8.Console();
        Console.WriteLine($"""
            {output.FullName}
            {app.Name} {app.Version} by {app.Developer}, app id {app.AppId}
            Messaging endpoint to set in Azure Bot: https://{app.Host}/api/messages
            Help {app.Website}, privacy {app.Privacy}, terms {app.Terms}
            Next: upload it in Teams (Apps, Manage your apps, Upload an app) or in the Teams admin center (Manage apps).
            """);
        return ExitCode.Good;
    }

    private static Option<T> Checked<T>(Option<T> option, Func<string, string?> mend)
    {
        option.Validators.Add(result =>
        {
            if (!result.Implicit && result.Tokens.Count == 1 && mend(result.Tokens[0].Value) is { } told)
            {
                result.AddError($"{option.Name} is '{result.Tokens[0].Value}': {told}.");
            }
        });
        return option;
    }

    private static Func<string, string?> AtMost(int characters) => value =>
        string.IsNullOrWhiteSpace(value) ? "write at least one character"
        : value.Length > characters ? $"write at most {characters} characters, these are {value.Length}"
        : value.Any(char.IsControl) ? "write one line without control characters"
        : null;

    private static string? WrongPage(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var page) && page.Scheme == Uri.UriSchemeHttps && page.UserInfo == "" && page.AbsoluteUri.Length <= 2048
            ? null
            : "write an address that begins with https://";

    private static string? WrongHost(string value) =>
        value.Contains("://", StringComparison.Ordinal) ? "write the name alone, without http:// or https://"
        : value.Contains('/') ? "write the name alone, without a path"
        : IsLocal(value) ? "Teams reaches the bot from the internet; write a public name, for example that of a tunnel"
        : value.Contains(':') ? "write the name alone, without a port"
        : Uri.CheckHostName(value) == UriHostNameType.Dns && value.Contains('.') && !value.EndsWith('.') && value.All(char.IsAscii) && !value.Contains('_') ? null
        : "write a name such as chatbot.contoso.com (one with letters beyond ASCII as xn--…)";

    private static bool IsLocal(string value) =>
        System.Net.IPAddress.TryParse(value, out _)
        || value.Split(':')[0] is var name && (name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
            || System.Net.IPAddress.TryParse(name, out _));

    [GeneratedRegex(@"^(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}\z")]
    private static partial Regex ThreeNumbers();
}
