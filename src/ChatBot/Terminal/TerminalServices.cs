using ChatBot.Alerts;

namespace ChatBot.Terminal;

public static class TerminalServices
{
    public static IHostApplicationBuilder AddTerminal(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TerminalPosts>().AddSingleton<IPosting>(services => services.GetRequiredService<TerminalPosts>());
        return builder;
    }
}
