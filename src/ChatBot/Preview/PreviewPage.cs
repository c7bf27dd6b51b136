using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace ChatBot.Preview;

/// <summary>The page at <c>/</c> and what its script asks for.</summary>
internal sealed class PreviewPage(PreviewChannel channel, PreviewClient client, IHostApplicationLifetime lifetime)
{
    private const int LongestText = 28_000;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "preview");

    public static void MapFiles(WebApplication app)
    {
        var files = new PhysicalFileProvider(Folder);
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, RequestPath = "/preview/page", OnPrepareResponse = c => Guard(c.Context) });
        app.MapGet("/", (HttpContext context) =>
        {
            Guard(context);
            return Results.File(Path.Combine(Folder, "index.html"), "text/html; charset=utf-8");
        });
    }

    public void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/state", () => Results.Json(
            new PageState(Cast.Chats, Cast.People, Cast.TeamName, Cast.Bot.Name, File.Exists(Path.Combine(Folder, "adaptivecards.min.js")), channel.Messages),
            PreviewJson.Default.PageState));
        page.MapGet("/live", (CancellationToken gone) => TypedResults.ServerSentEvents(Live(gone)));
        page.MapPost("/open", OpenAsync);
        page.MapPost("/say", SayAsync);
        page.MapPost("/press", PressAsync);
    }

    private async IAsyncEnumerable<SseItem<string>> Live([EnumeratorCancellation] CancellationToken gone)
    {
        // An open stream would hold up the stop of the server for half a minute.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        using var listener = channel.Listen();
        yield return new SseItem<string>("{}", "ready");
        var all = listener.AllAsync(end.Token).GetAsyncEnumerator(CancellationToken.None);
        while (await MovesAsync(all))
            yield return new SseItem<string>(JsonSerializer.Serialize(all.Current, PreviewJson.Default.Happening), "happening");
    }

    private static async Task<bool> MovesAsync(IAsyncEnumerator<Happening> all)
    {
        try
        {
            return await all.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<IResult> OpenAsync(OpenRequest request, CancellationToken stop)
    {
        if (Chat(request.Chat) is not { } chat) return Results.NotFound();
        await client.OpenAsync(chat, request.Locale, stop);
        return Results.NoContent();
    }

    private async Task<IResult> SayAsync(SayRequest request, CancellationToken stop)
    {
        if (Chat(request.Chat) is not { } chat) return Results.NotFound();
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > LongestText) return Results.BadRequest();
        var (_, response) = await client.SayAsync(
            chat, request.Text, Who(request.From), request.Thread, request.Locale, request.Mention, stop);
        return Results.Json(response ?? new BotResponse(204, null), PreviewJson.Default.BotResponse);
    }

    private async Task<IResult> PressAsync(PressRequest request, CancellationToken stop)
    {
        if (channel.Find(request.Message) is not { } message || request.Action.ValueKind != JsonValueKind.Object) return Results.NotFound();
        return Results.Json(await client.PressAsync(message, request.Action, Who(request.From), stop), PreviewJson.Default.BotResponse);
    }

    private static Chat? Chat(string id) => Cast.Chats.FirstOrDefault(c => c.Id == id);

    private static Person Who(string? name) => Cast.People.FirstOrDefault(p => p.Name == name) ?? Cast.LiNa;

    /// <summary>Only scripts of our own run, and no other site may show the page in a frame.</summary>
    private static void Guard(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-cache";
    }
}
