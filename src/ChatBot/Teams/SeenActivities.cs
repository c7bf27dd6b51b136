namespace ChatBot.Teams;

/// <summary>Which activities came in the last ten minutes. The channel sends an activity again when it believes the first try
/// failed, within seconds; answering twice would only be noise, so this is kept in memory and may be lost at a restart.</summary>
internal sealed class SeenActivities(TimeProvider time)
{
    private const int Most = 20_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly HashSet<(string Conversation, string Activity)> _seen = [];
    private readonly Queue<((string, string) Key, DateTimeOffset At)> _byAge = new();

    /// <returns>False when this activity was here in the last ten minutes.</returns>
    public bool IsNew(string conversation, string? activity)
    {
        if (string.IsNullOrEmpty(activity)) return true;
        var now = time.GetUtcNow();
        lock (_lock)
        {
            while (_byAge.TryPeek(out var oldest) && (now - oldest.At > KeptFor || _seen.Count >= Most))
            {
                _seen.Remove(oldest.Key);
                _byAge.Dequeue();
            }

            if (!_seen.Add((conversation, activity))) return false;
            _byAge.Enqueue(((conversation, activity), now));
            return true;
        }
    }
}
