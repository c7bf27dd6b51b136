using System.Net.Http.Json;
using System.Text.Json;
using ChatBot.Preview;
using ChatBot.Tests.Teams;
using Microsoft.Playwright;

namespace ChatBot.Tests.Preview;

/// <summary>Cards that come unasked, change while one looks, and have fields; the test says over the connector what the bot would.</summary>
public sealed class LivingCardTests : IAsyncLifetime
{
    private const string Form = """
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"FIGURE waiting"},
          {"type":"Input.ChoiceSet","id":"metric","label":"Metric","value":"waiting","choices":[{"title":"Waiting","value":"waiting"},{"title":"Resting","value":"resting"}]},
          {"type":"Input.Number","id":"limit","label":"Limit","value":5,"min":0},
          {"type":"Input.Text","id":"note","label":"Note"},
          {"type":"Input.Toggle","id":"critical","title":"Critical","value":"false"}],
         "actions":[
          {"type":"Action.Execute","title":"Save","verb":"say","data":{"say":"save"}},
          {"type":"Action.Execute","title":"Why","verb":"say","mode":"secondary","data":{"say":"why 1"}},
          {"type":"Action.Execute","title":"Snooze until the end of the shift","verb":"say","mode":"secondary","data":{"say":"snooze 1 4h"}}]}
        """;

    private Supervisor _supervisor = null!;
    private Browser _browser = null!;
    private IPage _page = null!;
    private HttpClient _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.OpenAsync();
        _supervisor = await Supervisor.StartAsync(new Parrot().MoveIn);
        _bot = new() { BaseAddress = new Uri(_supervisor.Address, "/preview/connector/v3/conversations/") };
        _page = await _browser.PageAsync(1100, 700);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_stands_in_a_cards_fields_travels_with_its_button_also_after_an_edit(bool renderer)
    {
        await OpenAsync("Supervisors", renderer);
        var id = await PostAsync(Cast.Group.Id, Form.Replace("FIGURE", "5", StringComparison.Ordinal));
        await _page.GetByLabel("Metric").SelectOptionAsync("resting");
        await _page.GetByLabel("Limit").FillAsync("7");
        await _page.GetByLabel("Critical").CheckAsync();
        await _page.GetByLabel("Note").FillAsync("lunch");

        await EditAsync(Cast.Group.Id, id, Form.Replace("FIGURE", "6", StringComparison.Ordinal));
        await Expect(_page.GetByText("6 waiting")).ToBeVisibleAsync();
        await Expect(_page.GetByLabel("Note")).ToBeFocusedAsync();
        await _page.Keyboard.TypeAsync(" is over");
        var pressed = await _page.RunAndWaitForRequestAsync(() => Button("Save").ClickAsync(), request => request.Url.EndsWith("/press", StringComparison.Ordinal));

        using var sent = JsonDocument.Parse(pressed.PostData!);
        Assert.Equal(
            """{"critical":"true","limit":"7","metric":"resting","note":"lunch is over","say":"save"}""",
            JsonSerializer.Serialize(sent.RootElement.GetProperty("action").GetProperty("data").EnumerateObject()
                .OrderBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => p.Value.GetString())));
    }

    [Fact]
    public async Task An_edit_far_above_moves_nothing_and_at_the_end_one_stays_at_the_end()
    {
        await OpenAsync("Supervisors");
        var first = await PostAsync(Cast.Group.Id, Text("short"));
        for (var i = 0; i < 12; i++) await PostAsync(Cast.Group.Id, Text($"line {i}"));
        await Expect(_page.GetByText("line 11")).ToBeInViewportAsync();
        var read = _page.GetByText("line 3", new() { Exact = true });
        await read.EvaluateAsync("e => e.scrollIntoView({ block: 'start' })");
        var before = await read.BoundingBoxAsync();

        await EditAsync(Cast.Group.Id, first, Text(string.Join("\\n\\n", Enumerable.Repeat("much longer", 9))));
        await PostAsync(Cast.Group.Id, Text("line 12"));
        await Expect(_page.GetByText("line 12")).ToBeAttachedAsync();

        Assert.Equal(before!.Y, (await read.BoundingBoxAsync())!.Y, 1.0);
        await Expect(_page.GetByText("line 12")).Not.ToBeInViewportAsync();
    }

    [Fact]
    public async Task New_posts_elsewhere_are_counted_and_edits_are_not()
    {
        await OpenAsync("ChatBot");
        var chat = _page.GetByRole(AriaRole.Button, new() { Name = "Floor watch" });
        var card = await CreateAsync(Cast.Alerts.Id, Text("5 waiting"));
        await Expect(chat).ToHaveAttributeAsync("data-new", "1");

        await EditAsync(card.Conversation, card.Id, Text("6 waiting"));
        await PostAsync(card.Conversation, Text("worse"));
        await Expect(chat).ToHaveAttributeAsync("data-new", "2");

        await chat.ClickAsync();
        await Expect(chat).Not.ToHaveClassAsync("new");
        var thread = _page.Locator(".thread", new() { HasText = "6 waiting" });
        await Expect(thread.Locator(".message")).ToHaveCountAsync(2);
        await Expect(thread.Locator(".message").First).ToContainTextAsync("edited");
        await Expect(thread.Locator(".message").Last).ToContainTextAsync("worse");
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(360)]
    public async Task Secondary_buttons_are_behind_the_dots_and_the_menu_stays_on_the_page(int width)
    {
        await _page.SetViewportSizeAsync(width, 700);
        await OpenAsync("Supervisors");
        await PostAsync(Cast.Group.Id, Form);
        await Expect(Button("Why")).ToHaveCountAsync(0);

        await _page.Locator(".ac-pushButton").Last.ClickAsync();
        var item = _page.GetByRole(AriaRole.Menuitem, new() { Name = "Snooze until the end of the shift" });
        var box = await item.BoundingBoxAsync();
        Assert.True(box!.X >= 0 && box.X + box.Width <= width);
        var pressed = await _page.RunAndWaitForRequestAsync(() => item.ClickAsync(), request => request.Url.EndsWith("/press", StringComparison.Ordinal));
        Assert.Contains("snooze 1 4h", pressed.PostData);
        await Expect(_page.GetByRole(AriaRole.Menuitem)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_message_is_edited_only_in_its_own_conversation()
    {
        var id = await PostAsync(Cast.Group.Id, Text("5 waiting"));

        Assert.Equal(404, (int)(await PutAsync(Cast.Personal.Id, id, Text("6 waiting"))).StatusCode);
        Assert.Equal(200, (int)(await PutAsync(Cast.Group.Id, id, Text("6 waiting"))).StatusCode);
    }

    private async Task OpenAsync(string chat, bool renderer = true)
    {
        if (!renderer) await _page.RouteAsync("**/adaptivecards.min.js", route => route.AbortAsync());
        await _page.GotoAsync(_supervisor.Address.AbsoluteUri);
        await Expect(_page.Locator("#live")).ToHaveTextAsync("live");
        await _page.GetByRole(AriaRole.Button, new() { Name = chat }).ClickAsync();
        await Expect(_page.Locator(".message.bot .card", new() { HasText = "welcome en-US" })).ToHaveCountAsync(1);
    }

    private ILocator Button(string title) => _page.GetByRole(AriaRole.Button, new() { Name = title, Exact = true });

    private async Task<string> PostAsync(string conversation, string card) =>
        await IdAsync(await _bot.PostAsJsonAsync($"{Uri.EscapeDataString(conversation)}/activities", Activity(card)));

    private async Task<(string Conversation, string Id)> CreateAsync(string channel, string card)
    {
        using var response = await _bot.PostAsJsonAsync("", new { isGroup = true, channelData = new { channel = new { id = channel } }, activity = Activity(card) });
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("id").GetString()!, body.GetProperty("activityId").GetString()!);
    }

    private async Task EditAsync(string conversation, string id, string card) => await IdAsync(await PutAsync(conversation, id, card));

    private Task<HttpResponseMessage> PutAsync(string conversation, string id, string card) =>
        _bot.PutAsJsonAsync($"{Uri.EscapeDataString(conversation)}/activities/{id}", Activity(card));

    private static async Task<string> IdAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static object Activity(string card) =>
        new { type = "message", attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = JsonElement.Parse(card) } } };

    private static string Text(string text) => $$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{text}}","wrap":true}]}""";

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    public async ValueTask DisposeAsync()
    {
        _bot?.Dispose();
        if (_browser is not null) await _browser.DisposeAsync();
        if (_supervisor is not null) await _supervisor.DisposeAsync();
    }
}
