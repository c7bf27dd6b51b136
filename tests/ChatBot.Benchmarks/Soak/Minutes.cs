using System.Globalization;
using ChatBot.Simulator;
using ChatBot.Tests.Alerts;

namespace ChatBot.Benchmarks.Soak;

/// <summary>A line a minute of what the bot costs.</summary>
internal sealed class Minutes(SoakProcess bot, SimulatedCentre centre, RecordingConnector connector)
{
    public async Task TellAsync(CancellationToken stop)
    {
        Console.WriteLine("minute  cpu % of a core  memory MB  heap MB  gen0/1/2  paused %  threads  workers  readings  calls to the connector");
        var (before, readings, calls) = (await bot.CostAsync(), centre.CallCount, connector.Calls.Count);
        for (var minute = 1; !stop.IsCancellationRequested; minute++)
        {
            await Task.WhenAny(Task.Delay(TimeSpan.FromMinutes(1), stop));
            if (stop.IsCancellationRequested) return;
            var now = await bot.CostAsync();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{minute,6}  {(now.Cpu - before.Cpu) / 0.6,15:F1}  {now.WorkingSet / 1e6,9:F0}  {now.Heap / 1e6,7:F0}  " +
                $"{now.Gen0 - before.Gen0}/{now.Gen1 - before.Gen1}/{now.Gen2 - before.Gen2}  {(now.Pause - before.Pause) / 0.6,8:F2}  " +
                $"{now.Threads,7}  {now.Workers,7}  {centre.CallCount - readings,8}  {connector.Calls.Count - calls}"));
            (before, readings, calls) = (now, centre.CallCount, connector.Calls.Count);
        }
    }
}
