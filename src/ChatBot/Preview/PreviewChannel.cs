using System.Globalization;
using System.Threading.Channels;

namespace ChatBot.Preview;

/// <summary>The channel itself: what was said where, and who listens. It keeps the last messages only, in memory.</summary>
public sealed class PreviewChannel(TimeProvider time)
{
    private const int MostMessages = 1000;

    private readonly Lock _lock = new();
    private readonly List<Message> _messages = [];
    private readonly List<Channel<Happening>> _listeners = [];
    private long _lastId;

    /// <summary>All messages kept, oldest first.</summary>
    public IReadOnlyList<Message> Messages
    {
        get
        {
            lock (_lock) return [.. _messages];
        }
    }

    public Message? Find(string id)
    {
        lock (_lock) return _messages.Find(m => m.Id == id);
    }

    /// <summary>A new message gets an id and a time; in a channel one without a thread begins its own.</summary>
    internal Message Post(Message message)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _lastId = Math.Max(_lastId + 1, now.ToUnixTimeMilliseconds());
            var id = _lastId.ToString(CultureInfo.InvariantCulture);
            var isChannel = Cast.Chats.Any(c => c.Id == message.Chat && c.Kind == ChatKind.Channel);
            message = message with { Id = id, At = now, Thread = isChannel ? message.Thread ?? id : null };
            if (_messages.Count >= MostMessages) _messages.RemoveAt(0);
            _messages.Add(message);
            Tell(new(HappeningKind.Posted, message));
            return message;
        }
    }

    /// <returns>False when there is no such message of the bot's.</returns>
    internal bool Edit(string id, Func<Message, Message> edit)
    {
        lock (_lock)
        {
            var at = _messages.FindIndex(m => m.Id == id && m.FromBot);
            if (at < 0) return false;
            _messages[at] = edit(_messages[at]) with { Edits = _messages[at].Edits + 1 };
            Tell(new(HappeningKind.Edited, _messages[at]));
            return true;
        }
    }

    internal void Type(Message where)
    {
        lock (_lock) Tell(new(HappeningKind.Typing, where));
    }

    /// <summary>All that happens from now on. A listener that does not keep up loses the oldest.</summary>
    public Listener Listen()
    {
        var channel = Channel.CreateBounded<Happening>(new BoundedChannelOptions(MostMessages) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock) _listeners.Add(channel);
        return new Listener(this, channel);
    }

    private void Tell(Happening happening)
    {
        foreach (var listener in _listeners) listener.Writer.TryWrite(happening);
    }

    public sealed class Listener(PreviewChannel owner, Channel<Happening> channel) : IDisposable
    {
        public IAsyncEnumerable<Happening> AllAsync(CancellationToken stop) => channel.Reader.ReadAllAsync(stop);

        /// <summary>Waits for the first happening that fits; those before it are passed over.</summary>
        public async Task<Message> Next(Func<Happening, bool> fits, CancellationToken stop)
        {
            while (true)
            {
                var happening = await channel.Reader.ReadAsync(stop);
                if (fits(happening)) return happening.Message;
            }
        }

        public void Dispose()
        {
            lock (owner._lock) owner._listeners.Remove(channel);
            channel.Writer.TryComplete();
        }
    }
}
