using ChatBot.Tests.Alerts;

namespace ChatBot.Benchmarks.Soak;

/// <summary>A connector on a bad day: of a hundred calls three get 429 with and three without Retry-After, three a 502 and two
/// nothing at all; what got a 502 or nothing stands in the chat every other time.</summary>
internal static class MoodyConnector
{
    public static async Task<RecordingConnector> StartAsync(int seed)
    {
        var random = new Random(seed);
        var connector = await RecordingConnector.StartAsync();
        connector.Treat = async (_, gone) =>
        {
            int mood;
            bool takes;
            int seconds;
            lock (random) (mood, takes, seconds) = (random.Next(100), random.Next(2) == 0, random.Next(1, 4));
            switch (mood)
            {
                case < 3: return new(429, seconds, Takes: false);
                case < 6: return new(429, Takes: false);
                case < 9: return new(502, Takes: takes);
                case < 11:
                    // The caller loses patience.
                    await Task.WhenAny(Task.Delay(Timeout.Infinite, gone));
                    return new(Takes: takes, Answers: false);
                default: return Treatment.Right;
            }
        };
        return connector;
    }
}
