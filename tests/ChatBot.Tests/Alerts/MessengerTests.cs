using ChatBot.Alerts;
using ChatBot.Commands;
using ChatBot.Monitoring;
using ChatBot.Teams;
using ChatBot.Tests.Teams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatBot.Tests.Alerts;

/// <summary>Messengers in the whole bot.</summary>
public sealed class MessengerTests : IAsyncDisposable
{
    private ScriptedConnector _connector = null!;
    private Supervisor _bot = null!;

    [Fact]
    public async Task A_connector_that_hangs_for_one_conversation_delays_no_other()
    {
        await StartAsync(silent: "a%3Ahangs");
        await RaiseAsync("a:hangs");
        await RaiseAsync("a:fine");

        var hangs = Messenger("a:hangs").IdleAsync();
        Assert.Contains("a%3Ahangs", await _connector.Call());
        await Messenger("a:fine").IdleAsync().WaitAsync(Supervisor.Patience);

        Assert.Contains("a%3Afine", await _connector.Call());
        Assert.False(hangs.IsCompleted);
        Assert.Equal(1, _bot.Services.GetRequiredService<AlertHealth>().Delivered);
        Assert.Equal("1", Assert.Single((await OutboxAsync("a:fine")).Living).MessageId);
    }

    [Fact]
    public async Task Whoever_has_something_to_say_is_woken_every_minute()
    {
        await StartAsync();
        await RaiseAsync("a:fine");

        var call = _connector.Call();
        while (!call.IsCompleted)
        {
            ((FakeTimeProvider)_bot.Services.GetRequiredService<TimeProvider>()).Advance(TimeSpan.FromMinutes(1));
            // Only so that the processor is free for who is woken; nothing depends on how long it is.
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(20)));
        }

        Assert.Contains("a%3Afine", await call);
    }

    [Fact]
    public async Task Where_nobody_reaches_the_conversation_it_waits_until_somebody_does()
    {
        await StartAsync();
        await RaiseAsync("a:new", known: false);

        await Messenger("a:new").IdleAsync().WaitAsync(Supervisor.Patience);
        var waiting = Assert.Single((await OutboxAsync("a:new")).ToSend);
        Assert.Equal((PostStatus.Waiting, 0), (waiting.Status, waiting.Tries));

        await KnowsAsync("a:new");
        await Messenger("a:new").IdleAsync().WaitAsync(Supervisor.Patience);
        Assert.Empty((await OutboxAsync("a:new")).ToSend);
    }

    [Fact]
    public async Task When_the_bot_is_removed_the_rules_of_the_conversation_end()
    {
        await StartAsync();
        await RaiseAsync("a:fine");

        var response = await _bot.Client.SendRawAsync(
            $$$"""{"type":"installationUpdate","action":"remove","recipient":{"id":"BOT"},"serviceUrl":"{{{_connector.Address}}}","conversation":{"id":"a:fine"}}""",
            TestContext.Current.CancellationToken);

        Assert.Equal(200, response.Status);
        using var limit = Supervisor.Limit();
        // The turn goes on after the answer.
        while ((await Alerts.RulesOfAsync("a:fine", limit.Token)).Count > 0) await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
        Assert.Empty((await OutboxAsync("a:fine")).ToSend);
        await Messenger("a:fine").IdleAsync().WaitAsync(Supervisor.Patience);
        Assert.Empty(_connector.Calls());
    }

    private IAlertStore Alerts => _bot.Services.GetRequiredService<IAlertStore>();

    private async Task StartAsync(string? silent = null)
    {
        _connector = await ScriptedConnector.StartAsync(silent, []);
        _bot = await Supervisor.StartAsync(builder => builder.Services.AddSingleton<IAlertCards>(new PlainCards()));
    }

    private IMessenger Messenger(string conversation) => _bot.Services.GetRequiredService<IGrainFactory>().GetGrain<IMessenger>(conversation);

    private Task<Outbox> OutboxAsync(string conversation) =>
        _bot.Services.GetRequiredService<IPostStore>().OutboxAsync(conversation, default, TestContext.Current.CancellationToken);

    private async Task RaiseAsync(string conversation, bool known = true)
    {
        if (known) await KnowsAsync(conversation);
        var rule = await Alerts.AddAsync(
            new() { Conversation = conversation, Metric = Metric.Waiting, Vdn = 1, Comparison = Comparison.Above, Limit = 5, Calm = 4 },
            Deeds.In(conversation),
            TestContext.Current.CancellationToken);
        Incident incident = new()
        {
            Conversation = conversation,
            Scope = new Scope(1),
            Rule = rule,
            Known = Known.Nothing,
            RaisedAt = Stage.Start,
            Last = new() { Value = 7 },
            Version = 1,
            StateVersion = 1,
        };
        Post card = new() { Conversation = conversation, Kind = PostKind.Card, MadeAt = Stage.Start };
        await Alerts.SaveAsync([new(incident, [], [card])], TestContext.Current.CancellationToken);
    }

    private Task KnowsAsync(string conversation) => _bot.Services.GetRequiredService<IConversations>().RememberAsync(
        conversation,
        new ConversationReference { ServiceUrl = _connector.Address, Conversation = new() { Id = conversation } }.ToStore(),
        null,
        null,
        TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _connector.DisposeAsync();
    }
}
