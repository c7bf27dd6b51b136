using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ChatBot.Tests.Terminal;

/// <summary>The built program as a process of its own, in an empty folder, with real standard streams.</summary>
public sealed class BuiltApp : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chatbot-");
    private readonly Process _process;

    private BuiltApp(string program, string[] args, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList()) start.Environment.Remove(name);
        // As `dotnet run` starts it.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = Process.Start(start)!;
    }

    public Process Process => _process;

    /// <summary>Where it works, its own; gone with it.</summary>
    public string Folder => _folder.FullName;

    private static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "ChatBot.dll");

    /// <summary>The one that runs this test. The first one on the path may be a script before it, and signals would end the script only.</summary>
    private static string Dotnet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", "dotnet"));

    public static BuiltApp Start(string[] args, params (string Name, string Value)[] environment) =>
        new(Dotnet, [Program, .. args], environment);

    /// <summary>As if somebody sat before it: util-linux's <c>script</c> gives it a terminal.</summary>
    public static BuiltApp StartInTerminal(string args, params (string Name, string Value)[] environment)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "Not here: the program script; install util-linux (Debian: bsdutils).");
        // Whoever was started in the background inherits that Ctrl+C is ignored; before a terminal it is not.
        return new("/usr/bin/script", ["-qefc", $"exec env --default-signal=INT '{Dotnet}' '{Program}' {args}", "/dev/null"], environment);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Out, string Error)> RunAsync(
        string[] args, string input = "", params (string Name, string Value)[] environment)
    {
        using var app = Start(args, environment);
        var (output, error) = (app._process.StandardOutput.ReadToEndAsync(), app._process.StandardError.ReadToEndAsync());
        await app._process.StandardInput.WriteAsync(input);
        app._process.StandardInput.Close();
        await app._process.WaitForExitAsync().WaitAsync(Supervisor.Patience);
        return (app._process.ExitCode, await output, await error);
    }

    /// <summary>Reads its output up to the first line that holds <paramref name="part"/>.</summary>
    public async Task<string> LineAsync(string part)
    {
        var seen = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Supervisor.Patience) is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal)) return line;
            seen.AppendLine(line);
        }

        throw new InvalidOperationException($"The program ended without saying '{part}': {seen}{await _process.StandardError.ReadToEndAsync()}");
    }

    public async Task TypeAsync(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync();
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Supervisor.Patience);
        return _process.ExitCode;
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task<int> TerminateAsync()
    {
        // The shell's own kill: the program of this name is not everywhere.
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static bool IsSetting(string name) =>
        name.Contains("__", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal);
}
