using System.Globalization;

namespace ChatBot.Benchmarks.Soak;

internal static class Figures
{
    public static void Tell(string what, List<double> seconds)
    {
        if (seconds.Count == 0) return;
        seconds.Sort();
        double At(double part) => seconds[(int)Math.Min(seconds.Count - 1, seconds.Count * part)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-25} median {At(0.5):F3} s, p95 {At(0.95):F3} s, p99 {At(0.99):F3} s, most {seconds[^1]:F3} s"));
    }
}
