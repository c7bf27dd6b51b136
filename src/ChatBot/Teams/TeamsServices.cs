using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Teams.Tokens;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Refit;

namespace ChatBot.Teams;

public static class TeamsServices
{
    public static IHostApplicationBuilder AddTeams(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TeamsSettings>().BindConfiguration(TeamsSettings.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsSettings>, TeamsSettingsCheck>();
        services.AddSingleton(s => Reach.Of(s.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton<Ask>(s => s.GetRequiredService<Answerer>().AnswerAsync);
        services.TryAddSingleton<Welcome>(s => s.GetRequiredService<Answerer>().Welcome);
        services.AddSingleton<TooFast>().AddSingleton<Caller>().AddSingleton<SeenActivities>().AddSingleton<References>();
        services.AddSingleton<Turns>().AddHostedService(s => s.GetRequiredService<Turns>());
        services.AddSingleton<Asking>().AddSingleton<Messages>().AddSingleton<CardActions>().AddSingleton<Membership>();
        services.AddSingleton<MessagesEndpoint>().AddSingleton<Connector>();
        services.AddSingleton<IPosting, TeamsPosts>();
        services.AddSingleton<ChannelKeys>().AddSingleton<ServiceHosts>().AddSingleton<Login>().AddSingleton<BotTokens>();
        services.AddSingleton<TeamsMeter>().AddTransient<BotTokenHandler>();
        services.AddSingleton(s => new TeamsCheck(
            s.GetRequiredService<IOptions<TeamsSettings>>(), s.GetRequiredService<BotTokens>(), s.GetRequiredService<ChannelKeys>(), s.GetRequiredService<TimeProvider>()));
        Login.Add(services);
        ChannelToken.Add(services);
        AddConnector(services);
        return builder;
    }

    public static WebApplication MapTeams(this WebApplication app)
    {
        app.Services.GetRequiredService<Reach>().Apply(app);
        app.MapPost(MessagesEndpoint.Path, (HttpContext context, MessagesEndpoint endpoint) => endpoint.ReceiveAsync(context));
        return app;
    }

    private static void AddConnector(IServiceCollection services) =>
        services.AddRefitGeneratedClient<IConnector>(ActivityJson.Default)
            .ConfigureHttpClient(client =>
            {
                client.BaseAddress = new Uri("http://service-url-of-the-conversation");
                client.Timeout = Timeout.InfiniteTimeSpan; // Patience bounds each attempt and their number.
            })
            .UseSocketsHttpHandler((handler, s) =>
            {
                // A redirect would carry conversations and tokens to an address nobody vouched for.
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.UseProxy = !s.GetRequiredService<IOptions<TeamsSettings>>().Value.IsAnonymous;
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers() // they would name conversations; Connector tells what fails
            .AddHttpMessageHandler(() => new ServiceUrlHandler())
            .AddHttpMessageHandler<BotTokenHandler>()
            .AddResilienceHandler("connector", (pipeline, context) =>
                Patience.Configure(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>()));
}
