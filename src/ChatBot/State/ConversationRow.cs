namespace ChatBot.State;

// Properties, not constructors: each database has its own width of integers, and only properties are converted.
internal sealed record ConversationRow
{
    public int? Vdn { get; init; }

    public int? Skill { get; init; }

    public string? Language { get; init; }

    public string? Reference { get; init; }

    public string? Person { get; init; }

    public string? Team { get; init; }

    public long? SeenAt { get; init; }

    public long? EndedAt { get; init; }
}
