using ChatBot.Alerts;

namespace ChatBot.Tests;

/// <summary>Lines of the audit for changes whose line no test looks at.</summary>
internal static class Deeds
{
    public static readonly Deed Any = In("c");

    public static Deed In(string conversation, Person? by = null, string what = "test") => new(Stage.Start, conversation, by, what);
}
