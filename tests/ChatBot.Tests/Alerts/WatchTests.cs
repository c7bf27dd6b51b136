using ChatBot.Alerts;
using ChatBot.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Alerts;

/// <summary>One poll after the other, with somebody else at the same incidents.</summary>
public sealed class WatchTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private Stage _stage = null!;
    private Watch _watch = null!;
    private Moq.Mock<IAlertStore> _store = null!;

    public async ValueTask InitializeAsync()
    {
        // The watch is the test's own.
        _stage = await Stage.SetAsync("Current", "Alerts:Watch=false");
        _store = new() { CallBase = true };
        var real = Service<IAlertStore>();
        _store.Setup(s => s.RulesOfVdnAsync(1, Moq.It.IsAny<CancellationToken>())).Returns(() => real.RulesOfVdnAsync(1, Stop));
        _store.Setup(s => s.IncidentsOfVdnAsync(1, Moq.It.IsAny<DateTimeOffset>(), Moq.It.IsAny<CancellationToken>()))
            .Returns((int vdn, DateTimeOffset after, CancellationToken _) => real.IncidentsOfVdnAsync(vdn, after, Stop));
        Before(() => Task.CompletedTask);
        _watch = new(1, new(_store.Object, Service<FloorReader>(), Service<WatchHealth>(), Service<IOptions<AlertSettings>>(),
            Service<IOptions<MonitoringSettings>>(), _stage.Time, NullLogger<Watch>.Instance));
    }

    [Fact]
    public async Task What_somebody_does_during_a_poll_stays_and_the_poll_is_decided_again()
    {
        await MakeAsync(new() { Conversation = "c", Metric = Metric.Waiting, Vdn = 1, Skill = 3, Comparison = Comparison.Above, Limit = 1, Calm = 0 });
        for (var i = 0; i < 2; i++) _stage.Billing.Has($"Agent {i}", waiting: Stage.Minutes(2));
        await PollAsync(2);
        var raised = Assert.Single(await Desk.OpenAsync("c", Stop));

        Before(() => Desk.AcknowledgeAsync(raised.Number, new("29:li", "Li Na"), Stage.Minutes(10), Deeds.Any, Stop));
        _stage.Billing.Has("Agent 2", waiting: Stage.Minutes(2));
        await PollAsync(1);

        var after = Assert.Single(await Desk.OpenAsync("c", Stop));
        Assert.Equal(("Li Na", 3, raised.Version + 2), (after.TakenBy?.Name, after.Last.Value, after.Version));
        Assert.NotNull(after.Known.AcknowledgedUntil);
        var outbox = await Service<IPostStore>().OutboxAsync("c", Stage.Start, Stop);
        Assert.Equal(PostKind.Card, Assert.Single(outbox.ToSend).Kind);
    }

    [Fact]
    public async Task A_rule_deleted_during_the_poll_that_raises_it_leaves_nothing_open()
    {
        var rule = await MakeAsync(new() { Conversation = "c", Metric = Metric.Waiting, Vdn = 1, Skill = 3, Comparison = Comparison.Above, Limit = 0, Calm = 0 });
        _stage.Billing.Has("Ana", waiting: Stage.Minutes(2));
        await PollAsync(1);

        Before(() => Desk.DeleteAsync(rule, Deeds.Any, Stop));
        await PollAsync(1);
        _watch.Renew();
        await PollAsync(1);

        Assert.Empty(await Desk.OpenAsync("c", Stop));
        Assert.False(_watch.HasWork);
    }

    [Fact]
    public async Task Somebody_forgotten_during_the_poll_that_raises_their_rule_does_not_come_back_with_its_incident()
    {
        Person li = new("29:li", "Li Na"), wang = new("29:wang", "王伟");
        await MakeAsync(new()
        {
            Conversation = "c",
            Metric = Metric.Waiting,
            Vdn = 1,
            Skill = 3,
            Comparison = Comparison.Above,
            Limit = 0,
            Calm = 0,
            MadeBy = li,
            Mentions = [li, wang],
        });
        _stage.Billing.Has("Ana", waiting: Stage.Minutes(2));
        await PollAsync(1);

        Before(() => Desk.ForgetAsync(li, Deeds.In("c", li), Stop));
        await PollAsync(1);

        var rule = Assert.Single(await Desk.OpenAsync("c", Stop)).Rule!;
        Assert.Null(rule.MadeBy);
        Assert.Equal([wang], rule.Mentions);
    }

    private AlertDesk Desk => Service<AlertDesk>();

    private async Task<Rule> MakeAsync(Rule rule) => await Desk.MakeAsync(rule, Deeds.Any, Stop);

    /// <summary>Happens once, just before the watch next stores something.</summary>
    private void Before(Func<Task> meddling)
    {
        var real = Service<IAlertStore>();
        _store.Setup(s => s.SaveAsync(Moq.It.IsAny<IReadOnlyList<Change>>(), Moq.It.IsAny<CancellationToken>()))
            .Returns(async (IReadOnlyList<Change> changes, CancellationToken _) =>
            {
                var once = meddling;
                meddling = () => Task.CompletedTask;
                await once();
                return await real.SaveAsync(changes, Stop);
            });
    }

    private async Task PollAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _stage.Time.Advance(TimeSpan.FromSeconds(15));
            await _watch.PollAsync(Stop);
        }
    }

    private T Service<T>() where T : notnull => _stage.Supervisor.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
