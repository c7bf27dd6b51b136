namespace ChatBot.Commands;

/// <summary>Where a question comes from, as far as its door has proved it: what <c>Access</c> and <c>Privacy</c> go by. Never taken
/// from a card's data.</summary>
public sealed record Origin
{
    /// <summary>Nothing is known: the rights of everyone else, and as careful with names as in a channel.</summary>
    public static readonly Origin Unknown = new();

    /// <summary>Somebody at this machine's own terminal, who can read settings and database anyway: nothing is kept from them.</summary>
    public static readonly Origin Terminal = new() { IsTerminal = true, IsPersonal = true };

    /// <summary>The asking person's Entra object id; opaque.</summary>
    public string? EntraId { get; init; }

    /// <summary>The team of a channel.</summary>
    public string? Team { get; init; }

    /// <summary>A chat of one person with the bot: nobody else reads the answer.</summary>
    public bool IsPersonal { get; init; }

    public bool IsTerminal { get; private init; }
}
