using ChatBot.Tests.Teams;
using Microsoft.Playwright;

namespace ChatBot.Tests.Preview;

/// <summary>The preview page in a real browser.</summary>
public sealed class PreviewPageTests : IAsyncLifetime
{
    private readonly Parrot _parrot = new();
    private Supervisor _supervisor = null!;
    private Browser _browser = null!;
    private IPage _page = null!;
    private readonly List<string> _complaints = [];

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.OpenAsync();
        _supervisor = await Supervisor.StartAsync(_parrot.MoveIn);
        _page = await _browser.PageAsync(1100, 800);
        _page.Console += (_, message) =>
        {
            if (message.Type == "error") _complaints.Add(message.Text + " " + message.Location);
        };
        _page.PageError += (_, error) => _complaints.Add(error);
        await _page.GotoAsync(_supervisor.Address.AbsoluteUri);
        await Assertions.Expect(_page.Locator("#live")).ToHaveTextAsync("live");
    }

    private ILocator Card => _page.Locator(".message.bot .card").Last;

    /// <summary>Opens a chat, in which the bot says welcome then.</summary>
    private async Task OpenAsync(string chat)
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = chat }).ClickAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Name = chat, Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(_page.Locator(".message.bot .card", new() { HasText = "welcome en-US" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_question_in_a_channel_is_answered_by_a_card_that_refresh_edits_in_place()
    {
        await Assertions.Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Local preview, not Teams" })).ToBeVisibleAsync();
        await OpenAsync("Floor watch");
        await _page.GetByLabel("Your message").FillAsync("who is resting on skill 3");
        await _page.GetByLabel("Your message").PressAsync("Enter");

        await Assertions.Expect(Card).ToContainTextAsync("you said: who is resting on skill 3");
        await Card.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();

        await Assertions.Expect(Card).ToContainTextAsync("you said: again");
        await Assertions.Expect(_page.Locator(".message.bot .card")).ToHaveCountAsync(2);
        await Assertions.Expect(_page.Locator(".message.bot .who").Last).ToContainTextAsync("edited");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_reply_stays_in_its_thread_and_a_chip_begins_another()
    {
        await OpenAsync("General");
        await _page.GetByRole(AriaRole.Button, new() { Name = "技能3谁在休息" }).ClickAsync();
        await Assertions.Expect(Card).ToContainTextAsync("you said: 技能3谁在休息");
        var thread = _page.Locator(".thread").Last;

        await thread.GetByLabel("Reply in this thread").FillAsync("and waiting?");
        await thread.GetByLabel("Reply in this thread").PressAsync("Enter");
        await Assertions.Expect(thread.Locator(".message.bot .card").Last).ToContainTextAsync("you said: and waiting?");
        await Assertions.Expect(thread.Locator(".message")).ToHaveCountAsync(4);
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Phone_width_and_dark_keep_the_card_inside_the_frame()
    {
        await OpenAsync("ChatBot");
        await _page.GetByRole(AriaRole.Button, new() { Name = "who is resting on skill 3" }).ClickAsync();
        await Assertions.Expect(Card).ToContainTextAsync("you said");
        var lightInk = await InkAsync();

        await _page.GetByRole(AriaRole.Button, new() { Name = "Phone width" }).ClickAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();

        var frame = await _page.Locator(".frame").BoundingBoxAsync();
        var card = await Card.BoundingBoxAsync();
        Assert.Equal(360, frame!.Width);
        Assert.InRange(card!.X, frame.X, frame.X + 60);
        Assert.True(card.X + card.Width <= frame.X + frame.Width);
        Assert.NotEqual(lightInk, await InkAsync());
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task On_a_phone_the_chats_stay_in_view_above_a_long_conversation()
    {
        // Nothing is under way when the page is left.
        await OpenAsync("ChatBot");
        await _page.SetViewportSizeAsync(380, 700);
        for (var i = 0; i < 6; i++) await _supervisor.Says("who is resting", ChatBot.Preview.Cast.Personal);
        await _page.ReloadAsync();

        await Assertions.Expect(_page.Locator(".message.bot .card", new() { HasText = "you said" })).ToHaveCountAsync(6);
        await Assertions.Expect(_page.GetByRole(AriaRole.Button, new() { Name = "Supervisors" })).ToBeInViewportAsync();
        Assert.Equal(380, (await _page.Locator(".frame").BoundingBoxAsync())!.Width);
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task What_the_bot_posts_elsewhere_is_marked_as_new()
    {
        await OpenAsync("ChatBot");

        await _supervisor.Says("who is resting", ChatBot.Preview.Cast.Group);

        var chat = _page.GetByRole(AriaRole.Button, new() { Name = "Supervisors" });
        await Assertions.Expect(chat).ToHaveClassAsync("new");
        await OpenAsync("Supervisors");
        await Assertions.Expect(_page.Locator(".message.bot .card", new() { HasText = "you said: who is resting" })).ToHaveCountAsync(1);
        await Assertions.Expect(chat).Not.ToHaveClassAsync("new");
    }

    private Task<string> InkAsync() =>
        Card.Locator(".ac-textBlock").First.EvaluateAsync<string>("e => getComputedStyle(e).color");

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_supervisor is not null) await _supervisor.DisposeAsync();
    }
}
