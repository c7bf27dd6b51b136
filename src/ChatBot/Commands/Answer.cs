namespace ChatBot.Commands;

/// <summary>How it went, for the exit code of the terminal.</summary>
public enum Outcome
{
    Answered,
    NotUnderstood,
    Failed,
}

/// <summary>What the bot says: one card, and its words for a lock screen and for clients without cards.</summary>
/// <param name="Card">Adaptive Card JSON, UTF-8, under 24 KB.</param>
/// <param name="Summary">Plain text; its first 80 characters carry skill, number and longest.</param>
public sealed record Answer(ReadOnlyMemory<byte> Card, string Summary, Outcome Outcome = Outcome.Answered);

/// <summary>Somebody's sentence or button, from whichever door it came.</summary>
/// <param name="Text">What was typed, without the bot's mention; or the canonical form a button carries.</param>
/// <param name="Conversation">Stable id of the conversation (a channel's threads share their channel's).</param>
/// <param name="Language">"en" or "zh" when the door knows it (a button of a Chinese card); null to take it from the text.</param>
public sealed record Question(string Text, string Conversation, string? Language = null);
