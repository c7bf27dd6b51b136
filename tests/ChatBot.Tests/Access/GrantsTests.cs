using ChatBot.Commands;
using ChatBot.Commands.Access;
using ChatBot.Monitoring;

namespace ChatBot.Tests.Access;

/// <summary>Whose rights a question has.</summary>
public class GrantsTests
{
    private const string Ana = "00000000-0000-0000-0000-00000000000a";

    private static readonly AccessSettings Settings = new()
    {
        Grants =
        {
            new() { Person = Ana, See = { "vdn 1 skill 3-5" }, Rules = true },
            new() { Person = Ana, See = { "vdn 2 skill 1" } },
            new() { Team = "19:team@thread.tacv2", See = { "vdn 1 skill 7" } },
            new() { Team = "19:channel@thread.tacv2", See = { "vdn 3" } },
            new() { Team = "19:all@thread.tacv2", See = { "*" } },
        },
        Everyone = new() { See = { "vdn * skill 9" } },
    };

    [Theory]
    // A person, wherever they ask.
    [InlineData(Ana, null, "a:1", "1/3 1/5 2/1", "1 1/2 1/6 1/7 1/9 2 2/2 3/1", true)]
    [InlineData("00000000-0000-0000-0000-00000000000A", null, "a:1", "1/3", "1/7", true)]
    // A place, whoever asks there; and both together.
    [InlineData("somebody", "19:team@thread.tacv2", "19:other@thread.tacv2", "1/7", "1/3 1/9", false)]
    [InlineData("somebody", "19:team@thread.tacv2", "19:channel@thread.tacv2", "1/7 3 3/1", "1 1/3", false)]
    [InlineData(null, null, "19:channel@thread.tacv2", "3", "1/7", false)]
    [InlineData(Ana, "19:team@thread.tacv2", "19:other@thread.tacv2", "1/3 1/7 2/1", "1/9 3", true)]
    [InlineData(Ana, null, "19:all@thread.tacv2", "1 2 3 77/10000", "", true)]
    [InlineData("somebody", null, "19:all@thread.tacv2", "1 77/10000", "", false)]
    // All others.
    [InlineData("somebody", null, "a:2", "1/9 2/9", "1 1/3 9", false)]
    [InlineData(null, null, "", "1/9", "1 1/3", false)]
    [InlineData("", "", "", "1/9", "1 1/3", false)]
    // A place is its exact id.
    [InlineData("somebody", "19:TEAM@thread.tacv2", "19:team@thread.tacv2;messageid=1", "1/9", "1/7", false)]
    public void Add_up_what_matches_the_person_and_the_place(string? person, string? team, string conversation, string sees, string not, bool rules)
    {
        var rights = new Grants(Settings).Of(new Origin { EntraId = person, Team = team }, conversation);

        Assert.All(Scopes(sees), scope => Assert.True(rights.Sees(scope), $"{scope}"));
        Assert.All(Scopes(not), scope => Assert.False(rights.Sees(scope), $"{scope}"));
        Assert.Equal(rules, rights.Rules);
    }

    [Fact]
    public void Nothing_set_is_everything_for_everybody() => Assert.Same(Rights.Full, new Grants(new()).Of(Origin.Unknown, "c"));

    [Fact]
    public void With_grants_and_nothing_for_everyone_the_others_see_nothing()
    {
        var rights = new Grants(new() { Grants = { new() { Person = Ana, See = { "*" } } } }).Of(Origin.Unknown, "c");

        Assert.False(rights.SeesSomeOf(new(1)) || rights.Sees(new(1, 3)) || rights.Rules);
    }

    [Fact]
    public void At_the_terminal_everything_is_seen() => Assert.Same(Rights.Full, new Grants(Settings).Of(Origin.Terminal, "terminal"));

    [Fact]
    public void A_part_of_a_VDN_is_some_of_it_and_not_the_whole()
    {
        var rights = new Grants(Settings).Of(new Origin { EntraId = Ana }, "c");

        Assert.True(rights.SeesSomeOf(new(1)) && !rights.Sees(new(1)));
        Assert.False(rights.SeesSomeOf(new(3)) || rights.SeesSomeOf(new(1, 7)));
    }

    [Theory]
    [InlineData("Access:Grants:0:Person=a|Access:Grants:0:See:0=skill 3", "Access:Grants:0:See:0 is 'skill 3', which names no part of the floor: write \"*\", \"vdn 2\"")]
    [InlineData("Access:Grants:0:Person=a|Access:Grants:0:See:0=*|Access:Grants:0:See:1=vdn 1 skill 9-3", "Access:Grants:0:See:1 is 'vdn 1 skill 9-3'")]
    [InlineData("Access:Grants:0:Person=a", "Access:Grants:0:See is empty")]
    [InlineData("Access:Grants:0:See:0=*", "Access:Grants:0 must name either a Person (Entra object id) or a Team")]
    [InlineData("Access:Grants:0:See:0=*|Access:Grants:0:Person=a|Access:Grants:0:Team=t", "Access:Grants:0 must name either")]
    [InlineData("Access:Everyone:See:0=vdn x", "Access:Everyone:See:0 is 'vdn x'")]
    [InlineData("Access:Everyone:Rules=false", "Access:Everyone:See is empty: say what everybody else may see")]
    public async Task What_cannot_be_read_is_refused_at_the_start(string settings, string says)
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => Supervisor.StartAsync(null, settings.Split('|')));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Scope> Scopes(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('/') switch
    {
        [var vdn, var skill] => new Scope(int.Parse(vdn, null), int.Parse(skill, null)),
        var vdn => new Scope(int.Parse(vdn[0], null)),
    });
}
