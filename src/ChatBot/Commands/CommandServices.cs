using ChatBot.Alerts;
using ChatBot.Cards;
using ChatBot.Commands.Language;
using ChatBot.Commands.Telling;
using ChatBot.Monitoring;
using Microsoft.Extensions.Options;

namespace ChatBot.Commands;

public static class CommandServices
{
    public static IHostApplicationBuilder AddCommands(this IHostApplicationBuilder builder)
    {
        builder.AddLanguage();
        builder.Services.AddActivatedSingleton(services => new Voices(
            Path.Combine(AppContext.BaseDirectory, services.GetRequiredService<IOptions<CardSettings>>().Value.Folder),
            services.GetRequiredService<IOptions<MonitoringSettings>>().Value.Zone()));
        builder.Services.AddSingleton<IAlertCards, AlertCards>();
        builder.Services.AddSingleton<ShippedRules>().AddHostedService<ShippedRules.Shipping>();
        builder.Services.AddSingleton<IValidateOptions<AlertSettings>>(services => services.GetRequiredService<ShippedRules>());
        builder.Services.AddSingleton<AnswerMeter>().AddSingleton<Answerer>();
        return builder;
    }
}
