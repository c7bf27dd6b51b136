namespace ChatBot.Terminal;

/// <summary><c>check</c></summary>
internal static class Check
{
    public static Task<int> RunAsync(string[] settings, CancellationToken stop) => Task.FromResult(0);
}
