namespace ChatBot.Alerts;

/// <summary>How watching and telling are going, since the process started.</summary>
public sealed class AlertHealth
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Arrival, long> _sends = [];
    private WatchTrouble? _lastTrouble;
    private bool _storeFails;

    /// <summary>Messages and edits the channel took.</summary>
    public long Delivered => Count(Arrival.Done);

    /// <summary>Put off: the channel was busy, did not know us, or could not be reached.</summary>
    public long Later => Count(Arrival.Later);

    /// <summary>May have arrived.</summary>
    public long Unknown => Count(Arrival.Unknown);

    public long Refused => Count(Arrival.Refused) + Count(Arrival.TooLarge);

    /// <summary>Messages and conversations that are no more.</summary>
    public long Gone => Count(Arrival.MessageGone) + Count(Arrival.ConversationGone);

    /// <summary>The last send that did not arrive for sure.</summary>
    public WatchTrouble? LastSendTrouble
    {
        get
        {
            lock (_lock) return _lastTrouble;
        }
    }

    public void Sent(Delivery delivery, DateTimeOffset now)
    {
        lock (_lock)
        {
            _sends[delivery.Arrival] = _sends.GetValueOrDefault(delivery.Arrival) + 1;
            if (delivery.Arrival != Arrival.Done) _lastTrouble = new(now, Trouble.Sending, delivery.Status);
        }
    }

    /// <summary>Many conversations meet the same broken database.</summary>
    /// <returns>Whether that is news.</returns>
    public bool StoreWorks(bool works)
    {
        lock (_lock)
        {
            if (_storeFails != works) return false;
            _storeFails = !works;
            return true;
        }
    }

    private long Count(Arrival arrival)
    {
        lock (_lock) return _sends.GetValueOrDefault(arrival);
    }
}
