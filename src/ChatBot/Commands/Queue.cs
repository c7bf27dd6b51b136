using ChatBot.Alerts;
using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Calls waiting and the longest wait, one row a queue, the longest wait first.</summary>
public sealed record Queue(Place Place = default) : Command
{
    protected override string Canonical => $"queue{Place}";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var (voice, scope) = (turn.Voice, turn.Scope(Place));
        var reading = await turn.Floor.QueuesAsync(scope, stop);
        var names = await turn.Floor.NamesAsync(scope.Vdn, stop);
        var queues = reading.Value.Queues.OrderByDescending(Longest).ThenByDescending(q => q.Waiting ?? 0).ThenBy(q => q.Skill).ToList();
        var lead = queues is [var first, ..] && Longest(first) is var longest && longest > TimeSpan.Zero
            ? voice.Say(first.LongestWait is null ? "lead.longestIn5Min" : "lead.longest", voice.Duration(longest), voice.Skill(names, scope.Vdn, first.Skill))
            : "";
        return await PeopleList.ShowAsync(turn, scope, reading, reading.Value.Notes,
            voice.Count("queue", queues.Sum(q => q.Waiting ?? 0)), lead, [new("", [.. queues.Select(Row)])],
            [
                turn.Button("button.refresh", turn.Said),
                turn.Button("button.idle", $"idle{Place}"),
                turn.AlertButton(new(Metric.CallWait, Place, Comparison.Above, 2 * 60)),
            ],
            stop);

        Row Row(QueueState queue)
        {
            // Calls that wait while nobody is free are what one must see first.
            var color = queue.Waiting is null or 0 ? "Good" : queue.Free == 0 ? "Attention" : "Warning";
            var details = new List<string>();
            if (queue.LongestWait is { } wait) details.Add(voice.Say("queue.longest", voice.Duration(wait)));
            else if (queue.LongestWaitIn5Min is { } recent) details.Add(voice.Say("queue.longestIn5Min", voice.Duration(recent)));
            if (queue.SignedIn == 0) details.Add(voice["queue.nobody"]);
            else if (queue.Free is { } free) details.Add(voice.Say("queue.free", free, queue.SignedIn ?? free));
            var number = voice.Say("skill", queue.Skill);
            var name = voice.Skill(names, scope.Vdn, queue.Skill);
            return new(name, name == number ? "" : number, color, string.Join(" · ", details),
                queue.Waiting is { } waiting ? $"{waiting}" : voice["time.unknown"], color == "Good" ? "Default" : color,
                $"queue skill {queue.Skill} vdn {scope.Vdn}");
        }
    }

    private static TimeSpan Longest(QueueState queue) => queue.LongestWait ?? queue.LongestWaitIn5Min ?? TimeSpan.Zero;
}
