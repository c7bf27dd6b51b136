using ChatBot.Commands;
using ChatBot.Monitoring;

namespace ChatBot.Tests.Commands;

public class Scopes
{
    [Theory]
    // said (skill, vdn), the conversation's default (vdn, skill), what is read
    [InlineData(null, null, null, null, 1, null)]
    [InlineData(3, null, null, null, 1, 3)]
    [InlineData(null, null, 2, 7, 2, 7)]
    [InlineData(3, null, 2, 7, 2, 3)]
    [InlineData(null, 4, 2, 7, 4, null)]
    [InlineData(3, 4, 2, 7, 4, 3)]
    public void What_was_not_said_comes_from_the_conversation_and_a_said_vdn_leaves_its_skill_aside(
        int? skill, int? vdn, int? defaultVdn, int? defaultSkill, int readVdn, int? readSkill)
    {
        var turn = new Turn("", new("", "c"), new("c", defaultVdn, defaultSkill), null!, null!, new(1, [], []), null!, null!, null!, null!, new(), null!, TimeProvider.System, null!);

        Assert.Equal(new Scope(readVdn, readSkill), turn.Scope(new(skill, vdn)));
    }
}
