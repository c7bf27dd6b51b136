using ChatBot.Preview;
using Microsoft.Playwright;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>An incident from its rule to its end, as people in a channel see it in a real browser; time stands still between the
/// polls.</summary>
public class AlertsOnThePreviewPage
{
    [Fact]
    public async Task A_card_arrives_is_taken_changes_in_place_and_ends_in_the_same_place()
    {
        await using var browser = await Browser.OpenAsync();
        await using var stage = await SetAsync();
        var agents = new[] { "Ana", "Ben", "Eve" }.Select(name => stage.Billing.Has(name, waiting: Minutes(4))).ToList();
        var page = await browser.PageAsync(1100, 800);
        await page.GotoAsync(stage.Supervisor.Address.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Floor watch" }).ClickAsync();
        var cards = page.Locator(".message.bot .card");
        await Expect(cards).ToHaveCountAsync(1);   // the welcome

        // 1 A rule, by typing.
        await page.GetByLabel("Your message").FillAsync("alert when waiting skill 3 above 2");
        await page.GetByLabel("Your message").PressAsync("Enter");
        await Expect(cards.Last).ToContainTextAsync("Alert 1 is set");

        // 2 Its incident, in a thread of its own, while one looks at another chat.
        await page.GetByRole(AriaRole.Button, new() { Name = "Supervisors" }).ClickAsync();
        await stage.PollAsync(Cast.Alerts.Id, times: 2);
        var chat = page.GetByRole(AriaRole.Button, new() { Name = "Floor watch" });
        await Expect(chat).ToHaveAttributeAsync("data-new", "1");
        await chat.ClickAsync();
        var thread = page.Locator(".thread").Last;
        await Expect(thread).ToContainTextAsync("Waiting to rest 3 · limit 2");
        await Expect(thread).ToContainTextAsync("Ana");
        var id = await thread.Locator(".message").First.GetAttributeAsync("data-id");
        var message = page.Locator($"[data-id='{id}']");

        // 3 Somebody has it, and everybody sees who.
        await message.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await Expect(message).ToContainTextAsync("Li Na has it until 14:");
        await Expect(message).ToContainTextAsync("edited");

        // 4 It gets worse: new figures in the same card, a line below it.
        for (var more = 0; more < 3; more++) agents.Add(stage.Billing.Has($"More {more}", waiting: Minutes(1)));
        await stage.PollAsync(Cast.Alerts.Id, times: 2);
        await Expect(message).ToContainTextAsync("Waiting to rest 6 · limit 2");
        await Expect(message).ToContainTextAsync("Li Na has it until 14:");
        await Expect(thread.Locator(".message").Nth(1)).ToContainTextAsync("worse");

        // 5 The floor calms, and the card says how it was.
        foreach (var agent in agents) agent.Is(idle: Minutes(1));
        await stage.PollAsync(Cast.Alerts.Id, times: 3);
        await Expect(message).ToContainTextAsync("back to 0");
        await Expect(message).ToContainTextAsync("peak 6");
        await Expect(message).ToContainTextAsync("Li Na had it");
        await Expect(message.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" })).ToHaveCountAsync(0);
        await Expect(thread.Locator(".message").Last).ToContainTextAsync("is over");
        await Expect(page.Locator(".thread .message.bot .card")).ToHaveCountAsync(3);   // the welcome, the rule, the one incident
    }

    [Fact]
    public async Task A_form_in_a_channel_does_not_keep_what_is_typed_from_the_bot()
    {
        await using var browser = await Browser.OpenAsync();
        await using var stage = await SetAsync();
        await stage.Supervisor.Says("alert when waiting skill 3 above 2", Cast.Alerts);
        var page = await browser.PageAsync(1100, 800);
        await page.GotoAsync(stage.Supervisor.Address.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Floor watch" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await Expect(page.GetByLabel("Mention me when it is critical")).ToBeVisibleAsync();

        await page.GetByLabel("Your message").FillAsync("alerts");
        await page.GetByLabel("Your message").PressAsync("Enter");

        await Expect(page.Locator(".message.bot .card").Last).ToContainTextAsync("Alerts: 1");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
