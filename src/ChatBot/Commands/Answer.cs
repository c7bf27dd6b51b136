using ChatBot.Alerts;

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
public sealed record Answer(ReadOnlyMemory<byte> Card, string Summary, Outcome Outcome = Outcome.Answered)
{
    /// <summary>The answer to a button that is for who pressed it alone: the summary is said to them, and the card they pressed
    /// stays as it is for everybody.</summary>
    public bool IsWhisper { get; init; }
}

/// <summary>Somebody's sentence or button, from whichever door it came.</summary>
/// <param name="Text">What was typed, without the bot's mention; or the canonical form a button carries.</param>
/// <param name="Conversation">Stable id of the conversation (a channel's threads share their channel's).</param>
/// <param name="Language">"en" or "zh" when the door knows it (a button of a Chinese card); null to take it from the text.</param>
public sealed record Question(string Text, string Conversation, string? Language = null)
{
    /// <summary>Who asks; null when the door does not tell.</summary>
    public Person? By { get; init; }

    public Origin From { get; init; } = Origin.Unknown;

    /// <summary>A card's button said it: forms that only buttons have are understood too.</summary>
    public bool Pressed { get; init; }

    /// <summary>What was entered on the button's card, by the names of its inputs: untrusted, at most <see cref="MostInputs"/>,
    /// each at most <see cref="LongestInput"/> characters.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = NoInputs;

    /// <summary>The people other than the bot that the sentence mentions; their names stand in <see cref="Text"/>.</summary>
    public IReadOnlyList<Person> Mentioned { get; init; } = [];

    public const int MostInputs = 20;

    public const int LongestInput = 200;

    private static readonly IReadOnlyDictionary<string, string> NoInputs = new Dictionary<string, string>();
}
