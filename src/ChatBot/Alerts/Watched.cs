using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>What a watcher keeps between two polls about one rule, or about the sight of one place for one conversation.</summary>
internal sealed class Watched(string conversation, Scope scope, DateTimeOffset began)
{
    private const int MostBefore = 10;

    // A database that is away for days must not fill the memory.
    private const int MostUnsaved = 50;

    private readonly List<HistoryLine> _before = [];
    private readonly List<Change> _unsaved = [];

    public string Conversation { get; } = conversation;

    public Scope Scope { get; } = scope;

    /// <summary>Null for the sight of a place.</summary>
    public Rule? Rule { get; set; }

    public Known Known { get; set; } = Known.Nothing;

    /// <summary>The open one, or the last one while a new crossing would reopen it.</summary>
    public Incident? Incident { get; private set; }

    /// <summary>Decided and not stored yet, in this order.</summary>
    public IReadOnlyList<Change> Unsaved => _unsaved;

    /// <summary>The last readings while nothing is open, oldest first.</summary>
    public IReadOnlyList<HistoryLine> Before => _before;

    /// <summary>Readings in a row without a live figure, and when the last live one was read.</summary>
    public int Failed { get; private set; }

    public DateTimeOffset LastLive { get; private set; } = began;

    /// <summary>By the last poll.</summary>
    public Observation? Seen { get; private set; }

    public bool IsOpen => Incident is { Open: true };

    public void Saw(Observation seen)
    {
        Seen = seen;
        Failed = seen.Value is null ? Failed + 1 : 0;
        if (seen.Value is not null) LastLive = seen.ReadAt;
    }

    /// <summary>Nothing has to be stored: a reading before, or without, an incident.</summary>
    public void Keep(Known known, HistoryLine line)
    {
        Known = known;
        if (_before.Count == MostBefore) _before.RemoveAt(0);
        _before.Add(line);
    }

    public void Decide(Change change)
    {
        (Known, Incident) = (change.Incident.Known, change.Incident);
        _before.Clear();
        // What could not be stored yet goes with what follows on it.
        if (_unsaved.Count > 0 && (_unsaved.Count == MostUnsaved || _unsaved[^1].Incident.RaisedAt == change.Incident.RaisedAt)) _unsaved.RemoveAt(_unsaved.Count - 1);
        _unsaved.Add(change);
    }

    /// <param name="stored">Null where somebody else was faster.</param>
    public void Saved(Incident? stored)
    {
        Incident = stored ?? Incident;
        _unsaved.Clear();
    }

    /// <summary>Goes on from what is stored: somebody else may have changed it, or ended it.</summary>
    /// <param name="stored">The open one, or the last that ended.</param>
    public void Adopt(Incident? stored)
    {
        // 1 What is not stored yet still follows on what is.
        if (_unsaved is [.., { Incident: var mine }] && (mine.Number == 0 ? stored is not { Open: true } : stored?.Version == mine.Version - 1)) return;
        _unsaved.Clear();

        // 2 Open: all that is known stands there. Ended: the next crossing may reopen it, unless people ended it. What has been held
        // since that end stays, also when it is too long ago to reopen anything.
        var was = Incident;
        Incident = stored is { Open: false, Ending: Ending.RuleWithdrawn } ? null : stored;
        if (Incident is { } its && (its.Open || its.EndedAt != was?.EndedAt)) Known = its.Known;
        else if (Incident is null && (was is { Open: true } || Known.Phase is Phase.Raised or Phase.CalmHolding)) Known = Known.Nothing;
    }
}
