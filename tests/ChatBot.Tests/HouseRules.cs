using System.Text.RegularExpressions;

namespace ChatBot.Tests;

/// <summary>Who may know whom: a room names another only where the design says so.</summary>
public partial class HouseRules
{
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Edge"] = [],
        ["Monitoring"] = [],
        ["Cards"] = [],
        ["Alerts"] = ["Monitoring", "Cards"],
        ["Commands"] = ["Alerts", "Monitoring", "Cards"],
        ["State"] = ["Commands", "Alerts"],
        ["Teams"] = ["Commands", "Alerts", "Cards", "Edge"],
        ["Preview"] = ["Teams"],
        ["Terminal"] = ["Commands", "Alerts", "Cards", "Monitoring", "State", "Teams", "Edge"],
    };

    [Fact]
    public void A_room_knows_only_the_rooms_that_the_design_allows()
    {
        var source = Path.Combine(Repository.Root, "src", "ChatBot");
        var trespasses =
            from room in MayKnow.Keys
            from file in Directory.EnumerateFiles(Path.Combine(source, room), "*.cs", SearchOption.AllDirectories)
            from Match use in RoomName().Matches(File.ReadAllText(file))
            let other = use.Groups[1].Value
            where other != room && MayKnow.ContainsKey(other) && !MayKnow[room].Contains(other)
            select $"{Path.GetRelativePath(source, file)} knows {other}";

        Assert.Empty(trespasses.Distinct());
    }

    [GeneratedRegex(@"\bChatBot\.([A-Z][A-Za-z]+)\b")]
    private static partial Regex RoomName();
}
