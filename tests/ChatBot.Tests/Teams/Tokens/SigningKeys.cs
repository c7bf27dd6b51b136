using System.Net;

namespace ChatBot.Tests.Teams.Tokens;

/// <summary>The channel's signing keys: read when needed, read anew seldom, kept when that fails.</summary>
public class SigningKeys
{
    [Fact]
    public async Task Are_read_once_for_many_callers_and_again_after_a_day()
    {
        await using var bot = await TeamsBot.StartAsync();

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(i => bot.SaysAsync($"n{i}"))), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(1, bot.Entra.Reads);
        for (var i = 0; i < 20; i++) await bot.Connector.Call();

        bot.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.OK, await bot.SaysAsync());
        Assert.Equal(2, bot.Entra.Reads);
    }

    [Fact]
    public async Task A_key_that_is_not_known_is_looked_for_once_an_hour()
    {
        await using var bot = await TeamsBot.StartAsync();
        await bot.TalksAsync();
        async Task<HttpStatusCode> Stranger(string kid) => (await bot.SendsAsync(null, $"Bearer {bot.Channel.Sign(bot.Claims(), kid: kid)}")).Status;

        Assert.Equal(HttpStatusCode.Unauthorized, await Stranger("x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Stranger("y"));
        Assert.Equal(2, bot.Entra.Reads);

        bot.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Unauthorized, await Stranger("x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Stranger("x"));
        Assert.Equal(3, bot.Entra.Reads);
    }

    [Fact]
    public async Task Tokens_for_others_make_nobody_look_for_keys()
    {
        await using var bot = await TeamsBot.StartAsync();
        await bot.TalksAsync();
        foreach (var claim in (string[])["iss", "aud"])
        {
            var claims = bot.Claims();
            claims[claim] = "another";
            Assert.Equal(HttpStatusCode.Unauthorized, (await bot.SendsAsync(null, $"Bearer {bot.Channel.Sign(claims, kid: "x")}")).Status);
        }

        Assert.Equal(1, bot.Entra.Reads);
    }

    [Fact]
    public async Task A_new_key_is_good_at_once()
    {
        await using var bot = await TeamsBot.StartAsync();
        await bot.TalksAsync();

        var next = bot.Entra.Add("next", "msteams");

        Assert.Equal(HttpStatusCode.OK, (await bot.SendsAsync(bot.Activity("next"), $"Bearer {next.Sign(bot.Claims())}")).Status);
        Assert.Equal(HttpStatusCode.OK, await bot.SaysAsync("old"));
    }

    [Fact]
    public async Task Come_later_where_they_are_not_to_be_had_at_the_start()
    {
        await using var bot = await TeamsBot.StartAsync([], [], entra => entra.IsUp = false);

        // The channel may try again.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.SaysAsync());
        bot.Entra.IsUp = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await bot.SaysAsync());
        bot.Time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(HttpStatusCode.OK, await bot.SaysAsync());
    }

    [Fact]
    public async Task Stay_in_force_where_they_cannot_be_read_anew()
    {
        await using var bot = await TeamsBot.StartAsync();
        await bot.TalksAsync();
        bot.Entra.IsUp = false;
        bot.Time.Advance(TimeSpan.FromHours(25));

        await bot.TalksAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.SendsAsync(null, $"Bearer {bot.Channel.Sign(bot.Claims(), kid: "x")}")).Status);

        bot.Entra.IsUp = true;
        bot.Entra.Keys.Clear();
        var next = bot.Entra.Add("next", "msteams");
        bot.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.OK, (await bot.SendsAsync(bot.Activity("next"), $"Bearer {next.Sign(bot.Claims())}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.SaysAsync());
    }

    [Fact]
    public async Task With_an_app_id_nothing_else_is_open()
    {
        await using var bot = await TeamsBot.StartAsync();

        foreach (var path in (string[])["/", "/index.html", "/preview", "/preview/api/chats", "/preview/connector/v3/conversations"])
            Assert.Equal(HttpStatusCode.NotFound, await bot.GetsAsync(path));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await bot.GetsAsync("/api/messages"));
        Assert.Equal(HttpStatusCode.OK, await bot.GetsAsync("/health/live"));
    }

    [Theory]
    [InlineData("33333333-3333-3333-3333-333333333333", HttpStatusCode.Forbidden)]
    [InlineData("*", HttpStatusCode.OK)]
    public async Task Tenants_that_are_named_take_the_place_of_the_bots_own(string tenants, HttpStatusCode own)
    {
        await using var bot = await TeamsBot.StartAsync($"Teams:Tenants:0={tenants}");

        Assert.Equal(own, await bot.SaysAsync());
        Assert.Equal(HttpStatusCode.OK, (await bot.SendsAsync(bot.Activity(tenant: "33333333-3333-3333-3333-333333333333"), $"Bearer {bot.Token()}")).Status);
    }
}
