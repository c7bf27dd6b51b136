using ChatBot.Preview;
using ChatBot.State;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

public class WhatIsRemembered
{
    [Fact]
    public async Task The_default_scope_fills_what_is_not_said_and_undo_takes_it_back()
    {
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana", resting: Minutes(7));
        stage.Centre.Vdn(1).Skill(1).Has("Sam", resting: Minutes(7));

        var set = await stage.Supervisor.Says("switch to billing");
        Assert.Contains("From now on: Billing · skill 3 · VDN 1", set.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", (await stage.Supervisor.Says("who is resting")).Text, StringComparison.Ordinal);

        var undone = await stage.Supervisor.Presses("Undo", set);
        Assert.Contains("From now on: VDN 1", undone.Text, StringComparison.Ordinal);
        Assert.Contains("Sam", (await stage.Supervisor.Says("who is resting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_conversations_defaults_are_not_anothers()
    {
        await using var stage = await SetAsync();

        await stage.Supervisor.Says("use skill 3", Cast.Personal);
        await stage.Supervisor.Says("speak Chinese", Cast.Personal);
        var elsewhere = await stage.Supervisor.Says("who is resting", Cast.Group);

        Assert.Contains("Nobody is resting\nVDN 1", elsewhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_kept_and_auto_follows_each_question_again()
    {
        await using var stage = await SetAsync();

        Assert.Contains("用中文回答", (await stage.Supervisor.Says("speak Chinese")).Text, StringComparison.Ordinal);
        Assert.Contains("没有人在休息", (await stage.Supervisor.Says("who is resting")).Text, StringComparison.Ordinal);
        await stage.Supervisor.Says("language auto");
        Assert.Contains("Nobody is resting", (await stage.Supervisor.Says("who is resting")).Text, StringComparison.Ordinal);
        Assert.Contains("没有人在休息", (await stage.Supervisor.Says("谁在休息")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defaults_and_language_outlive_a_restart()
    {
        var database = Path.Combine(Directory.CreateTempSubdirectory("chatbot-").FullName, "kept.db");
        var keep = $"State:ConnectionString=Data Source={database}";
        await using (var before = await SetAsync("Current", keep))
        {
            await before.Supervisor.Says("use skill 3");
            await before.Supervisor.Says("language zh");
        }

        await using var after = await SetAsync("Current", keep);

        Assert.Contains("技能 3", (await after.Supervisor.Says("who is resting")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_remembered_status_does_not_say_that_all_is_well()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("chatbot-").FullName, "gone.db");
        await using var stage = await SetAsync("Current", $"State:ConnectionString=Data Source={file};Pooling=false", "Alerts:Watch=false", "Logging:LogLevel:Default=None");
        await stage.Supervisor.Says("who is resting");
        Assert.Contains("All well", (await stage.Supervisor.Says("status")).Text, StringComparison.Ordinal);

        // Its folder becomes a file: nothing can be opened any more.
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        await File.WriteAllTextAsync(Path.GetDirectoryName(file)!, "");

        var status = (await stage.Supervisor.Says("status")).Text;
        Assert.Contains("My database cannot be read", status, StringComparison.Ordinal);
        Assert.DoesNotContain("All well", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobodys_name_is_kept()
    {
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana Lima", resting: Minutes(7));
        foreach (var chat in Cast.Chats) await stage.Supervisor.Says("who is resting", chat);

        var database = stage.Supervisor.Services.GetRequiredService<IOptions<StateSettings>>().Value.ConnectionString;
        await using var connection = new SqliteConnection(database);
        var rows = string.Join('\n', await connection.QueryAsync<string>("SELECT id || ' ' || COALESCE(reference, '') FROM conversations"));

        Assert.All(Cast.Chats, chat => Assert.Contains(chat.Id, rows, StringComparison.Ordinal));
        Assert.Contains(Cast.LiNa.Id, rows, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.LiNa.Name, rows, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Lima", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_a_chinese_card_answers_in_chinese()
    {
        await using var stage = await SetAsync();
        stage.Billing.Has("Ana", waiting: Minutes(3));

        var card = await stage.Supervisor.Presses("等待休息", await stage.Supervisor.Says("技能3谁在休息"));

        Assert.Contains("1 人等待批准休息", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_edits_the_card_in_place()
    {
        await using var stage = await SetAsync();
        var reply = await stage.Supervisor.Says("who is resting on skill 3", Cast.Alerts);
        stage.Billing.Has("Ana", resting: Minutes(7));
        stage.Time.Advance(TimeSpan.FromSeconds(5));

        var refreshed = await stage.Supervisor.Presses("Refresh", reply);

        Assert.Equal(reply.Message.Id, refreshed.Message.Id);
        Assert.Contains("1 resting", refreshed.Text, StringComparison.Ordinal);
    }
}
