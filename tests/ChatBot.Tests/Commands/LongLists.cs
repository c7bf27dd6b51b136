using ChatBot.Commands;

namespace ChatBot.Tests.Commands;

public class LongLists
{
    [Theory]
    [InlineData("", "")]
    [InlineData("3", "3")]
    [InlineData("42", "15")]
    [InlineData("0,2,0", "2")]
    [InlineData("20,1,1", "13,1,1")]
    [InlineData("2,20,20", "2,10,3")]
    [InlineData("3,3,3,3,3", "3,3,3,3,3")]
    public void No_card_holds_more_than_fifteen_people_and_no_group_hides_another(string groups, string shown)
    {
        var all = Numbers(groups).Select(n => new Group("", [.. Enumerable.Range(0, n).Select(_ => new Row("", "", "", "", "", "", ""))])).ToList();

        Assert.Equal(Numbers(shown), PeopleList.Fit(all).Select(g => g.Rows.Count));
    }

    private static IEnumerable<int> Numbers(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
}
