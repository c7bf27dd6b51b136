using System.Diagnostics;
using System.Globalization;
using ChatBot.Simulator;

namespace ChatBot.Benchmarks.Soak;

/// <summary>From the start of the built program to its first answer, and what it holds when it has nothing to do.</summary>
internal static class StartCost
{
    private const int Starts = 7;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public static async Task RunAsync()
    {
        await using var centre = await SimulatedCentre.StartAsync(new CentreSettings(), TimeProvider.System);
        using var http = new HttpClient();
        var ready = new double[Starts];
        var memory = new double[Starts];
        for (var n = 0; n < Starts; n++)
        {
            var folder = Directory.CreateTempSubdirectory("chatbot-start-");
            var began = Stopwatch.GetTimestamp();
            using var bot = Start(folder, centre);

            // 1 It tells where it listens, and then answers.
            Uri? address = null;
            while (address is null && await bot.StandardOutput.ReadLineAsync() is { } line)
                address = line.StartsWith("ChatBot ", StringComparison.Ordinal) ? new Uri(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) : null;
            await http.GetStringAsync(new Uri(address!, "/health/live"));
            ready[n] = Stopwatch.GetElapsedTime(began).TotalSeconds;

            // 2 The last one is let be for a while.
            if (n == Starts - 1) await Task.Delay(Idle);
            bot.Refresh();
            memory[n] = bot.WorkingSet64 / 1e6;
            bot.Kill();
            await bot.WaitForExitAsync();
            folder.Delete(recursive: true);
        }

        var idle = memory[^1];
        Array.Sort(ready);
        Array.Sort(memory);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"start to ready: median {ready[Starts / 2]:F2} s [{ready[0]:F2}–{ready[^1]:F2}]; memory when ready: median {memory[Starts / 2]:F0} MB, " +
            $"after {Idle.TotalSeconds:F0} s of nothing: {idle:F0} MB"));
    }

    private static Process Start(DirectoryInfo folder, SimulatedCentre centre) =>
        Process.Start(new ProcessStartInfo("dotnet", [
            Path.Combine(AppContext.BaseDirectory, "ChatBot.dll"), "--urls=http://127.0.0.1:0", "--environment=Development",
            $"--State:ConnectionString=Data Source={Path.Combine(folder.FullName, "chatbot.db")}", $"--Monitoring:Address={centre.Address}",
            $"--Monitoring:AccessKey={centre.Settings.AccessKey}",
        ])
        {
            Environment = { ["Monitoring__SecretKey"] = centre.Settings.SecretKey },
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
        })!;
}
