namespace ChatBot.Edge;

/// <summary>Settings under <c>Health</c>.</summary>
public sealed class HealthSettings
{
    public const string Section = "Health";

    /// <summary>Host names, with or without a port (<c>bot.internal</c>, <c>*:8081</c>), under which <c>/health/…</c> answers.
    /// Empty: under each.</summary>
    public IList<string> Hosts { get; } = [];
}
