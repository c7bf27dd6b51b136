using ChatBot.Cards;
using ChatBot.Edge;
using ChatBot.Monitoring;
using ChatBot.State;
using ChatBot.Teams;
using Microsoft.Extensions.Options;

namespace ChatBot.Terminal;

/// <summary><c>check</c>: everything a start depends on, a line each; what is wrong with the way to mend it.</summary>
internal static class Check
{
    /// <summary>Of which it is told whether they are set and where, never what they are.</summary>
    private static readonly string[] Keys = ["Monitoring:SecretKey", "Teams:ClientSecret", "Teams:CertificatePassword"];

    public static async Task<int> RunAsync(string[] settings, CancellationToken stop)
    {
        await using var bot = await LocalBot.BuildAsync(settings, watches: false);
        Utf8.Console();
        var good = true;
        foreach (var fault in Faults(bot.Services)) Tell("settings", false, fault, null);
        if (good) Tell("settings", true, Told(bot), null);
        Tell("secrets", true, string.Join(", ", Keys.Select(key => $"{key} {Secrets.Told(bot.Settings, key)}")), null);

        await TryAsync(async () =>
        {
            foreach (var result in await bot.Services.GetRequiredService<MonitoringCheck>().RunAsync(stop))
            {
                Tell(result.What, result.Ok, result.Detail, result.Mend);
            }
        });
        await TryAsync(async () =>
        {
            foreach (var result in await bot.Services.GetRequiredService<TeamsCheck>().RunAsync(stop))
            {
                Tell(result.What, result.Ok, result.Detail, result.Mend);
            }
        });
        await TryAsync(async () =>
        {
            var result = await bot.Services.GetRequiredService<StateCheck>().RunAsync(stop);
            Tell(result.What, result.Ok, result.Detail, result.Mend);
        });
        await Console.Out.WriteLineAsync(good ? "All good." : "Something is wrong: see FAIL above.");
        return good ? ExitCode.Good : ExitCode.CheckFailed;

        async Task TryAsync(Func<Task> check)
        {
            try
            {
                await check();
            }
            catch (Exception e) when (!good && StartException.From(e) is not null)
            {
                // The part could not even be made from its settings, and a line above says so.
            }
        }

        void Tell(string what, bool ok, string detail, string? mend)
        {
            good &= ok;
            Console.Out.WriteLine($"{(ok ? "ok  " : "FAIL")}  {what,-10} {detail}");
            if (!ok && mend is not null) Console.Out.WriteLine($"                 → {mend}");
        }
    }

    private static string[] Faults(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            services.GetRequiredService<CardLibrary>();
            return [];
        }
        catch (Exception e) when (StartException.From(e) is { } told)
        {
            return told.Message.Split(Environment.NewLine);
        }
    }

    /// <summary>What is in force.</summary>
    private static string Told(LocalBot bot)
    {
        var monitoring = bot.Services.GetRequiredService<IOptions<MonitoringSettings>>().Value;
        return (bot.IsDemo ? "the demo: no Monitoring:Address is set; simulated centre " : "contact centre ")
            + $"{Banner.Host(monitoring.Address)}, {monitoring.Edition} edition, call centre {monitoring.CallCentre}, VDN {monitoring.Vdn}, "
            + $"access key {(monitoring.AccessKey is "" ? "not set" : "set")}, {monitoring.Skills.Count} queues named, "
            + $"time zone {monitoring.TimeZone}";
    }
}
