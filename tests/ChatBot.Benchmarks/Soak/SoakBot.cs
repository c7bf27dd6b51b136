using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace ChatBot.Benchmarks.Soak;

/// <summary>What the bot costs at a moment, as its own process tells.</summary>
/// <param name="Cpu">Seconds of processor time since its start.</param>
/// <param name="Pause">Seconds of all collections together.</param>
internal sealed record Cost(double Cpu, long WorkingSet, long Heap, int Gen0, int Gen1, int Gen2, double Pause, int Threads, int Workers);

/// <summary>The bot in a process of its own, which answers each line it is sent with what it costs now; the end of its input ends it.</summary>
internal static class SoakBot
{
    public static async Task RunAsync(string[] settings)
    {
        await using var app = ChatBotApp.Build(settings[..1], builder => builder.Configuration.AddInMemoryCollection(
            settings.Select(s => s.TrimStart('-').Split('=', 2)).Select(s => new KeyValuePair<string, string?>(s[0], s[1]))));
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        while (await Console.In.ReadLineAsync() is not null) Console.WriteLine(JsonSerializer.Serialize(Now()));
        await app.StopAsync();
    }

    private static Cost Now()
    {
        using var self = Process.GetCurrentProcess();
        return new(
            self.TotalProcessorTime.TotalSeconds, self.WorkingSet64, GC.GetTotalMemory(false), GC.CollectionCount(0), GC.CollectionCount(1),
            GC.CollectionCount(2), GC.GetTotalPauseDuration().TotalSeconds, self.Threads.Count, ThreadPool.ThreadCount);
    }
}
