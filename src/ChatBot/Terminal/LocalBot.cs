using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Console;

namespace ChatBot.Terminal;

/// <summary>The whole bot in this process with no door to the network: for one who asks here and now. In the demo the simulated
/// contact centre comes with it.</summary>
internal sealed class LocalBot : IAsyncDisposable
{
    private readonly Demo? _demo;
    private readonly WebApplication _app;
    private bool _started;

    private LocalBot(Demo? demo, WebApplication app) => (_demo, _app) = (demo, app);

    public IServiceProvider Services => _app.Services;

    public IConfiguration Settings => _app.Configuration;

    public bool IsDemo => _demo is not null;

    /// <summary>The process was told to end (Ctrl+C).</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    /// <summary>Builds the bot; nothing is validated or opened yet.</summary>
    /// <param name="watches">False where it ends before there is anything to watch: rules can be made, others watch them.</param>
    public static async Task<LocalBot> BuildAsync(string[] settings, bool watches)
    {
        var demo = await Demo.StartAsync(Terminal.Settings.Read(settings), TimeProvider.System);
        try
        {
            return new(demo, ChatBotApp.Build(settings, builder =>
            {
                demo?.Configure(builder.Configuration, builder.Configuration);
                if (!watches) builder.Configuration.AddInMemoryCollection([new("Alerts:Watch", "false")]);
                builder.Services.AddSingleton<IServer, NoServer>();
                builder.Services.Configure<ConsoleLoggerOptions>(log => log.LogToStandardErrorThreshold = LogLevel.Trace);
                Logs.Default(builder.Configuration, LogLevel.Critical);
            }));
        }
        catch
        {
            if (demo is not null) await demo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Validates the settings, opens the database, starts what runs in the background.</summary>
    public Task StartAsync(CancellationToken stop)
    {
        _started = true;
        return _app.StartAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        // What runs in the background takes it for a fault when it is only dropped.
        if (_started) await _app.StopAsync();
        await _app.DisposeAsync();
        if (_demo is not null) await _demo.DisposeAsync();
    }

    private sealed class NoServer : IServer
    {
        public NoServer() => Features.Set<IServerAddressesFeature>(new ServerAddressesFeature());

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }
    }
}
