using Microsoft.Playwright;

namespace ChatBot.Tests;

/// <summary>This machine's Chromium, without a window and without calls home.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;

    private static readonly float Patience = (float)Supervisor.Patience.TotalMilliseconds;

    private Browser(IPlaywright playwright, IBrowser chromium) => (_playwright, _chromium) = (playwright, chromium);

    public static async Task<Browser> OpenAsync()
    {
        var executable = Needs.Chromium();
        // Playwright's own five seconds are a measure of the machine.
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Timeout = Patience,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        }));
    }

    /// <summary>A page of somebody who reads English, whatever this machine speaks.</summary>
    public async Task<IPage> PageAsync(int width, int height, ColorScheme colours = ColorScheme.Light)
    {
        var page = await _chromium.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colours,
            DeviceScaleFactor = 2,
            Locale = "en-US",
        });
        page.SetDefaultTimeout(Patience);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}
