using Microsoft.Playwright;

namespace ChatBot.Tests.Cards;

/// <summary>The official renderer in a headless browser of this machine, with the host configurations of the preview page.</summary>
internal sealed class CardRenderer : IAsyncDisposable
{
    private static readonly string Page = Path.Combine(Repository.Root, "src", "ChatBot", "Preview", "page");

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;

    private CardRenderer(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        _page = page;
    }

    public static async Task<CardRenderer> StartAsync()
    {
        Needs.Node();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Needs.Chromium(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 900, Height = 700 }, DeviceScaleFactor = 2 });
        await page.SetContentAsync("""<!doctype html><html lang="en"><body style="margin:16px"><div id="host"></div></body></html>""");
        await page.AddStyleTagAsync(new() { Path = Path.Combine(Page, "cards.css") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Needs.Oracle, "node_modules", "adaptivecards", "dist", "adaptivecards.min.js") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Repository.Root, "tests", "ChatBot.Tests", "Cards", "measure.js") });
        return new(playwright, browser, page);
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

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
