using System.CommandLine;

namespace ChatBot.Simulator;

/// <summary>The centre alone: <c>dotnet run --project src/ChatBot.Simulator -- --vdns 50 --agents 1000</c>.</summary>
internal static class CommandLine
{
    private static readonly CentreSettings Default = new();

    private static readonly Option<int> Vdns = new("--vdns") { Description = "How many VDNs (1 to 5000)", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Agents = new("--agents") { Description = "Agents in each VDN", DefaultValueFactory = _ => 40 };
    private static readonly Option<int> Port = new("--port") { Description = "Port on 127.0.0.1; 0 takes a free one", DefaultValueFactory = _ => 18080 };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same lives", DefaultValueFactory = _ => Default.Seed };
    private static readonly Option<CentreEdition> Edition = new("--edition") { Description = "Which style it speaks: both, classic (8.13 and before) or current", DefaultValueFactory = _ => Default.Edition };
    private static readonly Option<string> AccessKey = new("--access-key") { Description = "Access key of the C2 signature", DefaultValueFactory = _ => Default.AccessKey };
    private static readonly Option<string> SecretKey = new("--secret-key") { Description = "Secret key of the C2 signature", DefaultValueFactory = _ => Default.SecretKey };

    public static ParseResult Parse(string[] args)
    {
        var command = new RootCommand("A simulated contact centre (CC-CMS) whose agents live by themselves.")
        {
            Vdns, Agents, Port, Seed, Edition, AccessKey, SecretKey,
        };
        command.SetAction(RunAsync);
        return command.Parse(args);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var settings = new CentreSettings
        {
            Lively = true,
            Vdns = parsed.GetValue(Vdns),
            AgentsPerVdn = parsed.GetValue(Agents),
            Port = parsed.GetValue(Port),
            Seed = parsed.GetValue(Seed),
            Edition = parsed.GetValue(Edition),
            AccessKey = parsed.GetValue(AccessKey) ?? "",
            SecretKey = parsed.GetValue(SecretKey) ?? "",
        };
        try
        {
            await using var centre = await SimulatedCentre.StartAsync(settings, TimeProvider.System, stop);
            await output.WriteLineAsync(Greeting(centre));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (ArgumentException wrong)
        {
            await error.WriteLineAsync(InOptions(wrong.Message) + " See --help.");
            return 1;
        }
        catch (IOException taken)
        {
            await error.WriteLineAsync($"Port {settings.Port}: {taken.Message} Choose another with --port, or --port 0 for a free one.");
            return 1;
        }

        return 0;
    }

    // A setting's name in a message becomes the option's.
    private static string InOptions(string message) => message
        .Replace(nameof(CentreSettings.AgentsPerVdn), Agents.Name, StringComparison.Ordinal)
        .Replace(nameof(CentreSettings.Vdns), Vdns.Name, StringComparison.Ordinal)
        .Replace(nameof(CentreSettings.Port), Port.Name, StringComparison.Ordinal)
        .Replace(nameof(CentreSettings.AccessKey), AccessKey.Name, StringComparison.Ordinal)
        .Replace(nameof(CentreSettings.SecretKey), SecretKey.Name, StringComparison.Ordinal);

    private static string Greeting(SimulatedCentre centre)
    {
        var settings = centre.Settings;
        var edition = settings.Edition == CentreEdition.Classic ? CentreEdition.Classic : CentreEdition.Current;
        var address = centre.Address.GetLeftPart(UriPartial.Authority);
        return $"""
            A simulated contact centre with {settings.Vdns} VDN(s) of {settings.Agents} agents is open (Ctrl+C closes it).
              address     {address}
              access key  {settings.AccessKey}
              secret key  {settings.SecretKey}
              speaks      {(settings.Edition == CentreEdition.Both ? "both editions" : $"the edition {edition} only")}

            Point the bot at it, in another terminal:
              Monitoring__Address={address} Monitoring__AccessKey={settings.AccessKey} Monitoring__SecretKey={settings.SecretKey} Monitoring__Edition={edition} dotnet run --project src/ChatBot
            """;
    }
}
