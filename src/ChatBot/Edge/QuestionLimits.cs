using Microsoft.Extensions.Options;

namespace ChatBot.Edge;

/// <summary>How fast a person, and a conversation, may ask.</summary>
internal sealed class QuestionLimits(IOptions<LimitSettings> settings, TimeProvider time) : IDisposable
{
    private readonly Buckets _people = new(settings.Value.PersonBurst, settings.Value.PersonPerMinute, time);
    private readonly Buckets _conversations = new(settings.Value.ConversationBurst, settings.Value.ConversationPerMinute, time);

    /// <summary>How many people and conversations are remembered.</summary>
    public int Count => _people.Count + _conversations.Count;

    /// <returns>Null when the question may be answered; otherwise the pause, and whose it is.</returns>
    public (Pause Pause, bool IsOfConversation)? Take(string person, string conversation)
    {
        if (_people.Take(person) is { } own) return (own, false);
        return _conversations.Take(conversation) is { } all ? (all, true) : null;
    }

    public void Dispose()
    {
        _people.Dispose();
        _conversations.Dispose();
    }
}
