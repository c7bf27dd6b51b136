using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace ChatBot.Benchmarks.Soak;

/// <summary>What a program costs at a moment, as its own process tells.</summary>
/// <param name="Cpu">Seconds of processor time since its start.</param>
/// <param name="Pause">Seconds of all collections together.</param>
internal sealed record Cost(double Cpu, long WorkingSet, long Heap, int Gen0, int Gen1, int Gen2, double Pause, int Threads, int Workers)
{
    /// <summary>Tells where the program listens, and then its cost for each line that comes in; the end of its input ends it.</summary>
    public static async Task TellAsync(WebApplication app)
    {
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

/// <summary>The bot in a process of its own.</summary>
internal static class SoakBot
{
    public static async Task RunAsync(string[] settings)
    {
        await using var app = ChatBotApp.Build(settings[..1], builder => builder.Configuration.AddInMemoryCollection(
            settings.Select(s => s.TrimStart('-').Split('=', 2)).Select(s => new KeyValuePair<string, string?>(s[0], s[1]))));
        await Cost.TellAsync(app);
    }
}
