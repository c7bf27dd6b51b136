using ChatBot.Alerts;
using ChatBot.Preview;
using Microsoft.Extensions.DependencyInjection;
using static ChatBot.Tests.Stage;

namespace ChatBot.Tests.Stories;

/// <summary>The forms for a phone: what is entered is kept, or comes back with what is wrong.</summary>
public class RulesByForm
{
    [Fact]
    public async Task A_rule_is_made_without_typing_a_sentence()
    {
        await using var stage = await SetAsync();
        var form = await stage.Supervisor.Presses("New alert", await stage.Supervisor.Says("alerts"));

        var made = await stage.Supervisor.Presses("Set alert", form, inputs: [("metric", "BusyTime"), ("skill", "3"), ("comparison", "AtLeast"), ("limit", " １０ min ")]);

        Says(made, "Alert 1 is set", "Longest busy at least 10 min", "alert when busy-time skill 3 vdn 1 at least 10m");
    }

    [Theory]
    [InlineData("Waiting", "3", "Above", "many", "Write a whole number, such as 5.")]
    [InlineData("Waiting", "3", "Above", "10 min", "Write a whole number, such as 5.")]
    [InlineData("Waiting", "3", "Above", "-1", "Write a whole number, such as 5.")]
    [InlineData("Waiting", "3", "Above", "99999999999999999999", "Write a whole number, such as 5.")]
    [InlineData("Waiting", "3", "Above", "", "Write a whole number, such as 5.")]
    [InlineData("WaitTime", "3", "Above", "10", "Write a time with its unit, such as 10 min or 45 s.")]
    [InlineData("WaitTime", "3", "Above", "soon", "Write a time with its unit, such as 10 min or 45 s.")]
    [InlineData("Waiting", "3", "AtLeast", "0", "With that limit it would be always so, or never.")]
    [InlineData("Waiting", "three", "Above", "5", "A skill queue is a number from 1 to 10000.")]
    [InlineData("Waiting", "10001", "Above", "5", "A skill queue is a number from 1 to 10000.")]
    [InlineData("Happiness", "3", "Above", "5", "Choose what is to be watched.")]
    [InlineData("7", "3", "Above", "x", "Write a time with its unit")]
    [InlineData("Waiting", "3", "Beside", "5", "Choose above, at least, below or at most.")]
    [InlineData("Waiting", "3", "Above", "\ud800", "Write a whole number, such as 5.")]
    public async Task Nonsense_comes_back_as_it_was_entered_with_what_is_wrong(string metric, string skill, string comparison, string limit, string wrong)
    {
        await using var stage = await SetAsync();
        var form = await stage.Supervisor.Presses("New alert", await stage.Supervisor.Says("alerts"));

        var again = await stage.Supervisor.Presses("Set alert", form, inputs: [("metric", metric), ("skill", skill), ("comparison", comparison), ("limit", limit)]);

        Assert.Contains(wrong, again.Text, StringComparison.Ordinal);
        Assert.All([("metric", metric), ("skill", skill), ("comparison", comparison)], entered => Assert.Equal(entered.Item2, again.Entered(entered.Item1)));
        if (!limit.Contains('\ud800', StringComparison.Ordinal)) Assert.Equal(limit, again.Entered("limit"));
        Assert.Empty(await RulesAsync(stage));
    }

    [Fact]
    public async Task A_form_that_was_sent_empty_says_what_is_missing()
    {
        await using var stage = await SetAsync();
        var form = await stage.Supervisor.Presses("New alert", await stage.Supervisor.Says("alerts"));

        Says(await stage.Supervisor.Presses("Set alert", form), "Choose what is to be watched.", "Choose above, at least, below or at most.");
    }

    [Fact]
    public async Task Everything_that_a_sentence_does_not_say_can_be_edited()
    {
        await using var stage = await SetAsync();
        var form = await stage.Supervisor.Presses("Edit", await stage.Supervisor.Says("alert when waiting skill 3 above 5"));
        Assert.Equal(("5", "4", "", "30m", "Warning", "", "false"), (form.Entered("limit"), form.Entered("calm"), form.Entered("hold"),
            form.Entered("repeat"), form.Entered("severity"), form.Entered("active"), form.Entered("mention")));

        var saved = await stage.Supervisor.Presses("Save", form, Cast.WangWei,
            ("limit", "8"), ("calm", "3"), ("hold", "2 分钟"), ("repeat", ""), ("severity", "Critical"), ("active", "周一至周五 8:00-20:00"), ("mention", "true"));

        Says(saved, "Alert 1 is changed", "Waiting to rest above 8", "at 3 or less", "when it has been so for 2 min", "never", "critical",
            "Mon, Tue, Wed, Thu, Fri 08:00–20:00", "Mentions 王伟");
        var rule = Assert.Single(await RulesAsync(stage));
        Assert.Equal((8, 3, Minutes(2), TimeSpan.Zero, Severity.Critical), (rule.Limit, rule.Calm, rule.Hold, rule.Repeat, rule.Severity));

        // A colleague's own wish to be mentioned is not another's.
        var again = await stage.Supervisor.Presses("Edit", saved);
        Assert.Equal("false", again.Entered("mention"));
        Assert.Equal("Mon,Tue,Wed,Thu,Fri 08:00-20:00", again.Entered("active"));
    }

    [Theory]
    [InlineData("limit", "lots", "Write a whole number, such as 5.")]
    [InlineData("calm", "6", "The calm level must be on the other side of the limit (limit 5).")]
    [InlineData("calm", "low", "Write a whole number, such as 5.")]
    [InlineData("hold", "a while", "Write a time of at most 12 h")]
    [InlineData("hold", "13h", "Write a time of at most 12 h")]
    [InlineData("repeat", "1m", "Write a time from 5 min to 12 h, or leave it empty.")]
    [InlineData("repeat", "often", "Write a time from 5 min to 12 h, or leave it empty.")]
    [InlineData("severity", "Loud", "Choose warning or critical.")]
    [InlineData("active", "at night", "Write days and times such as Mon-Fri 08:00-20:00")]
    [InlineData("active", "Mon 25:00-26:00", "Write days and times such as Mon-Fri 08:00-20:00")]
    public async Task Nonsense_in_an_edit_changes_nothing_and_comes_back(string field, string entered, string wrong)
    {
        await using var stage = await SetAsync();
        var form = await stage.Supervisor.Presses("Edit", await stage.Supervisor.Says("alert when waiting skill 3 above 5"));
        var inputs = new Dictionary<string, string> { ["limit"] = "5", ["calm"] = "2", ["hold"] = "1m", ["repeat"] = "1h", ["severity"] = "Critical", ["active"] = "8:00-20:00", ["mention"] = "true" };
        inputs[field] = entered;

        var again = await stage.Supervisor.Presses("Save", form, inputs: [.. inputs.Select(i => (i.Key, i.Value))]);

        Assert.Contains(wrong, again.Text, StringComparison.Ordinal);
        Assert.All(inputs, input => Assert.Equal(input.Value, again.Entered(input.Key)));
        Assert.Equal((4, Severity.Warning), Assert.Single(await RulesAsync(stage)) is var rule ? (rule.Calm, rule.Severity) : default);
    }

    [Fact]
    public async Task A_rule_that_was_deleted_meanwhile_is_not_saved()
    {
        await using var stage = await SetAsync();
        var made = await stage.Supervisor.Says("alert when waiting above 5");
        var form = await stage.Supervisor.Presses("Edit", made);
        await stage.Supervisor.Presses("Delete", await stage.Supervisor.Says("delete alert 1"));

        Says(await stage.Supervisor.Presses("Save", form, inputs: [("limit", "8")]), "There is no alert 1 in this conversation");
    }

    private static Task<IReadOnlyList<Rule>> RulesAsync(Stage stage) =>
        stage.Supervisor.Services.GetRequiredService<IAlertStore>().RulesOfAsync(Cast.Personal.Id, TestContext.Current.CancellationToken);

    private static void Says(Reply reply, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, reply.Text, StringComparison.Ordinal));
}
