using System.Runtime.CompilerServices;

namespace ChatBot.Tests;

/// <summary>What tests leave to others on this machine.</summary>
internal static class Machine
{
    /// <summary>Hosts watch their settings files for changes, and each takes one of the few watches (128 on many systems) that
    /// all programs of a user share. No test changes such a file.</summary>
    [ModuleInitializer]
    internal static void WatchNoFiles() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
