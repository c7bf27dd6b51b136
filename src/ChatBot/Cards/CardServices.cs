using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ChatBot.Cards;

public static class CardServices
{
    /// <summary>The templates are compiled before the first request: a bad one stops the start.</summary>
    public static IHostApplicationBuilder AddCards(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CardSettings>().BindConfiguration("Cards")
            .Validate(cards => !string.IsNullOrWhiteSpace(cards.Folder), "Cards:Folder is empty: name the folder of the card templates, or leave the setting out.")
            .ValidateOnStart();
        builder.Services.AddActivatedSingleton(services => new CardLibrary(services.GetRequiredService<IOptions<CardSettings>>().Value));
        return builder;
    }
}
