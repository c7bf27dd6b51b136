using ChatBot.Commands.Access;

namespace ChatBot.Tests.Access;

/// <summary>A part of the floor as it is written in the settings.</summary>
public class PartTests
{
    [Theory]
    [InlineData("*", null, null, null)]
    [InlineData("vdn 2", 2, null, null)]
    [InlineData("vdn *", null, null, null)]
    [InlineData("vdn 1 skill 3", 1, 3, 3)]
    [InlineData("vdn 1 skill 3-9", 1, 3, 9)]
    [InlineData("vdn 5000 skill 10000-10000", 5000, 10000, 10000)]
    [InlineData("vdn * skill 3", null, 3, 3)]
    public void Is_read(string text, int? vdn, int? first, int? last)
    {
        Assert.True(Part.TryParse(text, out var part));
        Assert.Equal(new Part(vdn, first, last), part);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" *")]
    [InlineData("all")]
    [InlineData("skill 3")]
    [InlineData("vdn")]
    [InlineData("vdn 0")]
    [InlineData("vdn 5001")]
    [InlineData("vdn 1 ")]
    [InlineData("vdn  1")]
    [InlineData("VDN 1")]
    [InlineData("vdn +1")]
    [InlineData("vdn 1 skill")]
    [InlineData("vdn 1 skill *")]
    [InlineData("vdn 1 skill 0")]
    [InlineData("vdn 1 skill 10001")]
    [InlineData("vdn 1 skill 9-3")]
    [InlineData("vdn 1 skill 3-")]
    [InlineData("vdn 1 skill 3-5-9")]
    [InlineData("vdn 1 skill 3,5")]
    [InlineData("vdn 1 skill ３")]
    [InlineData("vdn 1 skill 3 vdn 2")]
    [InlineData("vdn 99999999999999999999")]
    public void Anything_else_is_no_part(string? text) => Assert.False(Part.TryParse(text, out _));
}
