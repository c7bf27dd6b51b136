using ChatBot.Preview;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Teams;

/// <summary>What people see while the contact centre takes its time. The clock stands still until a test moves it.</summary>
public class SlowAnswersTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ThreeSeconds = TimeSpan.FromSeconds(3);

    private readonly Parrot _parrot = new();
    private readonly SignallingTime _time = new();
    private readonly TaskCompletionSource _centre = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task<Supervisor> StartAsync(params string[] settings) => Supervisor.StartAsync(
        builder =>
        {
            _parrot.MoveIn(builder);
            builder.Services.AddSingleton<TimeProvider>(_time);
        },
        settings);

    private static string Message(string id, string text, string more = "") => $$$"""
        {"type":"message","id":"{{{id}}}","text":"{{{text}}}",{{{more}}}"from":{"id":"U"},"recipient":{"id":"B"},"serviceUrl":"SERVICE","conversation":{"id":"a:personal-1"}}
        """;

    [Fact]
    public async Task The_request_is_acknowledged_at_once_and_typing_shown_after_a_second()
    {
        _parrot.Before = (_, _) => _centre.Task;
        await using var supervisor = await StartAsync();
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();

        Assert.Equal(200, (await supervisor.SendsAsync(Message("1", "slow"))).Status);
        await _time.Passes(OneSecond, listener.Next(h => h.Kind == HappeningKind.Typing, limit.Token));
        await _time.Passes(TimeSpan.FromSeconds(4), listener.Next(h => h.Kind == HappeningKind.Typing, limit.Token));
        _centre.SetResult();

        Assert.Equal("you said: slow", (await listener.Next(h => h.Kind == HappeningKind.Posted, limit.Token)).Summary);
    }

    [Fact]
    public async Task An_answer_within_a_second_needs_no_typing()
    {
        await using var supervisor = await StartAsync();
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();

        await supervisor.SendsAsync(Message("1", "quick"));

        var first = await listener.Next(_ => true, limit.Token);
        Assert.Equal("you said: quick", first.Summary);
    }

    [Fact]
    public async Task A_button_whose_answer_takes_over_three_seconds_is_told_so_and_the_card_changes_later()
    {
        await using var supervisor = await StartAsync();
        using var limit = Supervisor.Limit();
        var reply = await supervisor.Says("first");
        using var listener = supervisor.Channel.Listen();
        _parrot.Before = (_, _) => _centre.Task;

        var pressed = supervisor.Client.PressAsync(reply.Message, reply.Button("Refresh"), Cast.LiNa, limit.Token);
        var body = (await _time.Passes(ThreeSeconds, pressed)).Body!.Value;
        Assert.Equal("application/vnd.microsoft.activity.message", body.GetProperty("type").GetString());
        Assert.StartsWith("Working on it", body.GetProperty("value").GetString(), StringComparison.Ordinal);
        _centre.SetResult();

        var edited = await listener.Next(h => h.Kind == HappeningKind.Edited, limit.Token);
        Assert.Equal((reply.Message.Id, "you said: again"), (edited.Id, edited.Summary));
    }

    [Fact]
    public async Task A_channel_that_wants_replies_inline_gets_them_in_time_or_later()
    {
        await using var supervisor = await StartAsync();
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();

        var inline = await supervisor.SendsAsync(Message("1", "quick", "\"deliveryMode\":\"expectReplies\","));
        Assert.Equal("you said: quick", inline.Body!.Value.GetProperty("activities")[0].GetProperty("summary").GetString());

        _parrot.Before = (_, _) => _centre.Task;
        _time.Forget();
        var slow = supervisor.SendsAsync(Message("2", "slow", "\"deliveryMode\":\"expectReplies\","));
        Assert.StartsWith("Working on it", (await _time.Passes(ThreeSeconds, slow)).Body!.Value.GetProperty("activities")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        _centre.SetResult();
        Assert.Equal("you said: slow", (await listener.Next(_ => true, limit.Token)).Summary);
    }

    [Fact]
    public async Task Questions_of_a_conversation_are_answered_in_order_and_too_many_are_told_so_once()
    {
        _parrot.Before = (_, _) => _centre.Task;
        await using var supervisor = await StartAsync("Teams:MaxPendingPerConversation=2");
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();

        // The first may still wait or be under way already, so one of the later ones finds the lane full either way.
        for (var i = 1; i <= 6; i++) Assert.Equal(200, (await supervisor.SendsAsync(Message($"{i}", $"question {i}"))).Status);
        _centre.SetResult();

        List<string> said = [];
        while (said.Count == 0 || !said[^1].StartsWith("That is a lot", StringComparison.Ordinal))
        {
            var message = await listener.Next(h => h.Kind == HappeningKind.Posted, limit.Token);
            said.Add(message.Summary ?? message.Text!);
        }

        var answered = said.Count - 1;
        Assert.InRange(answered, 2, 3);
        Assert.Equal(Enumerable.Range(1, answered).Select(i => $"you said: question {i}"), said.SkipLast(1));
        // Room again: and nothing was said twice in between.
        await supervisor.SendsAsync(Message("7", "afterwards"));
        Assert.Equal("you said: afterwards", (await listener.Next(h => h.Kind == HappeningKind.Posted, limit.Token)).Summary);
    }

    [Fact]
    public async Task A_slow_conversation_holds_up_no_other()
    {
        _parrot.Before = (question, _) => question.Text == "slow" ? _centre.Task : Task.CompletedTask;
        await using var supervisor = await StartAsync();

        await supervisor.SendsAsync(Message("1", "slow"));

        Assert.Equal("you said: quick", (await supervisor.Says("quick", Cast.Group)).Message.Summary);
        _centre.SetResult();
    }

    [Fact]
    public async Task No_answer_within_half_a_minute_is_an_answer_too()
    {
        _parrot.Before = (_, stop) => Task.Delay(Timeout.Infinite, stop);
        await using var supervisor = await StartAsync();
        using var limit = Supervisor.Limit();
        using var listener = supervisor.Channel.Listen();

        await supervisor.SendsAsync(Message("1", "never"));
        var message = await _time.Passes(TimeSpan.FromSeconds(30), listener.Next(h => h.Kind == HappeningKind.Posted, limit.Token));
        Assert.StartsWith("Something went wrong on my side", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_breaks_is_an_answer_too()
    {
        _parrot.Before = (_, _) => throw new InvalidOperationException("broken");
        await using var supervisor = await StartAsync();

        var reply = await supervisor.Says("break");

        Assert.StartsWith("Something went wrong on my side", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_gives_the_turns_under_way_three_seconds_and_then_lets_go()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _parrot.Before = async (_, stop) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
        };
        await using var supervisor = await StartAsync();
        await supervisor.SendsAsync(Message("1", "never"));
        await asked.Task;

        _time.Forget();
        await _time.Passes(ThreeSeconds, StoppedAsync());

        async Task<bool> StoppedAsync()
        {
            await supervisor.StopAsync();
            return true;
        }
    }
}
