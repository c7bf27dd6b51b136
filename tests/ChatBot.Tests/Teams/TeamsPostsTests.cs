using System.Text;
using System.Text.Json;
using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Arrival = ChatBot.Alerts.Arrival;
using Message = ChatBot.Alerts.Message;
using Person = ChatBot.Alerts.Person;

namespace ChatBot.Tests.Teams;

/// <summary>Alerts over real HTTP: what is sent, and what each answer of a connector means.</summary>
public sealed class TeamsPostsTests : IAsyncDisposable
{
    private const string Conversation404 = """404 {"error":{"code":"ConversationNotFound","message":"Conversation not found"}}""";
    private const string Activity404 = """404 {"error":{"code":"ActivityNotFound","message":"Activity not found"}}""";

    private static readonly Message Line = new(default, "back to 2", []);

    private readonly FakeTimeProvider _time = new();
    private readonly Dictionary<string, string> _references = [];
    private readonly List<ServiceProvider> _rooms = [];

    /// <summary>Each answer, for a new message, a thread's reply and an edit: "later 5" is later, asked to wait 5 s.</summary>
    [Theory]
    [InlineData("200", "done", "done", "done")]
    [InlineData("201", "done", "done", "done")]
    [InlineData("202 empty", "done", "done", "done")]
    [InlineData("302", "later 60", "later 60", "later 60")]
    [InlineData("400", "refused", "refused", "refused")]
    [InlineData("400 {\"error\":{\"code\":\"MessageSizeTooBig\"}}", "toolarge", "toolarge", "toolarge")]
    [InlineData("401", "later 60", "later 60", "later 60")]
    [InlineData("403 {\"error\":{\"code\":\"MessageWritesBlocked\"}}", "conversationgone", "conversationgone", "conversationgone")]
    [InlineData("403", "conversationgone", "conversationgone", "messagegone")]
    [InlineData("403 <html>the proxy does not like you</html>", "later 60", "later 60", "later 60")]
    [InlineData(Conversation404, "conversationgone", "messagegone", "conversationgone")]
    [InlineData(Activity404, "conversationgone", "messagegone", "messagegone")]
    [InlineData("404", "conversationgone", "messagegone", "messagegone")]
    [InlineData("404 empty", "conversationgone", "messagegone", "messagegone")]
    [InlineData("408", "unknown", "unknown", "unknown")]
    [InlineData("409", "later", "later", "later")]
    [InlineData("412", "later", "later", "later")]
    [InlineData("413", "toolarge", "toolarge", "toolarge")]
    [InlineData("429", "later", "later", "later")]
    [InlineData("429 5", "later 5", "later 5", "later 5")]
    [InlineData("429 retry-after-ms=1500", "later 1.5", "later 1.5", "later 1.5")]
    [InlineData("429 x-ms-retry-after-ms=2500", "later 2.5", "later 2.5", "later 2.5")]
    [InlineData("429 Retry-After=Sat,_01_Jan_2000_00:00:30_GMT", "later 30", "later 30", "later 30")]
    [InlineData("500", "unknown", "unknown", "unknown")]
    [InlineData("500 {\"error\":{\"code\":\"ConversationNotFound\"}}", "conversationgone", "messagegone", "conversationgone")]
    [InlineData("501", "refused", "refused", "refused")]
    [InlineData("502", "unknown", "unknown", "unknown")]
    [InlineData("503", "unknown", "unknown", "unknown")]
    [InlineData("503 7", "later 7", "later 7", "later 7")]
    [InlineData("504", "unknown", "unknown", "unknown")]
    [InlineData("reset", "unknown", "unknown", "unknown")]
    public async Task What_an_answer_means(string answer, string posted, string replied, string edited)
    {
        await using var connector = await ScriptedConnector.StartAsync(answer, answer, answer);
        var posts = Open();
        Knows(connector, "a:1", "personal");
        Knows(connector, "19:c@thread.tacv2", "channel");

        Assert.Equal(posted, Told(await posts.PostAsync("a:1", Line, null, default)));
        Assert.Equal(replied, Told(await posts.PostAsync("19:c@thread.tacv2", Line, "17", default)));
        Assert.Equal(edited, Told(await posts.EditAsync("a:1", "17", Line, default)));

        // One try each: whoever asks decides about another.
        Assert.Equal(3, connector.Calls().Count);
    }

    [Fact]
    public async Task A_connector_that_says_nothing_for_10_s_may_have_heard()
    {
        await using var connector = await ScriptedConnector.StartAsync("hang");
        var posts = Open();
        Knows(connector, "a:1", "personal");

        var under = posts.PostAsync("a:1", Line, null, default);
        await connector.Call();
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("unknown", Told(await under.WaitAsync(Supervisor.Patience)));
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_heard()
    {
        var connector = await ScriptedConnector.StartAsync();
        var posts = Open();
        Knows(connector, "a:1", "personal");
        await connector.DisposeAsync();

        Assert.Equal("later", Told(await posts.PostAsync("a:1", Line, null, default)));
        Assert.Equal("later", Told(await posts.EditAsync("a:1", "17", Line, default)));
    }

    [Fact]
    public async Task A_conversation_never_heard_from_is_not_reached()
    {
        var posts = Open();

        Assert.False(await posts.ReachesAsync("a:1", default));
        Assert.Equal("later", Told(await posts.PostAsync("a:1", Line, null, default)));
    }

    [Fact]
    public async Task In_a_channel_a_message_begins_a_thread_that_replies_and_edits_find_again()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var posts = Open();
        const string Channel = "19:c@thread.tacv2";
        Knows(connector, Channel, "channel");
        var card = new Message(Encoding.UTF8.GetBytes("""{"type":"AdaptiveCard"}"""), "skill 3: 7 waiting", []);

        var sent = await posts.PostAsync(Channel, card, null, default);
        await posts.PostAsync(Channel, Line, sent.MessageId, default);
        await posts.EditAsync(Channel, sent.MessageId!, card, default);

        Assert.Equal("1", sent.MessageId);
        var create = await connector.Call();
        Assert.StartsWith("POST /v3/conversations {", create, StringComparison.Ordinal);
        var body = Body(create);
        Assert.True(body.GetProperty("isGroup").GetBoolean());
        Assert.Equal("BOT", body.GetProperty("bot").GetProperty("id").GetString());
        Assert.Equal(Channel, body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
        Assert.Equal("T", body.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString());
        Assert.Equal("skill 3: 7 waiting", body.GetProperty("activity").GetProperty("summary").GetString());
        Assert.Equal("AdaptiveCard", body.GetProperty("activity").GetProperty("attachments")[0].GetProperty("content").GetProperty("type").GetString());
        Assert.StartsWith("POST /v3/conversations/19%3Ac%40thread.tacv2%3Bmessageid%3D1/activities {", await connector.Call(), StringComparison.Ordinal);
        Assert.StartsWith("PUT /v3/conversations/19%3Ac%40thread.tacv2%3Bmessageid%3D1/activities/1 {", await connector.Call(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("personal")]
    [InlineData("groupChat")]
    [InlineData(null)]
    public async Task Elsewhere_everything_is_a_message_of_its_own(string? kind)
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var posts = Open();
        Knows(connector, "g:1", kind);

        await posts.PostAsync("g:1", Line, null, default);
        await posts.PostAsync("g:1", Line, "1", default);
        await posts.EditAsync("g:1", "1", Line, default);

        var call = await connector.Call();
        Assert.StartsWith("POST /v3/conversations/g%3A1/activities {", call, StringComparison.Ordinal);
        Assert.Equal("back to 2", Body(call).GetProperty("text").GetString());
        Assert.StartsWith("POST /v3/conversations/g%3A1/activities {", await connector.Call(), StringComparison.Ordinal);
        Assert.StartsWith("PUT /v3/conversations/g%3A1/activities/1 {", await connector.Call(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentions_people_by_their_names_which_are_no_markup()
    {
        await using var connector = await ScriptedConnector.StartAsync();
        var posts = Open();
        Knows(connector, "g:1", "groupChat");
        Message critical = new(default, "skill 3: <b>9</b> *waiting*", [new("29:1", "李娜"), new("29:2", "</at>[x](http://evil) & *co*")]);

        await posts.PostAsync("g:1", critical, null, default);

        var activity = Body(await connector.Call());
        var entities = activity.GetProperty("entities").EnumerateArray().ToList();
        Assert.Equal(["29:1", "29:2"], entities.Select(e => e.GetProperty("mentioned").GetProperty("id").GetString()));
        Assert.All(entities, e => Assert.Equal("mention", e.GetProperty("type").GetString()));
        Assert.Equal("<at>李娜</at>", entities[0].GetProperty("text").GetString());
        var second = entities[1].GetProperty("text").GetString()!;
        Assert.Equal("<at>&#60;/at&#62;&#91;x&#93;&#40;http:\u200b//evil&#41; &#38; &#42;co&#42;</at>", second);
        Assert.Equal("</at>[x](http://evil) & *co*", entities[1].GetProperty("mentioned").GetProperty("name").GetString());
        Assert.Equal($"<at>李娜</at> {second} skill 3: &#60;b&#62;9&#60;/b&#62; &#42;waiting&#42;", activity.GetProperty("text").GetString());
        Assert.Equal(critical.Summary, activity.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Meets_somebody_in_a_personal_chat_and_can_tell_them_there()
    {
        await using var connector = await ScriptedConnector.StartAsync("""201 {"id":"a:new"}""");
        var posts = Open();
        Knows(connector, "19:c@thread.tacv2", "channel");

        Assert.Equal("a:new", await posts.MeetAsync("19:c@thread.tacv2", new("29:1", "Li Na"), default));
        await posts.PostAsync("a:new", Line, null, default);

        var create = Body(await connector.Call());
        Assert.False(create.GetProperty("isGroup").GetBoolean());
        Assert.Equal("29:1", create.GetProperty("members")[0].GetProperty("id").GetString());
        Assert.Equal("T", create.GetProperty("tenantId").GetString());
        Assert.StartsWith("POST /v3/conversations/a%3Anew/activities {", await connector.Call(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_cannot_be_met_is_no_trouble()
    {
        await using var connector = await ScriptedConnector.StartAsync("403");
        var posts = Open();
        Knows(connector, "19:c@thread.tacv2", "channel");

        Assert.Null(await posts.MeetAsync("19:c@thread.tacv2", new("29:1", "Li Na"), default));
        Assert.Null(await posts.MeetAsync("nowhere", new("29:1", "Li Na"), default));

        Assert.Equal(["19:c@thread.tacv2"], _references.Keys);
    }

    private IPosting Open()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        Mock<IConversations> conversations = new();
        conversations.Setup(c => c.ReferenceAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string id, CancellationToken _) => Task.FromResult(_references.GetValueOrDefault(id)));
        conversations.Setup(c => c.RememberAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .Returns((string id, string json, string? _, string? _, CancellationToken _) => Task.FromResult(_references[id] = json));
        builder.Services.AddSingleton(conversations.Object).AddSingleton<TimeProvider>(_time);
        builder.AddTeams();
        var room = builder.Services.BuildServiceProvider();
        _rooms.Add(room);
        return room.GetRequiredService<IPosting>();
    }

    private void Knows(ScriptedConnector connector, string id, string? kind) => _references[id] = new ConversationReference
    {
        ServiceUrl = connector.Address,
        Bot = new() { Id = "BOT", Name = "Test Bot" },
        Conversation = new() { Id = id, ConversationType = kind, TenantId = "T" },
    }.ToStore();

    private static string Told(Delivery delivery) => FormattableString.Invariant(
        $"{delivery.Arrival} {delivery.RetryAfter?.TotalSeconds}").Trim().ToLowerInvariant();

    private static JsonElement Body(string call) => JsonDocument.Parse(call[call.IndexOf('{', StringComparison.Ordinal)..]).RootElement;

    public async ValueTask DisposeAsync()
    {
        foreach (var room in _rooms) await room.DisposeAsync();
    }
}
