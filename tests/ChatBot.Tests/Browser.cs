using Microsoft.Playwright;

namespace ChatBot.Tests;

/// <summary>This machine's Chromium, without a window and without calls home.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;

    private Browser(IPlaywright playwright, IBrowser chromium) => (_playwright, _chromium) = (playwright, chromium);

    public static async Task<Browser> OpenAsync()
    {
        var executable = Needs.Chromium();
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        }));
    }

    public Task<IPage> PageAsync(int width, int height, ColorScheme colours = ColorScheme.Light) =>
        _chromium.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, DeviceScaleFactor = 2 });

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}
