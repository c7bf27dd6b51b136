using ChatBot.Monitoring;

namespace ChatBot.Alerts;

/// <summary>How loud an incident of a rule is told.</summary>
public enum Severity
{
    Warning,

    /// <summary>Mentions the people the rule names, and is rather said twice than never.</summary>
    Critical,
}

/// <summary>What is watched and when it is told; made in one conversation and told there.</summary>
public sealed record Rule
{
    /// <summary>1 and up, never used twice; 0 until it is stored.</summary>
    public int Number { get; init; }

    /// <summary>The conversation's stable id.</summary>
    public required string Conversation { get; init; }

    public required Metric Metric { get; init; }

    public required int Vdn { get; init; }

    /// <summary>Null for the whole VDN.</summary>
    public int? Skill { get; init; }

    public required Comparison Comparison { get; init; }

    /// <summary>A head count or number of calls, or seconds for a time.</summary>
    public required int Limit { get; init; }

    /// <summary>The value, and all beyond it on the other side of the limit, that counts as calm again. Same unit as the limit.</summary>
    public required int Calm { get; init; }

    /// <summary>How long the condition must hold before it is told; null for <c>Alerts:HoldPolls</c> readings in a row.</summary>
    public TimeSpan? Hold { get; init; }

    /// <summary>How often an incident nobody took is told again; zero for never.</summary>
    public TimeSpan Repeat { get; init; }

    public Severity Severity { get; init; }

    /// <summary>When it may speak, by the call centre's clock; null for always.</summary>
    public ActiveHours? Active { get; init; }

    /// <summary>Whom a critical incident mentions.</summary>
    public IReadOnlyList<Person> Mentions { get; init; } = [];

    public bool Paused { get; init; }

    /// <summary>Its name in <c>Alerts:Rules</c>; null for a rule made in chat. Shipped rules can be paused, not deleted.</summary>
    public string? Shipped { get; init; }

    /// <summary>Who is told when the conversation is gone; null for a shipped rule.</summary>
    public Person? MadeBy { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>"en" or "zh": of its posts, unless the conversation has a language of its own.</summary>
    public string Language { get; init; } = "en";

    public Scope Scope => new(Vdn, Skill);
}

/// <summary>Somebody in a conversation.</summary>
/// <param name="Id">The channel's id of them ("29:…"), which a mention needs.</param>
/// <param name="Name">As the channel shows it, untrusted text.</param>
public sealed record Person(string Id, string Name);

