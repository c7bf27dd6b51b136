using ChatBot.Commands.Telling;

namespace ChatBot.Commands;

/// <summary>A rule is paused or watched again; said of one that is so already, it says so.</summary>
internal static class Pausing
{
    public static async Task<Answer> SetAsync(Turn turn, int number, bool paused, CancellationToken stop)
    {
        if (await turn.Alerts.RuleAsync(turn.Conversation.Id, number, stop) is not { } rule) return await NoSuch.AlertAsync(turn, number, stop);
        var word = paused ? "pause" : "resume";
        var title = turn.Voice.Say($"alert.{(rule.Paused == paused ? "already" : "done")}.{word}", number);
        rule = rule with { Paused = paused };
        if (!await turn.Alerts.ChangeAsync(rule, turn.Deed($"{word} alert {number}"), stop)) return await NoSuch.AlertAsync(turn, number, stop);
        return await RuleCard.ShowAsync(turn, rule, title, RuleCard.Usual(turn, rule), stop);
    }
}
