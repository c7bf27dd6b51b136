namespace ChatBot.Monitoring;

/// <summary>Rest rows, decided, as the picture of a VDN or of one queue's agents.</summary>
internal static class RestPictures
{
    /// <param name="serverNow">The server's clock at the moment of the rest reading.</param>
    public static RestPicture OfVdn(RestRead read, IReadOnlyDictionary<int, Agent> states, DateTimeOffset serverNow)
    {
        var people = People(read, states, serverNow);
        int Of(RestPhase phase) => people.Count(p => p.Phase == phase);
        var (resting, waiting, approved, open) =
            (Of(RestPhase.Resting), Of(RestPhase.Waiting), Of(RestPhase.Approved), Of(RestPhase.WaitingOrApproved));

        var notes = new List<FloorNote>();
        void Compare(RestPhase phase, int listed, int? counted)
        {
            if (counted is { } count && count != listed) notes.Add(new FloorNote.CountsDiffer(phase, listed, count));
        }

        Compare(RestPhase.Resting, resting, read.Resting);
        if (open == 0)
        {
            Compare(RestPhase.Waiting, waiting, read.Waiting);
            Compare(RestPhase.Approved, approved, read.Approved);
        }
        else Compare(RestPhase.WaitingOrApproved, waiting + approved + open, read.Waiting + read.Approved);

        if (read.Lost > 0) notes.Add(new FloorNote.PartlyRead(read.Lines.Count, read.Lines.Count + read.Lost));

        return open == 0
            ? new RestPicture(people, Math.Max(resting, read.Resting ?? 0), Math.Max(waiting, read.Waiting ?? 0),
                Math.Max(approved, read.Approved ?? 0), 0, notes)
            : new RestPicture(people, Math.Max(resting, read.Resting ?? 0), waiting, approved,
                Math.Max(open, (read.Waiting + read.Approved ?? 0) - waiting - approved), notes)
            {
                SurelyWaiting = Math.Max(0, (read.Waiting ?? 0) - waiting),
                SurelyApproved = Math.Max(0, (read.Approved ?? 0) - approved),
            };
    }

    /// <summary>The join: the VDN's rest rows of the queue's agents. Somebody whose state is resting without a row
    /// (it came or went between the two calls) rests nevertheless.</summary>
    public static RestPicture OfSkill(RestRead read, AgentList agents, IReadOnlyDictionary<int, Agent> states, DateTimeOffset serverNow)
    {
        var queue = agents.People.ToDictionary(a => a.WorkNo);
        var all = People(read, states, serverNow);
        var people = all.Where(p => queue.ContainsKey(p.WorkNo)).ToList();
        var listed = people.Select(p => p.WorkNo).ToHashSet();
        people.AddRange(agents.People.Where(a => a.State == AgentState.Resting && !listed.Contains(a.WorkNo))
            .Select(a => new Rest(a.WorkNo, a.Name, RestPhase.Resting, a.InState, null, null)));
        int Of(RestPhase phase) => people.Count(p => p.Phase == phase);
        // Of those who surely do not rest no more may go than may in the whole VDN: the others wait.
        var open = people.Count(p => p.Phase == RestPhase.WaitingOrApproved && queue[p.WorkNo].State != AgentState.Unknown);
        int Others(int? counted, RestPhase phase) => read.CountsAddUp
            ? Math.Max(0, open - Math.Max(0, (counted ?? 0) - all.Count(p => p.Phase == phase))) : 0;
        return new RestPicture(people, Of(RestPhase.Resting), Of(RestPhase.Waiting), Of(RestPhase.Approved), Of(RestPhase.WaitingOrApproved),
            agents.Notes)
        {
            SurelyWaiting = Others(read.Approved, RestPhase.Approved),
            SurelyApproved = Others(read.Waiting, RestPhase.Waiting),
        };
    }

    public static List<Rest> People(RestRead read, IReadOnlyDictionary<int, Agent> states, DateTimeOffset serverNow)
    {
        var phases = RestDecision.Decide(read, states);
        return [.. read.Lines.Select((line, i) =>
        {
            var phase = phases[i] ?? RestPhase.WaitingOrApproved;
            var agent = states.GetValueOrDefault(line.WorkNo);
            return new Rest(line.WorkNo, line.Name ?? agent?.Name ?? FromWire.Unnamed(line.WorkNo), phase,
                phase == RestPhase.Resting ? line.Rested ?? Plausible.Since(line.Begin, serverNow) ?? Resting(agent) : Plausible.Since(line.Begin, serverNow),
                line.Asked, phase == RestPhase.Waiting && line.Cause is { } cause ? (RestCause)cause : null);
        })];
    }

    private static TimeSpan? Resting(Agent? agent) => agent?.State == AgentState.Resting ? agent.InState : null;
}
