using ChatBot.Cards;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Everything a command needs for its answer.</summary>
/// <param name="Language">"en" or "zh": the language of the answer.</param>
public sealed record Turn(
    Conversation Conversation, string Language, FloorReader Floor, Names Names, CardLibrary Cards, IConversations Conversations,
    TimeProvider Time);
