using ChatBot.Alerts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Alerts;

/// <summary>What people in a channel see, through a real database and real HTTP.</summary>
public class ToldStories
{
    [Fact]
    public async Task An_incident_is_one_card_edited_while_it_lives_and_replies_in_its_thread()
    {
        await using var room = await Room.OpenAsync();

        var incident = await room.RaiseAsync();
        Assert.Equal("POST card #1 v1", await room.SaidAsync());
        incident = await room.NewFiguresAsync(incident);
        Assert.Equal("", await room.SaidAsync());
        Assert.Equal("15 s: PUT 1 card #1 v2", await room.SaidAsync(seconds: 20));
        incident = await room.SaysAsync(incident, VerdictKind.Worse);
        Assert.Equal("POST 1 reply Worse #1 v3", await room.SaidAsync());
        Assert.Equal("1 s: PUT 1 card #1 v3", await room.SaidAsync(seconds: 2));
        await room.SaysAsync(incident, VerdictKind.Resolve, ends: true);
        Assert.Equal("POST 1 reply Resolve #1 v4 ended", await room.SaidAsync());
        Assert.Equal("1 s: PUT 1 card #1 v4 ended", await room.SaidAsync(seconds: 60));
        Assert.Empty((await room.Posts.OutboxAsync(Room.Channel, default, default)).Living);
    }

    [Fact]
    public async Task A_channel_that_asks_for_time_gets_it_and_then_the_newest_state()
    {
        await using var room = await Room.OpenAsync("429 30");

        var incident = await room.RaiseAsync();
        Assert.Equal("POST card #1 v1", await room.SaidAsync());
        await room.SaysAsync(incident, VerdictKind.Worse);
        Assert.Equal("30 s: POST card #1 v2", await room.SaidAsync(seconds: 40));
    }

    [Fact]
    public async Task A_reminder_that_waits_is_said_although_it_got_worse_meanwhile()
    {
        await using var room = await Room.OpenAsync("201", "429 30");
        var incident = await room.RaiseAsync();
        await room.SaidAsync();

        incident = await room.SaysAsync(incident, VerdictKind.Remind);
        Assert.Equal("1 s: POST 1 reply Remind #1 v2", await room.SaidAsync(seconds: 1));
        incident = await room.SaysAsync(incident, VerdictKind.Worse);

        // It mentions people where it is critical, and worse does not.
        Assert.Equal("30 s: POST 1 reply Remind #1 v3", await room.SaidAsync(seconds: 30));
        await room.SaysAsync(incident, VerdictKind.Resolve, ends: true);
        Assert.Equal("1 s: POST 1 reply Resolve #1 v4 ended", await room.SaidAsync(seconds: 1));
    }

    [Fact]
    public async Task Without_a_word_when_to_come_back_it_waits_longer_each_time()
    {
        await using var room = await Room.OpenAsync("429", "412", "409");

        await room.RaiseAsync();
        await room.SaidAsync();
        var said = await room.SaidAsync(seconds: 30);

        // 2 s, 4 s, 8 s, each with a quarter of chance.
        Assert.Matches("^[23] s: POST card #1 v1; ([6-8]) s: POST card #1 v1; (1[4-9]) s: POST card #1 v1$", said);
    }

    [Theory]
    [InlineData("502")]
    [InlineData("reset")]
    public async Task A_warning_that_may_have_arrived_is_told_again_only_with_its_next_state(string answer)
    {
        await using var room = await Room.OpenAsync(answer);

        var incident = await room.RaiseAsync();
        Assert.Equal("POST card #1 v1", await room.SaidAsync());
        incident = await room.NewFiguresAsync(incident);
        Assert.Equal("", await room.SaidAsync(seconds: 90));
        incident = await room.SaysAsync(incident, VerdictKind.Worse);
        Assert.Equal("POST card #1 v3", await room.SaidAsync());
        await room.SaysAsync(incident, VerdictKind.Resolve, ends: true);
        Assert.Equal("1 s: POST 1 reply Resolve #1 v4 ended; 2 s: PUT 1 card #1 v4 ended", await room.SaidAsync(seconds: 60));
    }

    [Fact]
    public async Task A_critical_one_is_told_once_more_after_20_s()
    {
        await using var room = await Room.OpenAsync("504", "504");

        await room.RaiseAsync(critical: true);
        Assert.Equal("POST card #1 v1 @", await room.SaidAsync());
        Assert.Equal("20 s: POST card #1 v1 @", await room.SaidAsync(seconds: 120));
    }

    [Fact]
    public async Task An_edit_is_tried_until_it_arrives_with_the_newest_state()
    {
        await using var room = await Room.OpenAsync("201", "500", "504");

        var incident = await room.RaiseAsync();
        await room.SaidAsync();
        incident = await room.NewFiguresAsync(incident);
        Assert.Equal("15 s: PUT 1 card #1 v2", await room.SaidAsync(seconds: 15));
        await room.NewFiguresAsync(incident);
        Assert.Matches("^[23] s: PUT 1 card #1 v3; [6-8] s: PUT 1 card #1 v3$", await room.SaidAsync(seconds: 60));
    }

    [Fact]
    public async Task A_card_that_is_too_large_is_told_shorter_at_once()
    {
        await using var room = await Room.OpenAsync("413", "201", "413", "413");

        var incident = await room.RaiseAsync();
        Assert.Equal("POST card #1 v1; POST short #1 v1", await room.SaidAsync());
        await room.NewFiguresAsync(incident);
        Assert.Equal("15 s: PUT 1 card #1 v2; PUT 1 short #1 v2; PUT 1 short #1 v2 as text", await room.SaidAsync(seconds: 40));
    }

    [Fact]
    public async Task A_mention_that_is_refused_does_not_keep_the_card_from_being_told()
    {
        await using var room = await Room.OpenAsync("400");

        await room.RaiseAsync(critical: true);

        Assert.Equal("POST card #1 v1 @; POST card #1 v1", await room.SaidAsync());
        Assert.Equal("", await room.SaidAsync(seconds: 60));
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_never_edited_again_and_its_end_is_still_told()
    {
        await using var room = await Room.OpenAsync("201", "404");

        var incident = await room.RaiseAsync();
        await room.SaidAsync();
        incident = await room.NewFiguresAsync(incident);
        Assert.Equal("15 s: PUT 1 card #1 v2", await room.SaidAsync(seconds: 60));
        incident = await room.NewFiguresAsync(incident);
        Assert.Equal("", await room.SaidAsync(seconds: 60));
        await room.SaysAsync(incident, VerdictKind.Resolve, ends: true);
        Assert.Equal("POST reply Resolve #1 v4 ended", await room.SaidAsync());
        Assert.Equal("", await room.SaidAsync(seconds: 60));
    }

    [Fact]
    public async Task A_reply_whose_thread_is_gone_is_a_message_of_its_own()
    {
        await using var room = await Room.OpenAsync("201", "404");

        var incident = await room.RaiseAsync();
        await room.SaidAsync();
        await room.SaysAsync(incident, VerdictKind.Worse);
        Assert.Equal("1 s: POST 1 reply Worse #1 v2; 2 s: POST reply Worse #1 v2", await room.SaidAsync(seconds: 60));
    }

    [Fact]
    public async Task Twenty_of_one_poll_are_twelve_cards_and_a_digest_a_second_apart_and_later_ones_join_it()
    {
        await using var room = await Room.OpenAsync();
        for (var i = 0; i < 20; i++) await room.RaiseAsync();

        Assert.Equal("POST card #1 v1", await room.SaidAsync());
        var said = await room.SaidAsync(seconds: 30);
        Assert.StartsWith("1 s: POST card #2 v1; 2 s: POST card #3 v1;", said, StringComparison.Ordinal);
        Assert.EndsWith("11 s: POST card #12 v1; 12 s: POST digest #13 v1, #14 v1, #15 v1, #16 v1, #17 v1, #18 v1, #19 v1, #20 v1", said, StringComparison.Ordinal);
        await room.RaiseAsync();
        Assert.Equal("PUT 13 digest #13 v1, #14 v1, #15 v1, #16 v1, #17 v1, #18 v1, #19 v1, #20 v1, #21 v1", await room.SaidAsync());
        await room.RaiseAsync(critical: true);
        Assert.Equal("1 s: POST card #22 v1 @", await room.SaidAsync(seconds: 10));
    }

    [Fact]
    public async Task No_more_than_20_a_minute()
    {
        await using var room = await Room.OpenAsync();
        for (var i = 0; i < 30; i++) await room.RaiseAsync(critical: true);

        await room.SaidAsync();
        var first = await room.SaidAsync(seconds: 59);
        var second = await room.SaidAsync(seconds: 59);

        Assert.Equal(19, first.Split("POST").Length - 1);
        Assert.Equal(10, second.Split("POST").Length - 1);
    }

    [Fact]
    public async Task After_a_quiet_time_one_digest_tells_what_happened()
    {
        await using var room = await Room.OpenAsync();
        var before = await room.RaiseAsync();
        await room.SaidAsync();
        await room.Posts.SetQuietAsync(Room.Channel, room.Time.GetUtcNow().AddMinutes(10), null, default);

        await room.SaysAsync(before, VerdictKind.Resolve, ends: true);
        Assert.Equal("1 s: PUT 1 card #1 v2 ended", await room.SaidAsync(seconds: 30));
        await room.RaiseAsync();
        await room.RaiseAsync();
        Assert.Equal("", await room.SaidAsync(seconds: 569));
        Assert.Equal("1 s: POST digest #1 v2 ended, #2 v1, #3 v1", await room.SaidAsync(seconds: 60));
    }

    [Fact]
    public async Task The_end_of_a_channel_ends_its_rules_and_tells_their_owner_once()
    {
        await using var room = await Room.OpenAsync("403", """201 {"id":"a:li"}""");
        await room.RaiseAsync(owner: new("29:li", "Li Na"));
        await room.RaiseAsync(owner: new("29:li", "Li Na"));

        Assert.Equal("POST card #1 v1; POST meet", await room.SaidAsync());
        Assert.Equal("", await room.SaidAsync(seconds: 60));
        Assert.Empty(await room.Services.GetRequiredService<IAlertStore>().RulesOfAsync(Room.Channel, default));
        Assert.Equal("POST gone 1, 2", await room.SaidAsync(room.Speaks("a:li")));
        await room.Services.GetRequiredService<Farewell>().EndAsync(Room.Channel, default);
        Assert.Equal("", await room.SaidAsync(room.Speaks("a:li")));
    }

    [Fact]
    public async Task A_process_that_dies_in_the_middle_tells_once_more_rather_than_never()
    {
        await using var room = await Room.OpenAsync("hang");
        var incident = await room.RaiseAsync();
        _ = room.SaidAsync();
        Assert.Contains("card #1 v1", await room.Connector.Call());

        // Nobody ends the first one: it is as if it had been killed.
        room.Start();

        Assert.Equal("1 s: POST card #1 v1", await room.SaidAsync(seconds: 1));
        await room.SaysAsync(incident, VerdictKind.Worse);
        Assert.Equal("1 s: POST 1 reply Worse #1 v2; 2 s: PUT 1 card #1 v2", await room.SaidAsync(seconds: 4));
    }

    [Fact]
    public async Task A_store_that_fails_after_the_send_is_told_later_and_nobody_hears_it_twice()
    {
        await using var room = await Room.OpenAsync("hang-then-201");
        var incident = await room.RaiseAsync();
        await using var messenger = room.Speaks(Room.Channel);
        var under = messenger.GoAsync();
        await room.Connector.Call();

        // 1 While the call is under way somebody locks the database.
        await using (SqliteConnection locks = new($"Data Source={room.File};Pooling=False"))
        {
            await locks.OpenAsync();
            await using var held = locks.BeginTransaction();
            room.Connector.GoOn();
            await Assert.ThrowsAnyAsync<Exception>(() => under.WaitAsync(Supervisor.Patience));
        }

        // 2 When it works again what was sent is kept, and only what is new is told.
        room.Time.Advance(TimeSpan.FromSeconds(1));
        await messenger.GoAsync().WaitAsync(Supervisor.Patience);
        Assert.Empty(room.Connector.Calls());
        await room.SaysAsync(incident, VerdictKind.Worse);
        Assert.Equal("POST 1 reply Worse #1 v2", await room.SaidAsync(messenger));
    }

    [Fact]
    public async Task A_card_that_cannot_be_drawn_keeps_no_other_from_being_told()
    {
        await using var room = await Room.OpenAsync();
        room.Cards.Fails = "#1 ";
        await room.RaiseAsync();
        await room.RaiseAsync();

        Assert.Equal("POST card #2 v1", await room.SaidAsync());
        room.Cards.Fails = null;
        Assert.Matches("^[23] s: POST card #1 v1$", await room.SaidAsync(seconds: 30));
    }
}
