using ChatBot.Commands;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Spectre.Console;

namespace ChatBot.Terminal;

/// <summary>Without a command: the bot serves Teams and the preview page, and ends in the prompt where somebody can type.</summary>
internal static class Serve
{
    private const string DefaultAddress = "http://localhost:3978";

    public static async Task<int> RunAsync(string[] settings, CancellationToken stop)
    {
        var interactive = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        await using var demo = await Demo.StartAsync(Settings.Read(settings), TimeProvider.System);
        var started = false;
        await using var app = ChatBotApp.Build(settings, builder =>
        {
            demo?.Configure(builder.Configuration, builder.Configuration);
            if (!AddressIsSet(builder.Configuration)) builder.WebHost.UseUrls(DefaultAddress);
            Logs.Default(builder.Configuration, interactive ? LogLevel.Warning : LogLevel.Information);
            // A start that fails is told once and plainly, by CommandLine; the hosts would log it with its stack.
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => started && level >= LogLevel.Warning);
        });

        await app.StartAsync(stop);
        started = true;
        Utf8.Console();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        await Console.Out.WriteLineAsync(Banner.Of(app.Configuration, demo is not null, [.. addresses ?? []], interactive));

        var ended = app.WaitForShutdownAsync(stop);
        if (interactive)
        {
            // A line being typed cannot be interrupted: with Ctrl+C the process ends around it.
            var prompt = new Chat(app.Services.GetRequiredService<Answerer>(), AnsiConsole.Console, Console.In, language: null);
            var talk = Task.Run(() => prompt.RunAsync(app.Lifetime.ApplicationStopping), CancellationToken.None);
            if (await Task.WhenAny(talk, ended) == talk)
            {
                await app.StopAsync(CancellationToken.None);
                await talk;
            }
        }

        await ended;
        return ExitCode.Good;
    }

    private static bool AddressIsSet(ConfigurationManager settings) =>
        ((string[])["urls", "http_ports", "https_ports"]).Any(key => !string.IsNullOrEmpty(settings[key]))
        || settings.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
