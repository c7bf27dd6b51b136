using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>Head counts by state, with who waits for a rest and the calls waiting: the floor at a glance. What only adds to
/// the counts (rests, calls) may fail without spoiling them, and says so.</summary>
public sealed record Summary(Place Place = default) : Command
{
    protected override string Canonical => $"summary{Place}";

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var (voice, scope) = (turn.Voice, turn.Scope(Place));
        // All asked at once, so that a slow contact centre is waited for once.
        var (counting, resting, queueing) = (turn.Floor.CountsAsync(scope, stop),
            TryAsync("rest", turn.Floor.RestAsync(scope, stop)), TryAsync("queues", turn.Floor.QueuesAsync(scope, stop)));
        var reading = await counting;
        var (rest, queues) = (await resting, await queueing);
        var names = await turn.Floor.NamesAsync(scope.Vdn, stop);
        var counts = reading.Value;

        var rows = new List<Row>();
        Add("Idle", "Good", counts.Idle, "idle");
        Add("Talking", "Accent", counts.Talking, "talking");
        Add("WrapUp", "Default", counts.WrapUp, "wrapup");
        Add("Busy", "Warning", counts.Busy, "busy");
        Add("Resting", "Accent", counts.Resting, "resting");
        Add("Learning", "Default", counts.Learning, "learning");
        if (counts.Unknown > 0) Add("Unknown.short", "Attention", counts.Unknown, "agents");
        var others = new List<Row>();
        if (rest.Value is { } picture) others.Add(Line(voice["summary.waiting"], picture.Waiting > 0 ? "Warning" : "Default", picture.Waiting, "waiting"));
        if (queues.Value is { } board && board.Queues.Sum(q => q.Waiting) is { } calls)
        {
            others.Add(Line(voice["summary.calls"], calls > 0 ? "Warning" : "Default", calls, "queue"));
        }

        var where = voice.Where(names, scope);
        var title = counts.SignedIn is { } signedIn ? voice.Count("agents", signedIn) : voice["summary.title"];
        var lead = voice.Say("summary.lead.free", counts.Idle ?? 0, counts.Busy ?? 0);
        var view = new View
        {
            Lang = voice.Language,
            Title = title,
            Where = where,
            Warning = turn.Warning(reading),
            Groups = [new("", rows), new("", others)],
            Notes = FloorNotes.Say(voice, names, scope.Vdn,
                [.. counts.Notes.Concat(rest.Value?.Notes ?? []).Concat(new[] { rest.Note, queues.Note }.OfType<FloorNote>()).Distinct()]),
            Foot = turn.Foot(reading.ReadAt),
            Buttons =
            [
                turn.Button("button.refresh", turn.Said), turn.Button("button.rest", $"rest{Place}"), turn.Button("button.agents", $"agents{Place}"),
            ],
        };
        return turn.Show("people", view, voice.Summary(where, title, lead));

        void Add(string state, string color, int? count, string word)
        {
            if (count is { } known) rows.Add(Line(voice[state.Contains('.', StringComparison.Ordinal) ? $"state.{state}" : $"state.{state}.short"], color, known, word));
        }

        Row Line(string name, string color, int count, string word) => new(name, "", color, "", $"{count}", "Default", word + Place);
    }

    private static async Task<(T? Value, FloorNote? Note)> TryAsync<T>(string part, Task<Reading<T>> asked)
        where T : class
    {
        try
        {
            return ((await asked).Value, null);
        }
        catch (MonitoringException e)
        {
            return (null, new FloorNote.PartMissing(part, e.Failure));
        }
        catch (EditionException)
        {
            return (null, null);
        }
    }
}
