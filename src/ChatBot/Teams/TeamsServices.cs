namespace ChatBot.Teams;

public static class TeamsServices
{
    public static IHostApplicationBuilder AddTeams(this IHostApplicationBuilder builder) => builder;

    public static WebApplication MapTeams(this WebApplication app) => app;
}
