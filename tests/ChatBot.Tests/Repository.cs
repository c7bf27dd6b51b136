namespace ChatBot.Tests;

/// <summary>Where the checkout is.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatBot.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside a checkout: no ChatBot.sln above " + AppContext.BaseDirectory);
    }
}
