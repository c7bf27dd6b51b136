using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>One agent: what they do, since when, signed in since, and their rest if there is one.</summary>
public sealed record OneAgent(int WorkNo) : Command
{
    protected override string Canonical => $"agent {WorkNo}";

    public override bool NamesPeople => true;

    public override bool IsAboutOnePerson => true;

    public override async Task<Answer> AnswerAsync(Turn turn, CancellationToken stop)
    {
        var (voice, vdn) = (turn.Voice, turn.Scope(default).Vdn);
        var reading = await turn.Floor.AgentAsync(vdn, WorkNo, stop);
        var names = await turn.Floor.NamesAsync(vdn, stop);
        var view = new View
        {
            Lang = voice.Language,
            Title = voice.Say("agent.unknown", WorkNo),
            Where = voice.Say("vdn", vdn),
            Warning = turn.Warning(reading),
            Notes = FloorNotes.Say(voice, names, vdn, reading.Value.Notes),
            Foot = turn.Foot(reading.ReadAt),
            Buttons = [turn.Button("button.refresh", turn.Said), turn.Button("button.agents", $"agents vdn {vdn}")],
        };
        if (reading.Value.Agent is not { } agent) return turn.Show("agent", view, view.Title);

        var state = voice.State(agent.State, agent.Cti);
        var title = agent.InState is { } time && agent.State != AgentState.SignedOut
            ? voice.Say("agent.title", state, voice.Duration(time))
            : state;
        var who = Outside.Text(agent.Name) is var name && name != $"{WorkNo}" && name.Length > 0 ? $"{name} · {WorkNo}" : $"{WorkNo}";
        view = view with
        {
            Title = title,
            Color = reading.Value.Rest is { Overdue: true } ? "Attention" : AgentRows.Color(agent.State),
            Where = $"{who} · {view.Where}",
            Facts = Facts(voice, agent, reading.Value.Rest, reading.ReadAt),
        };
        // A phone number is told to one person at most.
        if (agent.Phone is { } phone && (turn.IsPrivate || turn.Asked.From.IsPersonal)) view = view with
        {
            Facts = [.. view.Facts, new(voice["agent.phone"], phone)],
        };
        return turn.Show("agent", view, $"{who}: {title}");
    }

    private static List<Fact> Facts(Voice voice, Agent agent, Rest? rest, DateTimeOffset readAt)
    {
        var facts = new List<Fact>();
        if (agent.InState is { } time && agent.State != AgentState.SignedOut) Add("agent.since", voice.Moment(readAt - time, readAt));
        if (agent.SignedIn is { } signedIn) Add("agent.signedIn", voice.Say("agent.signedInValue", voice.Moment(signedIn, readAt), voice.Duration(readAt - signedIn)));
        if (rest is null) return facts;

        if (rest.Phase != RestPhase.Resting) Add("agent.rest", voice[$"phase.{rest.Phase}"]);
        if (rest.Asked is { } asked) Add("agent.asked", voice.Duration(asked));
        if (rest.Left is { } left) Add(rest.Overdue ? "agent.wasDue" : "agent.due", voice.Clock(readAt + left));
        if (rest.Overdue) Add("agent.over", voice.Duration(-rest.Left!.Value));
        if (rest is { Phase: not RestPhase.Resting, For: { } waited }) Add("agent.waits", voice.Duration(waited));
        if (rest.Cause is { } cause) Add("agent.cause", voice.Cause(cause));
        return facts;

        void Add(string key, string value) => facts.Add(new(voice[key], value));
    }
}
