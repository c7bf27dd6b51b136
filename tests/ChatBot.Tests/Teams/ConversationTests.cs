using ChatBot.Commands;
using ChatBot.Preview;

namespace ChatBot.Tests.Teams;

/// <summary>Talks with the bot, in every kind of chat.</summary>
public class ConversationTests
{
    private readonly Parrot _parrot = new();

    private Task<Supervisor> StartAsync() => Supervisor.StartAsync(_parrot.MoveIn);

    [Fact]
    public async Task Answers_a_personal_message_with_a_card_and_its_summary()
    {
        await using var supervisor = await StartAsync();

        var reply = await supervisor.Says("who is resting on skill 3");

        Assert.Equal("you said: who is resting on skill 3", reply.Message.Summary);
        Assert.Contains("you said: who is resting on skill 3", reply.Text);
        var question = Assert.Single(_parrot.Asked);
        Assert.Equal(("who is resting on skill 3", Cast.Personal.Id, false), (question.Text, question.Conversation, question.Pressed));
        Assert.Equal(new(Cast.LiNa.Id, Cast.LiNa.Name), question.By);
    }

    [Fact]
    public async Task A_bot_that_does_not_watch_answers_all_the_same()
    {
        // In Development the services are checked as a whole at the start.
        await using var supervisor = await Supervisor.StartAsync(null, "Alerts:Watch=false", "environment=Development");

        var reply = await supervisor.Says("alert when waiting above 2");

        Assert.Contains("Alert 1 is set", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_in_the_thread_it_was_asked_in_and_settings_belong_to_the_channel()
    {
        await using var supervisor = await StartAsync();

        var first = await supervisor.Says("who is resting", Cast.Alerts);
        var second = await supervisor.Says("and waiting?", Cast.Alerts, first.Message.Thread);
        var other = await supervisor.Says("who is busy", Cast.Alerts);

        Assert.Equal(first.Message.Thread, second.Message.Thread);
        Assert.NotEqual(first.Message.Thread, other.Message.Thread);
        Assert.All(_parrot.Asked, question => Assert.Equal(Cast.Alerts.Id, question.Conversation));
    }

    [Fact]
    public async Task Takes_out_its_own_mention_and_keeps_the_names_of_others()
    {
        await using var supervisor = await StartAsync();

        await supervisor.Says("what is @Adele Vance doing <b>now</b> & why", Cast.Group);

        var question = Assert.Single(_parrot.Asked);
        Assert.Equal("what is Adele Vance doing <b>now</b> & why", question.Text);
        Assert.Equal(new(Cast.AdeleVance.Id, Cast.AdeleVance.Name), Assert.Single(question.Mentioned));
    }

    [Fact]
    public async Task Refresh_edits_the_card_in_place()
    {
        await using var supervisor = await StartAsync();
        var reply = await supervisor.Says("who is resting", Cast.Alerts);

        var refreshed = await supervisor.Presses("Refresh", reply);

        Assert.Equal(reply.Message.Id, refreshed.Message.Id);
        Assert.Contains("you said: again", refreshed.Text);
        Assert.Equal(1, refreshed.Message.Edits);
        Assert.Equal(("again", Cast.Alerts.Id, "zh", true), (_parrot.Asked[1].Text, _parrot.Asked[1].Conversation, _parrot.Asked[1].Language, _parrot.Asked[1].Pressed));
        Assert.Single(supervisor.Channel.Messages, m => m.FromBot);
    }

    [Fact]
    public async Task What_was_filled_in_comes_with_the_button_and_never_more_than_a_form_holds()
    {
        await using var supervisor = await StartAsync();
        var reply = await supervisor.Says("who is resting");

        await supervisor.Presses("Refresh", reply, Cast.WangWei,
            [("limit", new string('x', 5000)), .. Enumerable.Range(0, 100).Select(i => ($"field{i}", "5"))]);

        var question = _parrot.Asked[1];
        Assert.Equal(new(Cast.WangWei.Id, Cast.WangWei.Name), question.By);
        Assert.Equal(Question.MostInputs, question.Inputs.Count);
        Assert.Equal(new string('x', Question.LongestInput), question.Inputs["limit"]);
        Assert.DoesNotContain("say", question.Inputs.Keys);
    }

    [Fact]
    public async Task Only_its_name_is_a_call_for_help()
    {
        await using var supervisor = await StartAsync();

        await supervisor.Says("  ", Cast.Group);

        Assert.Equal("help", Assert.Single(_parrot.Asked).Text);
    }
}
