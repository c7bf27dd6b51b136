namespace ChatBot.Alerts;

/// <summary>How fast one conversation may be spoken in: one call a second and twenty a minute, new messages and edits together.
/// Teams refuses at 7 a second and 60 in half a minute; people are tired earlier. Kept in memory: a restart forgets only holds,
/// and the channel tells them again.</summary>
internal sealed class Pace
{
    public const int PerMinute = 20;

    /// <summary>Edits that people should see at once.</summary>
    public const int StateEditsUpTo = 18;

    /// <summary>Edits that only change figures: a new incident must not wait for them.</summary>
    public const int FigureEditsUpTo = 12;

    private const int MostHeld = 1000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenCalls = TimeSpan.FromSeconds(1);

    private readonly List<DateTimeOffset> _calls = [];
    private readonly Dictionary<long, (int Failures, DateTimeOffset At, DateTimeOffset Due)> _edits = [];
    private (DateTimeOffset At, DateTimeOffset Until) _held;

    /// <summary>Calls in a row that surely did not arrive.</summary>
    public int Failures { get; private set; }

    public void Called(DateTimeOffset at)
    {
        _calls.RemoveAll(call => call <= at - Minute);
        _calls.Add(at);
    }

    /// <summary>The conversation, or the way there, asks for a pause.</summary>
    public void Hold(DateTimeOffset now, DateTimeOffset until)
    {
        Failures++;
        _held = (now, Later(until, Since(now, _held.At, _held.Until)));
    }

    public void Answered() => Failures = 0;

    /// <summary>An edit failed alone: the rest of the conversation goes on.</summary>
    public void HoldEdit(long post, DateTimeOffset now, DateTimeOffset until)
    {
        // Posts that end are not told here: without them the others only come a little sooner.
        if (_edits.Count >= MostHeld) _edits.Clear();
        _edits[post] = (EditFailures(post) + 1, now, until);
    }

    public void Edited(long post) => _edits.Remove(post);

    public int EditFailures(long post) => _edits.GetValueOrDefault(post).Failures;

    public DateTimeOffset EditNotBefore(long post, DateTimeOffset now)
    {
        var (_, at, due) = _edits.GetValueOrDefault(post);
        return Since(now, at, due);
    }

    /// <summary>When the next call may be made; in the past when it may be made now.</summary>
    /// <param name="most">In a minute, this one included: what is less important leaves room for what is more.</param>
    public DateTimeOffset NextAt(DateTimeOffset now, int most = PerMinute)
    {
        var calls = _calls.FindAll(call => call <= now && call > now - Minute);
        calls.Sort();
        var next = Since(now, _held.At, _held.Until);
        if (calls.Count > 0) next = Later(next, calls[^1] + BetweenCalls);
        if (calls.Count >= most) next = Later(next, calls[^most] + Minute);
        return next;
    }

    /// <summary>A clock that was put back must not silence the bot until it is as late again.</summary>
    /// <param name="at">When the pause began.</param>
    /// <returns>The end of a pause; long ago where it began later than now.</returns>
    public static DateTimeOffset Since(DateTimeOffset now, DateTimeOffset? at, DateTimeOffset? until) =>
        at > now ? DateTimeOffset.MinValue : until ?? DateTimeOffset.MinValue;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
