namespace ChatBot.Simulator;

/// <summary>All agents of a VDN, their names, and some of them by work number.</summary>
internal static class VdnAnswers
{
    private const int NoPlace = 65535;
    private const int NoReason = 65535;
    private const long NoTime = 4294967295;
    private const int AnyReason = 1;
    private const string Rights = "1,1,1,1,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0";

    public static void Everybody(Ask ask, Fields fields) => fields.Rows(ask.Page(1000), agent =>
    {
        fields.Number("agentId", agent.WorkNo);
        fields.Number("currentState", agent.Code);
        fields.Number("currentStateTime", ask.Seconds(agent.Since));
        fields.Number("locationId", NoPlace);
    });

    public static void States(Ask ask, Fields fields) => fields.Rows(ask.Vdn.People, agent =>
    {
        fields.Number("agentId", agent.WorkNo);
        fields.Number("state", agent.Code);
    });

    public static void Roster(Ask ask, Fields fields) => fields.Rows(ask.Page(100), agent =>
    {
        fields.Number("agentId", agent.WorkNo);
        fields.Text("name", agent.Name);
        fields.Number("groupId", -1);
        fields.Text("rights", Rights);
        fields.Number("realFlag", 1);
    });

    public static void Some(Ask ask, Fields fields)
    {
        var asked = ask.Ids("agentIds", 6000, 999999).Select(ask.Vdn.Find).OfType<SimulatedAgent>();
        fields.Rows(asked, agent =>
        {
            fields.Number("agentId", agent.WorkNo);
            fields.Number("locationId", NoPlace);
            fields.Number("currentState", agent.Code);
            fields.Number("currentStateTime", ask.Seconds(agent.Since));
            fields.Number("currentStateReason", agent.Code == Cti.Resting ? AnyReason : NoReason);
            fields.Number("prevState", agent.Before?.Code ?? Cti.SignedOut);
            fields.Number("prevStateTime", agent.Before is { } before ? (long)before.Length.TotalSeconds : NoTime);
            if (agent.SignedInAt is { } signedIn) fields.Time("logonTime", signedIn, ask);
            else fields.Number("logonTime", AgentAnswers.NeverMs);
            fields.Number("agentRelease", 0);
            fields.Number("currentPrivateCallNum", 0);
        });
    }
}
