using Microsoft.Playwright;

namespace ChatBot.Tests.Cards;

/// <summary>The official renderer in a headless browser of this machine, with the host configurations of the preview page.</summary>
internal sealed class CardRenderer : IAsyncDisposable
{
    private static readonly string Page = Path.Combine(Repository.Root, "src", "ChatBot", "Preview", "page");

    private readonly Browser _browser;
    private readonly IPage _page;

    private CardRenderer(Browser browser, IPage page) => (_browser, _page) = (browser, page);

    public static async Task<CardRenderer> StartAsync()
    {
        Needs.Node();
        var browser = await Browser.OpenAsync();
        var page = await browser.PageAsync(900, 700);
        await page.SetContentAsync("""<!doctype html><html lang="en"><body style="margin:16px"><div id="host"></div></body></html>""");
        await page.AddStyleTagAsync(new() { Path = Path.Combine(Page, "cards.css") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Needs.Oracle, "node_modules", "adaptivecards", "dist", "adaptivecards.min.js") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "tests", "ChatBot.Tests", "Cards", "measure.js") });
        return new(browser, page);
    }

    /// <summary>Draws a card and says what went wrong.</summary>
    /// <param name="width">Of the card, in CSS pixels.</param>
    /// <param name="theme">"light" or "dark".</param>
    public async Task<string[]> ComplaintsAsync(string card, int width, string theme) =>
        await _page.EvaluateAsync<string[]>("drawAndMeasure", new { card, width, config = HostConfig(theme) });

    /// <summary>A picture of the card drawn last.</summary>
    public Task PictureAsync(string file) => _page.Locator("#host").ScreenshotAsync(new() { Path = file });

    public Task StyleAsync(string css) => _page.AddStyleTagAsync(new() { Content = css });

    public static string HostConfig(string theme) => File.ReadAllText(Path.Combine(Page, $"host-config.{theme}.json"));

    public ValueTask DisposeAsync() => _browser.DisposeAsync();
}
