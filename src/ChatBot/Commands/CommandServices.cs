using ChatBot.Commands.Language;

namespace ChatBot.Commands;

public static class CommandServices
{
    public static IHostApplicationBuilder AddCommands(this IHostApplicationBuilder builder)
    {
        builder.AddLanguage();
        builder.Services.AddSingleton<Answerer>();
        return builder;
    }
}
