using ChatBot.Preview;
using ChatBot.Teams;
using Microsoft.Extensions.Configuration;

namespace ChatBot.Tests.Teams;

/// <summary>Who can reach the bot, and what it says when it joins and leaves.</summary>
public class ReachTests
{
    [Theory]
    [InlineData("urls", null, "http://localhost:3978")]
    [InlineData("urls", "http://*:5000", "http://localhost:5000")]
    [InlineData("urls", "http://0.0.0.0:5000;http://127.0.0.1:0", "http://localhost:5000 http://127.0.0.1:0")]
    [InlineData("urls", "http://[::]:5000;https://bot.example:5001", "http://localhost:5000 https://localhost:5001")]
    [InlineData("urls", "http://+:0", "http://127.0.0.1:0")]
    [InlineData("urls", "http://[::1]:5000", "http://[::1]:5000")]
    [InlineData("http_ports", "8080", "http://localhost:8080")]
    public void Without_an_app_id_it_listens_on_this_machine_only(string key, string? asked, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, asked)]).Build();

        var reach = Reach.Of(configuration);

        Assert.True(reach.Anonymous);
        Assert.Equal(expected, string.Join(' ', reach.Urls));
        Assert.Contains("Teams:AppId is empty", reach.Line);
    }

    [Fact]
    public async Task Says_welcome_once_however_often_and_in_whatever_order_it_is_told_that_it_was_added()
    {
        await using var supervisor = await Supervisor.StartAsync(new Parrot().MoveIn);
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();

        await supervisor.Client.OpenAsync(Cast.Personal, "zh-CN", limit.Token);
        await supervisor.Client.SendAsync(ChatBot.Preview.Activities.Joined(Cast.Personal), Cast.Personal.Id, Cast.LiNa, "zh-CN", limit.Token);
        // Turns of a conversation keep their order: what would be said a second time is said by then.
        await supervisor.Says("afterwards", Cast.Personal);

        var posted = supervisor.Channel.Messages.Where(m => m.FromBot).Select(m => m.Summary).Order();
        Assert.Equal(["welcome zh-CN", "you said: afterwards"], posted);
    }

    [Fact]
    public async Task Somebody_elses_joining_is_no_welcome_and_leaving_forgets()
    {
        await using var supervisor = await Supervisor.StartAsync(new Parrot().MoveIn);
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();
        Task<BotResponse> Update(string members) => supervisor.SendsAsync(
            $$$"""{"type":"conversationUpdate",{{{members}}},"recipient":{"id":"BOT"},"serviceUrl":"SERVICE","conversation":{"id":"a:personal-1"}}""");

        await Update("\"membersAdded\":[{\"id\":\"U0\"}]");
        await Update("\"membersAdded\":[{\"id\":\"U0\"},{\"id\":\"BOT\"}]");
        await Update("\"membersRemoved\":[{\"id\":\"U0\"}],\"membersAdded\":null");
        await Update("\"membersAdded\":[{\"id\":\"BOT\"}]");
        await Update("\"membersRemoved\":[{\"id\":\"BOT\"}]");
        await Update("\"membersAdded\":[{\"id\":\"BOT\"}]");
        await supervisor.Says("afterwards");

        Assert.Equal(2, supervisor.Channel.Messages.Count(m => m.Summary == "welcome "));
    }

    [Theory]
    [InlineData("""{"name":"task/fetch","value":{}}""", 501, "NotImplemented")]
    [InlineData("""{"name":"adaptiveCard/action"}""", 200, "BadRequest")]
    [InlineData("""{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Http"}}}""", 200, "NotSupported")]
    [InlineData("""{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"fly","data":{"say":"help"}}}}""", 200, "BadRequest")]
    [InlineData("""{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"say","data":{"k":1}}}}""", 200, "BadRequest")]
    [InlineData("""{"name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"say","data":"help"}}}""", 200, "BadRequest")]
    public async Task A_button_that_is_not_ours_is_an_error_that_clients_show(string invoke, int status, string code)
    {
        await using var supervisor = await Supervisor.StartAsync(new Parrot().MoveIn);

        var response = await supervisor.SendsAsync(
            """{"type":"invoke","from":{"id":"U"},"recipient":{"id":"B"},"serviceUrl":"SERVICE","conversation":{"id":"a:personal-1"},""" + invoke[1..]);

        Assert.Equal(status, response.Status);
        var body = response.Body!.Value;
        if (status == 200) Assert.Equal("application/vnd.microsoft.error", body.GetProperty("type").GetString());
        Assert.Equal(code, body.GetProperty(status == 200 ? "value" : "error").GetProperty("code").GetString());
    }
}
