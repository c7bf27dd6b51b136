namespace ChatBot.State;

/// <summary>What each turn reads of a conversation, kept in memory. This process is the one that writes; what another program
/// wrote is seen within <see cref="Lasts"/>.</summary>
internal sealed class SeenConversations(TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ConversationRow? Row, DateTimeOffset Until)> _rows = [];
    private long _drops;

    /// <param name="read">Null for a conversation that is not known.</param>
    public async Task<ConversationRow?> GetAsync(string id, Func<Task<ConversationRow?>> read)
    {
        long drops;
        lock (_gate)
        {
            if (_rows.TryGetValue(id, out var kept) && time.GetUtcNow() < kept.Until) return kept.Row;
            drops = _drops;
        }

        var row = await read();
        lock (_gate)
        {
            // Something was written meanwhile: perhaps this was read before.
            if (drops != _drops) return row;
            if (_rows.Count >= Most) _rows.Clear();
            _rows[id] = (row, time.GetUtcNow() + Lasts);
        }

        return row;
    }

    /// <summary>To be called after each write, also after one that failed.</summary>
    public void Drop(string id)
    {
        lock (_gate)
        {
            _drops++;
            _rows.Remove(id);
        }
    }
}
