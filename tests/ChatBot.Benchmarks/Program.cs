using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Running;
using ChatBot.Benchmarks;
using ChatBot.Benchmarks.Soak;
using ChatBot.Benchmarks.Turns;

if (args is ["soak-bot", .. var settings])
{
    await SoakBot.RunAsync(settings);
    return 0;
}

if (args is ["turn-floor"])
{
    await TurnFloor.RunAsync();
    return 0;
}

// "turn": what a question costs the bot's process, beside a program that does nothing but take it and reply.
if (args is ["turn"])
{
    await TurnCost.RunAsync();
    return 0;
}

// "soak": ten minutes of watching and telling, against the truth; "--minutes N" for fewer.
if (args is ["soak", .. var options])
{
    var minutes = options is ["--minutes", var given] ? double.Parse(given, CultureInfo.InvariantCulture) : 10;
    return await Soak.RunAsync(TimeSpan.FromMinutes(minutes), seed: 1);
}

// "start": how soon the bot is ready, and what it holds then.
if (args is ["start"])
{
    await StartCost.RunAsync();
    return 0;
}

// "quick": medians and ratio of interleaved rounds in this process, in seconds instead of minutes. Else BenchmarkDotNet.
if (args is not ["quick", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(CardBenchmark).Assembly).Run(args);
    return 0;
}

const int Rounds = 15;
const int Calls = 400;
using var card = new CardBenchmark();

// 1. Warm up until the optimised code is in use.
for (var warm = Stopwatch.StartNew(); warm.Elapsed < TimeSpan.FromSeconds(5);)
{
    card.Binder();
    card.Writer();
}

// 2. One after the other, so that a disturbance hits both.
var binder = new double[Rounds];
var writer = new double[Rounds];
for (var round = 0; round < Rounds; round++)
{
    binder[round] = Time(() => card.Binder());
    writer[round] = Time(() => card.Writer());
}

var ratios = binder.Zip(writer, (b, w) => b / w).Order().ToArray();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"a card of 100 rows: binder {Median(binder):F1} µs, bare writer {Median(writer):F1} µs, ratio {Median(ratios):F2} [{ratios[0]:F2}–{ratios[^1]:F2}]"));
return 0;

static double Time(Action action)
{
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < Calls; i++) action();
    return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls;
}

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
