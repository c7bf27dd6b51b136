using System.Runtime.CompilerServices;
using ChatBot.Alerts;
using ChatBot.Simulator;

namespace ChatBot.Tests.Alerts;

/// <summary>A minute of a <see cref="TimeLine"/>: what happens, and what is heard of it. Nothing happens until it is awaited.</summary>
public sealed class Moment(TimeLine line)
{
    // Readings until anything that is to be said is said: the hold or the calm, and the one in between.
    private const int Soon = 3;

    // What came back must be calm for longer, and a reading more does no harm where something is waited for.
    private const int Later = 7;

    private readonly List<Func<Task>> _steps = [];

    public Moment Then(Func<Task> step)
    {
        _steps.Add(step);
        return this;
    }

    public Moment Then(Action step) => Then(() =>
    {
        step();
        return Task.CompletedTask;
    });

    /// <summary>So many wait for a rest in Billing, and no others.</summary>
    public Moment Waiting(int people) => Then(() =>
    {
        var billing = line.Stage.Billing;
        foreach (var agent in billing.Agents.ToList())
        {
            if (agent.Rest is not null) agent.Is(idle: Stage.Minutes(1));
        }

        for (var i = 0; i < people; i++)
        {
            if (i < billing.Agents.Count) billing.Agents[i].Is(waiting: Stage.Minutes(2));
            else billing.Has($"Agent {i}", waiting: Stage.Minutes(2));
        }
    });

    public Moment AfterReadings(int polls) => Then(async () =>
    {
        for (var i = 0; i < polls; i++) await line.PollAsync();
    });

    public Moment Takes(string who) => Then(async () =>
        await line.Desk.AcknowledgeAsync(await OpenAsync(), new("29:" + who, who), Stage.Minutes(10), Deeds.In(TimeLine.Here), TestContext.Current.CancellationToken));

    public Moment Snoozes(double minutes) => Then(async () =>
        await line.Desk.SnoozeAsync(await OpenAsync(), new("29:li", "Li Na"), Stage.Minutes(minutes), Deeds.In(TimeLine.Here), TestContext.Current.CancellationToken));

    private async Task<int> OpenAsync() => (await line.Desk.OpenAsync(TimeLine.Here, TestContext.Current.CancellationToken))[0].Number;

    public Moment Calls(int calls) => Then(() =>
    {
        line.Stage.Billing.IsEmpty();
        line.Stage.Billing.HasCallsWaiting([.. Enumerable.Repeat(TimeSpan.FromSeconds(30), calls)]);
    });

    public Moment Everything(Failure fails) => Then(() =>
    {
        line.IsSilent = fails == Failure.NeverAnswers;
        line.Stage.Centre.Trouble.Always(fails);
    });

    public Moment Database(bool works) => Then(() => line.DatabaseAsync(works));

    public Moment Works() => Then(async () =>
    {
        // Whoever still waits for an answer that never comes waits for the clock.
        await line.FinishAsync();
        line.Stage.Centre.Trouble.Clear();
        await line.FinishAsync();
        line.IsSilent = false;
    });

    /// <summary>A new card with all these words, and nothing else.</summary>
    public Moment Heard(params string[] words) => Says(words, line.Chatter.NewCards);

    /// <summary>A reply under a card.</summary>
    public Moment Replied(params string[] words) => Says(words, line.Chatter.NewReplies);

    /// <summary>The reply that it is over; the card has turned calm.</summary>
    public Moment Calm(params string[] words) => Replied(words).Then(() => Assert.StartsWith("Waiting to rest back to", line.Chatter.LastCard, StringComparison.Ordinal));

    /// <summary>Nobody hears anything within the next readings.</summary>
    public Moment Nothing() => Then(async () =>
    {
        for (var i = 0; i < Soon; i++) await line.PollAsync();
        Assert.Empty(line.Chatter.Heard);
    });

    /// <summary>The incident goes on and nobody hears of it.</summary>
    public Moment Still() => Nothing().Then(async () =>
        Assert.NotEmpty(await line.Desk.OpenAsync(TimeLine.Here, TestContext.Current.CancellationToken)));

    /// <summary>What the card looks like now.</summary>
    public Moment Shows(params string[] words) => Then(() => Assert.All(words, w => Assert.Contains(w, line.Chatter.LastCard, StringComparison.Ordinal)));

    private Moment Says(string[] words, Func<IReadOnlyList<string>> news) => Then(async () =>
    {
        for (var i = 0; i < Later && line.Chatter.Heard.Count == 0; i++) await line.PollAsync();
        if (line.Chatter.Heard.Count == 0) Assert.Fail($"Nothing was heard until {line.Stage.Time.GetUtcNow():HH:mm:ss}: {line.Health}");
        var heard = Assert.Single(line.Chatter.Heard);
        Assert.Equal(heard, Assert.Single(news()));
        Assert.All(words, w => Assert.Contains(w, heard, StringComparison.Ordinal));
        line.Chatter.Heed();
    });

    public TaskAwaiter GetAwaiter() => RunAsync().GetAwaiter();

    private async Task RunAsync()
    {
        foreach (var step in _steps) await step();
    }
}
