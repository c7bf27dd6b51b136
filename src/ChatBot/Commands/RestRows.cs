using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>People who rest, wait or may go, as rows and as groups; used by every question about rests.</summary>
internal static class RestRows
{
    public static IEnumerable<Rest> In(this RestPicture picture, params ReadOnlySpan<RestPhase> phases)
    {
        var wanted = phases.ToArray();
        return picture.People.Where(r => wanted.Contains(r.Phase)).OrderByDescending(r => r.For ?? TimeSpan.MinValue).ThenBy(r => r.WorkNo);
    }

    public static IEnumerable<Rest> LongerThan(this IEnumerable<Rest> people, TimeSpan? over) =>
        over is { } limit ? people.Where(r => r.For > limit) : people;

    public static IReadOnlyList<Row> Of(Turn turn, IEnumerable<Rest> people, DateTimeOffset readAt) =>
        [.. people.Select(r => Of(turn.Voice, r, readAt))];

    /// <summary>"longest 12 min (Eve)" and how many are overdue; empty when nobody is there.</summary>
    public static string Lead(Voice voice, IReadOnlyList<Rest> people)
    {
        var longest = people is [var first, ..] ? PeopleList.Longest(voice, first.For, voice.Person(first.Name, 20)) : "";
        var overdue = people.Count(r => r.Overdue) is > 0 and var late ? voice.Say("lead.overdue", late) : "";
        return string.Join(" · ", new[] { longest, overdue }.Where(part => part.Length > 0));
    }

    private static Row Of(Voice voice, Rest rest, DateTimeOffset readAt)
    {
        var color = rest switch
        {
            { Phase: RestPhase.Resting, Overdue: true } => "Attention",
            { Phase: RestPhase.Resting } => "Accent",
            { Phase: RestPhase.Approved } => "Good",
            _ => "Warning",
        };
        return PeopleList.Person(voice, rest.WorkNo, rest.Name, color, Detail(voice, rest, readAt), rest.For, rest.Overdue ? "Attention" : "Default");
    }

    private static string Detail(Voice voice, Rest rest, DateTimeOffset readAt)
    {
        var parts = new List<string>();
        switch (rest.Phase)
        {
            case RestPhase.Resting when rest.Left is { } left:
                var due = voice.Clock(readAt + left);
                parts.Add(rest.Overdue ? voice.Say("rest.over", voice.Duration(-left), due) : voice.Say("rest.due", due));
                break;
            case RestPhase.Waiting when rest.Cause is { } cause:
                parts.Add(voice.Cause(cause));
                break;
            case RestPhase.WaitingOrApproved:
                parts.Add(voice["phase.WaitingOrApproved"]);
                break;
        }

        if (rest.Asked is { } asked) parts.Add(voice.Say("rest.asked", voice.Duration(asked)));
        return string.Join(" · ", parts);
    }
}
