namespace ChatBot.Preview;

public static class PreviewServices
{
    public static IHostApplicationBuilder AddPreview(this IHostApplicationBuilder builder) => builder;

    public static WebApplication MapPreview(this WebApplication app) => app;
}
