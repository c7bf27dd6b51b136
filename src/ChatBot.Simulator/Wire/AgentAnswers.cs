namespace ChatBot.Simulator;

/// <summary>Agents of a queue and one agent, in both styles.</summary>
internal static class AgentAnswers
{
    /// <summary>All ones, times a thousand: the platform's "never signed in", a date in 2106.</summary>
    public const long NeverMs = 4294967295000;

    private const int ErrorMark = 2;

    private static readonly string[] Lower =
        ["workno", "name", "status", "ctiStatus", "groupid", "mediatype", "vdnid", "phonenumber", "currentstatetime", "logindate"];

    private static readonly string[] Camel =
        ["workNo", "name", "status", "ctiStatus", "groupId", "mediaType", "vdnId", "phoneNumber", "currentStateTime", "loginDate"];

    public static void OldList(Ask ask, Fields fields) => WriteList(ask, fields, Lower);

    public static void List(Ask ask, Fields fields) => WriteList(ask, fields, Camel);

    public static void OldOne(Ask ask, Fields fields) => WriteOne(ask, fields, Lower);

    public static void One(Ask ask, Fields fields) => WriteOne(ask, fields, Camel);

    private static void WriteList(Ask ask, Fields fields, string[] names)
    {
        var quirks = fields.Quirks;
        var rows = ask.Skill().Agents.Where(agent => quirks.SignedOutInLists || agent.Code != Cti.SignedOut);
        fields.Rows(rows, agent => Record(ask, fields, names, agent, single: false));
    }

    private static void WriteOne(Ask ask, Fields fields, string[] names)
    {
        var id = ask.AgentId();
        if (ask.Vdn.Find(id) is not { } agent) fields.Nothing(fields.Quirks.UnknownAgent, $"座席 {id} 不存在");
        else fields.Object(() => Record(ask, fields, names, agent, single: true));
    }

    private static void Record(Ask ask, Fields fields, string[] names, SimulatedAgent agent, bool single)
    {
        var quirks = fields.Quirks;
        var isOut = agent.Code == Cti.SignedOut;
        fields.Number(names[0], agent.WorkNo);
        fields.Text(names[1], agent.Name);
        fields.Number(names[2], !single && quirks.StatusError ? ErrorMark : Cti.Status(agent.Code));

        // The single agent's code is misspelt in the documentation of both styles.
        fields.Number(single != quirks.SwapCtiSpelling ? "citStatus" : names[3], agent.Code);
        if (!single) fields.Number(names[4], agent.Team);
        fields.Number(names[5], isOut || quirks.MediaTypeZero ? 0 : agent.MediaType);
        fields.Number(names[6], agent.Vdn.Id);
        fields.Text(names[7], isOut || quirks.NoPhoneNumbers ? null : agent.Phone);
        fields.Number(names[8], ask.Seconds(agent.Since));
        if (agent.SignedInAt is { } signedIn) fields.Time(names[9], signedIn, ask);
        else fields.Number(names[9], NeverMs);
    }
}
