namespace ChatBot.Alerts;

/// <summary>A line of the audit: who changed what, when and where. Stored in the same transaction as the change, or neither is.</summary>
/// <param name="At">When.</param>
/// <param name="Conversation">Where it was said, and what it changes there; empty once that was the personal chat of somebody
/// who asked to be forgotten.</param>
/// <param name="By">Null for nobody: the settings, or the bot itself. Without an id where the door does not tell who it was.</param>
/// <param name="What">The sentence, in canonical form.</param>
public sealed record Deed(DateTimeOffset At, string Conversation, Person? By, string What)
{
    /// <summary>Of a rule that was changed or deleted: as it was. Filled in by the store.</summary>
    public Rule? Before { get; init; }

    /// <summary>Of a rule that was made or changed: as it is now. Filled in by the store.</summary>
    public Rule? After { get; init; }

    /// <summary>The incident that was taken or snoozed, or ended with its rule.</summary>
    public int? Incident { get; init; }

    /// <summary>It was somebody who asked to be forgotten.</summary>
    public bool Forgotten { get; init; }
}

/// <summary>For how long things are kept.</summary>
/// <param name="Incidents">After their end, with history and posts.</param>
/// <param name="Deeds">The audit.</param>
public sealed record Kept(TimeSpan Incidents, TimeSpan Deeds);

/// <summary>What is to be woken after somebody was forgotten.</summary>
/// <param name="Vdns">Whose watchers keep rules and incidents in memory.</param>
/// <param name="Conversations">Whose cards show the person no longer.</param>
public sealed record Forgotten(IReadOnlyList<int> Vdns, IReadOnlyList<string> Conversations);
