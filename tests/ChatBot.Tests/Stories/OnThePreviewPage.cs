using Microsoft.Playwright;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>A supervisor's conversation in a real browser, with the real bot and the simulated contact centre behind it.</summary>
public class OnThePreviewPage
{
    [Fact]
    public async Task A_supervisor_asks_refreshes_and_looks_further_in_a_channel()
    {
        await using var browser = await Browser.OpenAsync();
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana", resting: Minutes(7), asked: Minutes(10));
        var page = await OpenAsync(browser, stage, "Floor watch");
        var card = page.Locator(".message.bot .card").Last;

        await SayAsync(page, "who is resting on skill 3");
        await Expect(card).ToContainTextAsync("1 resting");
        await Expect(card).ToContainTextAsync("due back 14:03");

        stage.Billing.Has("Ben", waiting: Minutes(4), cause: ChatBot.Simulator.WaitCause.VdnQuota);
        stage.Billing.Has("Eve", resting: Minutes(12), asked: Minutes(10));
        stage.Time.Advance(TimeSpan.FromSeconds(5));
        await PressAsync(card, "Refresh");
        await Expect(card).ToContainTextAsync("2 resting");
        await Expect(card).ToContainTextAsync("1 overdue");

        await PressAsync(card, "Waiting to rest");
        await Expect(card).ToContainTextAsync("the VDN's rest quota is full");
        await card.GetByText("Ben", new() { Exact = true }).ClickAsync();
        await Expect(card).ToContainTextAsync("Why not yet");
        await Expect(page.Locator(".message.bot .card")).ToHaveCountAsync(2);   // the welcome, and the one card that changed
    }

    [Fact]
    public async Task A_question_back_is_answered_by_a_button_in_chinese()
    {
        await using var browser = await Browser.OpenAsync();
        await using var stage = await SetAsync();
        stage.Billing.HasCallsWaiting(Minutes(2));
        var page = await OpenAsync(browser, stage, "ChatBot");
        var card = page.Locator(".message.bot .card").Last;

        await SayAsync(page, "技能3谁在等待");
        await Expect(card).ToContainTextAsync("您指的是哪一个");
        await PressAsync(card, "排队的电话");

        await Expect(card).ToContainTextAsync("1 个电话排队");
    }

    [Fact]
    public async Task Without_the_renderer_the_page_shows_each_answers_words_and_buttons()
    {
        await using var browser = await Browser.OpenAsync();
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana", resting: Minutes(7), asked: Minutes(10));
        var page = await OpenAsync(browser, stage, "ChatBot", renderer: false);
        var card = page.Locator(".message.bot .card").Last;

        await SayAsync(page, "who is resting on skill 3");
        await Expect(card).ToContainTextAsync("Ana");
        await Expect(card.GetByRole(AriaRole.Button)).ToHaveTextAsync(["Refresh", "Waiting to rest", "Alert: over 5 min late back"]);
        await PressAsync(card, "Waiting to rest");

        await Expect(card).ToContainTextAsync("Nobody is waiting to rest");
    }

    private static async Task<IPage> OpenAsync(Browser browser, Stage stage, string chat, bool renderer = true)
    {
        var page = await browser.PageAsync(1100, 800);
        if (!renderer) await page.RouteAsync("**/adaptivecards.min.js", route => route.AbortAsync());
        await page.GotoAsync(stage.Supervisor.Address.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = chat }).ClickAsync();
        await Expect(page.Locator(".message.bot .card", new() { HasText = "I am ChatBot" })).ToHaveCountAsync(1);
        return page;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.GetByLabel("Your message").FillAsync(text);
        await page.GetByLabel("Your message").PressAsync("Enter");
    }

    private static Task PressAsync(ILocator card, string title) => card.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
