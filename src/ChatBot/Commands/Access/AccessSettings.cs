namespace ChatBot.Commands.Access;

/// <summary>Settings under <c>Access</c>: who may see which part of the floor, and who may change rules. Nothing set: everybody everything.</summary>
public sealed class AccessSettings
{
    public const string Section = "Access";

    /// <summary>Several that match somebody add up.</summary>
    public IList<Grant> Grants { get; } = [];

    /// <summary>For whom no grant matches. Null: everything where there are no grants at all, else nothing.</summary>
    public Allowance? Everyone { get; set; }

    internal bool IsOpen => Grants.Count == 0 && Everyone is null;
}

/// <summary>What one is allowed.</summary>
public class Allowance
{
    /// <summary>"*", "vdn 2", "vdn 1 skill 3", "vdn 1 skill 3-9", "vdn * skill 3".</summary>
    public IList<string> See { get; } = [];

    /// <summary>Whether they may make, change, pause and delete rules, and quieten a conversation.</summary>
    public bool Rules { get; set; }
}

/// <summary>One of <c>Access:Grants</c>, for a person or for all who ask in a place.</summary>
public sealed class Grant : Allowance
{
    /// <summary>Somebody's Entra object id.</summary>
    public string? Person { get; set; }

    /// <summary>The id of a team, of a channel or of a chat, as <c>status</c> shows it there.</summary>
    public string? Team { get; set; }
}
