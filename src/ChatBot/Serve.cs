using ChatBot.Teams;
using ChatBot.Terminal;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatBot;

/// <summary>Without a command, or as <c>demo</c>: the bot serves Teams and the preview page, and ends in the prompt where somebody can type.</summary>
internal static class Serve
{
    private const string AskForDemo = "To try the bot on this machine, ask for the demo by name: ChatBot demo. To develop, set ASPNETCORE_ENVIRONMENT=Development.";

    /// <param name="demoByName">The simulated contact centre was asked for, and that strangers on this machine may talk to the bot.</param>
    public static async Task<int> RunAsync(string[] settings, bool demoByName, CancellationToken stop)
    {
        var interactive = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        await using var demo = await Demo.StartAsync(Settings.Read(settings), TimeProvider.System, demoByName);
        var started = false;
        await using var app = ChatBotApp.Build(settings, builder =>
        {
            demo?.Configure(builder.Configuration, builder.Configuration);
            Logs.Default(builder.Configuration, interactive ? LogLevel.Warning : LogLevel.Information);
            // A start that fails is told once and plainly, by CommandLine; the hosts would log it with its stack.
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => started && level >= LogLevel.Warning);
        });

        if (!demoByName) RefuseUnfinished(app, demo is not null);
        await app.StartAsync(stop);
        started = true;
        Utf8.Console();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        await Console.Out.WriteLineAsync(Banner.Of(
            app.Configuration, demo is not null, [.. addresses ?? []], app.Services.GetRequiredService<Reach>().Line, interactive));

        if (interactive)
        {
            await Chat.Of(app.Services, echo: false).UntilAsync(app.Lifetime.ApplicationStopping);
            await app.StopAsync(CancellationToken.None);
        }
        else
        {
            await app.WaitForShutdownAsync(stop);
        }

        return ExitCode.Good;
    }

    /// <summary>Outside of development nothing is open, and no figure invented, by mere forgetting.</summary>
    private static void RefuseUnfinished(WebApplication app, bool demo)
    {
        if (app.Environment.IsDevelopment()) return;
        if (app.Services.GetRequiredService<Reach>().Anonymous)
            throw new StartException($"Teams:AppId is not set, so the bot could not tell who talks to it. Set it and its credentials (README). {AskForDemo}");
        if (demo) throw new StartException($"Monitoring:Address is not set, so the bot would tell invented figures. Set your contact centre's address. {AskForDemo}");
    }
}
