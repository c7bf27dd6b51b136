using ChatBot.Alerts;

namespace ChatBot.Commands;

/// <summary>When shifts end, by the call centre's clock.</summary>
internal sealed class ShiftEnds(IEnumerable<string> times)
{
    // What cannot be read stopped the start already.
    private readonly TimeOnly[] _times = [.. times.Select(TimeOfDay.Of).OfType<TimeOnly>()];

    public bool Any => _times.Length > 0;

    /// <summary>The first end after <paramref name="now"/>.</summary>
    public DateTimeOffset? Next(Voice voice, DateTimeOffset now) => _times.Length == 0 ? null : _times.Min(t => voice.Next(t, now));
}
