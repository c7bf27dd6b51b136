namespace ChatBot.Cards;

/// <summary>Settings under <c>Cards</c>.</summary>
public sealed class CardSettings
{
    /// <summary>The folder of the templates. A relative one starts where the program is, not where it was called from.</summary>
    public string Folder { get; set; } = "cards";

    /// <summary>A template that asks for what the data lacks fails instead of leaving it out. For tests and for writing templates.</summary>
    public bool Strict { get; set; }
}
