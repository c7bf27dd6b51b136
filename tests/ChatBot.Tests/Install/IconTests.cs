using System.Text.Json;

namespace ChatBot.Tests.Install;

/// <summary>Teams' rules for the two icons, on the pixels that a browser sees.</summary>
public class IconTests
{
    private const string Pixels = """
        async base64 => {
          const image = new Image();
          image.src = 'data:image/png;base64,' + base64;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          return { width: image.width, height: image.height, pixels: Array.from(context.getImageData(0, 0, image.width, image.height).data) };
        }
        """;

    [Fact]
    public async Task The_outline_is_white_and_nothing_else_on_transparent()
    {
        var (width, height, pixels) = await ReadAsync("outline.png");

        Assert.Equal((32, 32), (width, height));
        Assert.All(pixels.Where(p => p.Alpha > 0), p => Assert.Equal((255, 255, 255), (p.Red, p.Green, p.Blue)));
        // It is neither empty nor a filled square.
        Assert.InRange(pixels.Count(p => p.Alpha > 127), 100, 500);
        Assert.InRange(pixels.Count(p => p.Alpha == 0), 400, 900);
    }

    [Fact]
    public async Task The_coloured_one_is_full_to_its_edges_and_keeps_its_symbol_to_the_middle()
    {
        var (width, height, pixels) = await ReadAsync("color.png");
        var ground = TeamsApp.Manifest["accentColor"]!.GetValue<string>();

        Assert.Equal((192, 192), (width, height));
        Assert.All(pixels, p => Assert.Equal(255, p.Alpha));
        // Teams cuts corners, or a hexagon, off the 48 pixels around the symbol.
        Assert.All(pixels.Index().Where(p => p.Index % 192 is < 48 or >= 144 || p.Index / 192 is < 48 or >= 144),
            p => Assert.Equal(ground, $"#{p.Item.Red:X2}{p.Item.Green:X2}{p.Item.Blue:X2}"));
        Assert.InRange(pixels.Distinct().Count(), 5, 1000);
    }

    private static async Task<(int Width, int Height, (int Red, int Green, int Blue, int Alpha)[] Pixels)> ReadAsync(string icon)
    {
        await using var browser = await Browser.OpenAsync();
        var page = await browser.PageAsync(200, 200);
        var read = await page.EvaluateAsync<JsonElement>(Pixels, Convert.ToBase64String(File.ReadAllBytes(Path.Combine(TeamsApp.Folder, icon))));
        var pixels = read.GetProperty("pixels").EnumerateArray().Select(channel => channel.GetInt32()).Chunk(4).Select(p => (p[0], p[1], p[2], p[3]));
        return (read.GetProperty("width").GetInt32(), read.GetProperty("height").GetInt32(), [.. pixels]);
    }
}
