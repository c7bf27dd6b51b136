using ChatBot.Alerts;

namespace ChatBot.Commands;

/// <summary>What is remembered about a conversation.</summary>
/// <param name="Vdn">Its default VDN (<c>use vdn 2</c>); null for the settings' one.</param>
/// <param name="Skill">Its default skill queue (<c>use skill 3</c>); null for the whole VDN.</param>
/// <param name="Language">"en", "zh", or null for the language of the question (<c>language auto</c>).</param>
public sealed record Conversation(string Id, int? Vdn = null, int? Skill = null, string? Language = null)
{
    /// <summary>A chat of one person with the bot, as far as it is known.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The Entra object id of that person, where it was told.</summary>
    public string? EntraId { get; init; }
}

/// <summary>Where conversations are kept; outlives a restart. Implemented by the room State.</summary>
public interface IConversations
{
    /// <summary>A conversation never seen before comes back with nothing set.</summary>
    Task<Conversation> GetAsync(string id, CancellationToken stop);

    Task SetScopeAsync(string id, int? vdn, int? skill, Deed deed, CancellationToken stop);

    Task SetLanguageAsync(string id, string? language, Deed deed, CancellationToken stop);

    /// <summary>Keeps how to reach the conversation (a ConversationReference as JSON), refreshed by each activity. One that had
    /// ended is alive again.</summary>
    /// <param name="person">The channel's id of the other side of a personal chat; null in groups and channels.</param>
    /// <param name="team">Of a channel; null where it is not told, which forgets none.</param>
    Task RememberAsync(string id, string referenceJson, string? person, string? team, CancellationToken stop);

    /// <summary>The channels of a team, as far as they told it.</summary>
    Task<IReadOnlyList<string>> OfTeamAsync(string team, CancellationToken stop);

    /// <returns>What was last remembered; null when nothing was.</returns>
    Task<string?> ReferenceAsync(string id, CancellationToken stop);

    /// <summary>True for exactly one caller ever: the one that is to say welcome.</summary>
    Task<bool> ClaimWelcomeAsync(string id, CancellationToken stop);

    /// <summary>The bot was removed: its rules end, and nothing about this conversation is kept but who
    /// changed what in it.</summary>
    Task ForgetAsync(string id, CancellationToken stop);
}
