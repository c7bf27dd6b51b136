using ChatBot.Teams;
using ChatBot.Terminal;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ChatBot;

/// <summary>Without a command: the bot serves Teams and the preview page, and ends in the prompt where somebody can type.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken stop)
    {
        var interactive = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        await using var demo = await Demo.StartAsync(Settings.Read(settings), TimeProvider.System);
        var started = false;
        await using var app = ChatBotApp.Build(settings, builder =>
        {
            demo?.Configure(builder.Configuration, builder.Configuration);
            Logs.Default(builder.Configuration, interactive ? LogLevel.Warning : LogLevel.Information);
            // A start that fails is told once and plainly, by CommandLine; the hosts would log it with its stack.
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
            builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => started && level >= LogLevel.Warning);
        });

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
}
