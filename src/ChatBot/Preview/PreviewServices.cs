using ChatBot.Teams;

namespace ChatBot.Preview;

public static class PreviewServices
{
    public static IHostApplicationBuilder AddPreview(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PreviewChannel>().AddSingleton<PreviewClient>();
        builder.Services.AddSingleton<PreviewConnector>().AddSingleton<PreviewPage>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, PreviewJson.Default));
        return builder;
    }

    /// <summary>Nothing of this room can be reached once the bot has an app id.</summary>
    public static WebApplication MapPreview(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<Reach>().Anonymous) return app;
        PreviewPage.MapFiles(app);
        var preview = app.MapGroup("/preview").AddEndpointFilter(async (invocation, next) =>
            await app.Services.GetRequiredService<Caller>().RefuseAsync(invocation.HttpContext) is { } refusal
                ? Errors.Json(refusal)
                : await next(invocation));
        app.Services.GetRequiredService<PreviewPage>().Map(preview.MapGroup("/api"));
        app.Services.GetRequiredService<PreviewConnector>().Map(preview.MapGroup("/connector/v3"));
        return app;
    }
}
