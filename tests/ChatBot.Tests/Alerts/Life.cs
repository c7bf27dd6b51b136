using System.Text.RegularExpressions;
using ChatBot.Tests.Terminal;

namespace ChatBot.Tests.Alerts;

/// <summary>One process of the bot, from its start to its end.</summary>
internal sealed partial class Life : IDisposable
{
    private readonly TaskCompletionSource _dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly BuiltApp _app;
    private readonly Task<string> _said;
    private volatile bool _killed;

    public Life(Death death, BuiltApp app)
    {
        (Death, _app) = (death, app);
        app.Process.EnableRaisingEvents = true;
        app.Process.Exited += (_, _) => _dead.TrySetResult();
        _said = ListenAsync();
    }

    public Death Death { get; }

    public Task Dead => _dead.Task;

    /// <summary>Where it listens, once it does.</summary>
    public Task<Uri> Ready => _ready.Task;

    /// <summary>What it said after it was ready.</summary>
    public string Said => _said.IsCompletedSuccessfully ? _said.Result : "";

    /// <summary>SIGKILL: nothing of it runs any more.</summary>
    public void Kill()
    {
        _killed = true;
        _app.Process.Kill();
    }

    /// <summary>Waits for its end, which is sure.</summary>
    public async Task<bool> WasKilledAsync()
    {
        await _app.EndAsync();
        if (!_killed) await _said;
        return _killed;
    }

    public Task<int> StopAsync() => _app.TerminateAsync();

    public void Dispose() => _app.Dispose();

    private async Task<string> ListenAsync()
    {
        try
        {
            _ready.TrySetResult(new Uri(Address().Match(await _app.LineAsync("Preview page")).Value));
            var error = _app.Process.StandardError.ReadToEndAsync();
            return await _app.Process.StandardOutput.ReadToEndAsync() + await error;
        }
        catch (Exception ended) when (ended is InvalidOperationException or TimeoutException)
        {
            _ready.TrySetException(ended);
            return ended.Message;
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();
}
