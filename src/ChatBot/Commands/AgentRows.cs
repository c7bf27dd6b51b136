using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>People by what they are doing, as rows.</summary>
internal static class AgentRows
{
    public static IEnumerable<Agent> In(this AgentList list, AgentState state) =>
        list.People.Where(a => a.State == state).OrderByDescending(a => a.InState ?? TimeSpan.MinValue).ThenBy(a => a.WorkNo);

    public static IReadOnlyList<Row> Of(Voice voice, IEnumerable<Agent> people) =>
        [.. people.Select(a => PeopleList.Person(voice, a.WorkNo, a.Name, Color(a.State), Detail(voice, a), a.InState))];

    public static string Color(AgentState state) => state switch
    {
        AgentState.Idle => "Good",
        AgentState.Talking or AgentState.Resting => "Accent",
        AgentState.Busy => "Warning",
        AgentState.Unknown => "Attention",
        _ => "Default",
    };

    // The CTI platform's finer states, where they tell more than "talking".
    private static string Detail(Voice voice, Agent agent) => agent switch
    {
        { State: AgentState.Unknown } => voice.State(agent.State, agent.Cti),
        { Cti: 2 or 3 or 4 or 10 } => voice[$"cti.{agent.Cti}"],
        _ => "",
    };
}
