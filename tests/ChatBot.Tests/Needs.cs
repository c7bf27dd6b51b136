namespace ChatBot.Tests;

/// <summary>What some tests need and a plain checkout lacks. Without it they are skipped and say how to get it; with
/// <c>CHATBOT_NO_SKIP=1</c>, as in <c>scripts/test</c>, they fail instead.</summary>
public static class Needs
{
    /// <summary>The folder of the official card tools.</summary>
    public static string Oracle { get; } = Path.Combine(Repository.Root, "tests", "ChatBot.Tests", "oracle");

    /// <summary>Node and the official card tools.</summary>
    /// <returns>The program to start.</returns>
    public static string Node()
    {
        const string Mend = "run scripts/test, or npm ci in tests/ChatBot.Tests/oracle";
        var node = OnPath("node", "node.exe");
        if (node is null) Missing($"Node is not on the PATH: install Node 20 or later, then {Mend}");
        if (!Directory.Exists(Path.Combine(Oracle, "node_modules", "ajv-draft-04"))) Missing($"the official card tools are not installed: {Mend}");
        return node!;
    }

    /// <summary>A Chromium or Chrome of this machine; Playwright's own browsers are not downloaded.</summary>
    /// <returns>Its executable.</returns>
    public static string Chromium()
    {
        var chromium = Environment.GetEnvironmentVariable("CHATBOT_CHROMIUM")
            ?? OnPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");
        if (chromium is null) Missing("Chromium is not on the PATH: run scripts/test, or set CHATBOT_CHROMIUM to the executable of Chromium or Chrome");
        return chromium!;
    }

    private static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("CHATBOT_NO_SKIP") == "1") Assert.Fail("Needed and not here: " + what);
        Assert.Skip("Not here: " + what);
    }

    private static string? OnPath(params string[] programs) =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from program in programs
         let file = Path.Combine(folder, program)
         where File.Exists(file)
         select file).FirstOrDefault();
}
