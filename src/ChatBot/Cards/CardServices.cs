namespace ChatBot.Cards;

public static class CardServices
{
    public static IHostApplicationBuilder AddCards(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CardLibrary>();
        return builder;
    }
}
