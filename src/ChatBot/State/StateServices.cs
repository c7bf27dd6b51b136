using ChatBot.Alerts;
using ChatBot.Commands;
using Microsoft.Extensions.Options;

namespace ChatBot.State;

public static class StateServices
{
    public static IHostApplicationBuilder AddState(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<StateSettings>().BindConfiguration(StateSettings.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StateSettings>, StateSettings.Validation>();
        services.AddSingleton<Database>();
        services.AddSingleton<SeenConversations>();
        services.AddSingleton<IConversations, SqliteConversations>();
        services.AddSingleton<IAlertStore, SqliteAlertStore>();
        services.AddSingleton<IPostStore, SqlitePostStore>();
        services.AddSingleton(s => new StateCheck(s.GetRequiredService<Database>(), s.GetRequiredService<IConversations>()));
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        services.AddHostedService<Opening>();
        services.AddHostedService<Sweep>();
        return builder;
    }

    /// <summary>A database that cannot be used stops the start; one that fails later fails the question that needed it.</summary>
    private sealed class Opening(Database database) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken) =>
            await (await database.OpenAsync(cancellationToken)).DisposeAsync();

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
