using ChatBot.Alerts;

namespace ChatBot.Terminal;

/// <summary>Alerts in the prompt. A printed card cannot change any more: what becomes of it comes as a line of its own.</summary>
internal sealed class TerminalPosts(IGrainFactory? watching = null) : IPosting
{
    /// <summary>The one conversation of everybody who sits at this machine's terminal.</summary>
    public const string Conversation = "terminal";

    private static readonly Task<Delivery> Nobody = Task.FromResult(new Delivery(Arrival.Later, Why: "no prompt is open"));

    private volatile Screen? _screen;
    private int _posts;

    /// <summary>From here on the terminal can be told things; what waited for it is told now.</summary>
    public async Task OpenAsync(Screen screen)
    {
        _screen = screen;
        if (watching is not null) await watching.GetGrain<IMessenger>(Conversation).WakeAsync();
    }

    public void Close() => _screen = null;

    public Task<bool> ReachesAsync(string conversation, CancellationToken stop) =>
        Task.FromResult(conversation == Conversation && _screen is not null);

    public Task<Delivery> PostAsync(string conversation, Message message, string? under, CancellationToken stop)
    {
        if (_screen is not { } screen) return Nobody;
        if (message.Card.IsEmpty) screen.Arrives(message.Summary);
        else screen.Arrives(message.Card);
        return Task.FromResult(new Delivery(Arrival.Done, $"{Interlocked.Increment(ref _posts)}"));
    }

    public Task<Delivery> EditAsync(string conversation, string messageId, Message message, CancellationToken stop) =>
        _screen is null ? Nobody : Task.FromResult(new Delivery(Arrival.Done, messageId));
}
