using ChatBot.Alerts;
using ChatBot.Cards;
using ChatBot.Commands.Access;
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
            services.GetRequiredService<IOptions<MonitoringSettings>>().Value.Zone(),
            services.GetRequiredService<IOptions<PrivacySettings>>().Value.NamesInChannels));
        builder.Services.AddOptions<PrivacySettings>().BindConfiguration(PrivacySettings.Section).ValidateOnStart();
        // Otherwise the binder leaves out a grant that it cannot read, and without grants everybody sees everything.
        builder.Services.AddOptions<AccessSettings>().BindConfiguration(AccessSettings.Section, all => all.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AccessSettings>, AccessSettingsCheck>();
        builder.Services.AddSingleton(services => new Grants(services.GetRequiredService<IOptions<AccessSettings>>().Value));
        builder.Services.AddSingleton<VisibleNames>().AddSingleton<Privately>();
        builder.Services.AddSingleton<IAlertCards, AlertCards>();
        builder.Services.AddSingleton<ShippedRules>().AddSingleton<ShippedRules.Shipping>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ShippedRules.Shipping>());
        builder.Services.AddHostedService<LostSight>();
        builder.Services.AddSingleton<IValidateOptions<AlertSettings>>(services => services.GetRequiredService<ShippedRules>());
        builder.Services.AddSingleton<AnswerMeter>().AddSingleton<Answerer>();
        return builder;
    }
}
