using System.Diagnostics;
using System.Text.Json;

namespace ChatBot.Benchmarks.Soak;

/// <summary>Our end of a program that tells its <see cref="Cost"/>.</summary>
internal sealed class SoakProcess : IDisposable
{
    private readonly Process _process;

    private SoakProcess(Process process) => _process = process;

    /// <summary>Where it listens.</summary>
    public required Uri Address { get; init; }

    public bool IsAlive => !_process.HasExited;

    /// <param name="program">"soak-bot", or another that tells its <see cref="Cost"/>.</param>
    public static async Task<SoakProcess> StartAsync(string program, params string[] settings)
    {
        // This very program, however it was started.
        string[] self = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(SoakProcess).Assembly.Location] : [];
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. self, program, .. settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return line is null
            ? throw new InvalidOperationException("The bot did not start.")
            : new(process) { Address = new Uri(line) };
    }

    public async Task<Cost> CostAsync()
    {
        await _process.StandardInput.WriteLineAsync("?");
        await _process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<Cost>(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bot ended."))!;
    }

    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (IsAlive) _process.Kill();
        _process.Dispose();
    }
}
