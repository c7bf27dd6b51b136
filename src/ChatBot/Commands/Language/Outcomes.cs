namespace ChatBot.Commands.Language;

/// <summary>How a choice ends.</summary>
internal static class Outcomes
{
    private static readonly Concepts Harmless = Concepts.Of(Concept.In, Concept.Filler);

    /// <summary>Every word that means something belongs to the command.</summary>
    public static bool Fits(this Said said, Concepts allowed) => said.Means.IsWithin(allowed | Harmless) && !said.InDuration;

    public static Understanding Understood(this Said said, Command command) =>
        said.InDuration ? said.Missed(MissKind.OtherTime) : new Understanding.Understood(command);

    public static Understanding If(this Said said, Command command, Concepts allowed) =>
        said.Fits(allowed) ? said.Understood(command) : said.Missed(MissKind.NoForm);

    /// <summary>As <see cref="If"/>, for commands that have no scope.</summary>
    public static Understanding Plain(this Said said, Command command, Concepts allowed) =>
        said.HasScope || said.Agents.Count > 0 ? said.Missed(MissKind.NoForm) : said.If(command, allowed);

    /// <summary>The nearest examples are added at the end, once.</summary>
    public static Understanding Missed(this Said said, MissKind kind, string? subject = null)
    {
        said.MissBecause(kind, subject);
        return new Understanding.Missed(kind, subject, []);
    }
}
