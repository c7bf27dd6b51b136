using System.Diagnostics;
using System.Globalization;

namespace ChatBot.Alerts;

/// <summary>Of several processes with one database one watches and tells: whoever holds this. It is renewed every few seconds, given
/// back at a clean stop, and taken over when it was not renewed for a while, or at once where its process is dead. Held until the
/// database says that it is somebody else's: in doubt something is told twice rather than never.</summary>
public sealed partial class Lease(IAlertStore store, TimeProvider time, ILogger<Lease> log) : BackgroundService
{
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Where a process number means the same process: this start of the machine, and this container of it. Null where the
    /// system does not tell.</summary>
    internal static readonly string? Place = FindPlace();

    // Tells this process from an earlier one of the same number.
    private static readonly string s_process = $"{Environment.MachineName}/{Place}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    private readonly string _me = $"{s_process}/{Guid.NewGuid():N}";
    private readonly PeriodicTimer _timer = new(Every, time);
    private volatile bool _held;
    private volatile string? _elsewhere;

    public bool Held => _held;

    /// <summary>The machine whose process watches; null where this one does, or nobody knows.</summary>
    public string? Elsewhere => _elsewhere;

    /// <summary>Before anything is watched.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>After nothing is watched any more.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!_held) return;
        try
        {
            await store.LetGoAsync(_me, cancellationToken);
        }
        catch (Exception e)
        {
            NotGivenBack(log, e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _timer.WaitForNextTickAsync(stoppingToken)) await TryAsync(stoppingToken);
    }

    public override void Dispose()
    {
        _timer.Dispose();
        base.Dispose();
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            var holder = await HoldAsync(null, stop);
            if (holder != _me && IsDead(holder)) holder = await HoldAsync(holder, stop);
            if (_held != (holder == _me)) Changed(log, holder == _me ? "This process watches now" : "Another process watches now", holder.Split('/')[0]);
            _elsewhere = holder == _me ? null : holder.Split('/')[0];
            _held = holder == _me;
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            // Whoever cannot use the database cannot tell anything either; what that means is told by those who try to.
            NotRenewed(log, e);
        }
    }

    private Task<string> HoldAsync(string? over, CancellationToken stop) =>
        store.HoldAsync(_me, over, time.GetUtcNow(), time.GetUtcNow() + Lasts, stop);

    /// <summary>Surely: of this place, and not there any more. Nobody knows of other machines' processes, nor of another container's,
    /// which may have the same names and numbers: theirs is over when it was not renewed.</summary>
    private static bool IsDead(string holder)
    {
        if (holder.Split('/') is not [var machine, var place, var number, var process, _] || machine != Environment.MachineName || place != Place
            || !int.TryParse(number, CultureInfo.InvariantCulture, out var id)) return false;
        if (id == Environment.ProcessId) return s_process.Split('/')[3] != process;
        try
        {
            using var running = Process.GetProcessById(id);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    /// <summary>No two living containers of a machine have the same space of process numbers.</summary>
    private static string? FindPlace()
    {
        const string boot = "/proc/sys/kernel/random/boot_id";
        try
        {
            return OperatingSystem.IsLinux() && new FileInfo("/proc/self/ns/pid").LinkTarget is { } space
                // Some services are not shown it: then the machine's name has to do.
                ? $"{(File.Exists(boot) ? File.ReadAllText(boot).Trim() : "")}+{space}"
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LoggerMessage(3002, LogLevel.Information, "{What} ({Machine})")]
    private static partial void Changed(ILogger log, string what, string machine);

    [LoggerMessage(3003, LogLevel.Debug, "Whether this process watches cannot be stored; tried again in a few seconds")]
    private static partial void NotRenewed(ILogger log, Exception e);

    [LoggerMessage(3004, LogLevel.Warning, "Another process watches only after 30 s: that this one stopped could not be stored")]
    private static partial void NotGivenBack(ILogger log, Exception e);
}
