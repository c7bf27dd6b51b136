namespace ChatBot.Simulator;

/// <summary>The rest overview of a VDN in its three spellings.</summary>
internal static class RestAnswers
{
    private const long DummyBegin = 2345;

    private static readonly string[] Lower =
        ["allowrestnum", "onrestnum", "waitrestnum", "agentsrestdetails", "agentname", "workno", "cantrestreason", "begintime", "restduration"];

    private static readonly string[] Camel =
        ["allowRestNum", "onRestNum", "waitRestNum", "agentsRestDetails", "agentName", "workNo", "cantRestReason", "beginTime", "restDuration"];

    public static void Old(Ask ask, Fields fields) => Short(ask, fields, Lower, ask.Vdn.People);

    // Paging takes effect on CTI 3.6 only; the parameters are checked on both.
    public static void New(Ask ask, Fields fields)
    {
        var page = ask.Page(100, optional: true);
        Short(ask, fields, Camel, fields.Quirks.OldPlatform ? page : ask.Vdn.People);
    }

    public static void Paged(Ask ask, Fields fields)
    {
        var page = ask.Page(1000).ToList();
        fields.Object(() =>
        {
            Counts(fields, "allowRestAgentNum", "onRestAgentNum", "waitRestAgentNum",
                fields.Quirks.CountsOfThePage ? page : ask.Vdn.People);
            fields.Rows("details", page.Where(agent => agent.Rest is not null), agent =>
            {
                var rest = agent.Rest!;
                fields.Number("agentId", agent.WorkNo);
                fields.Text("name", agent.Name);
                fields.Number("vdnId", agent.Vdn.Id);
                fields.Number("ccId", ask.CallCentre);
                fields.Number("cantRestCause", rest.Cause);
                Begin("beginTime", rest, ask, fields);
                fields.Number("applyRestLength", (long)rest.Asked.TotalSeconds);

                // Seconds rested so far; who has not begun has none.
                if (rest.Stage == RestStage.Begun) fields.Number("reqRestDura", ask.Seconds(rest.At));
            });
        });
    }

    private static void Short(Ask ask, Fields fields, string[] names, IEnumerable<SimulatedAgent> agents) => fields.Object(() =>
    {
        Counts(fields, names[0], names[1], names[2], ask.Vdn.People);
        fields.Rows(names[3], agents.Where(agent => agent.Rest is not null), agent =>
        {
            var rest = agent.Rest!;
            fields.Text(names[4], agent.Name);
            fields.Number(names[5], agent.WorkNo);
            fields.Number(names[6], rest.Cause);
            Begin(names[7], rest, ask, fields);
            fields.Number(names[8], (long)rest.Asked.TotalSeconds);
        });
    });

    private static void Counts(Fields fields, string approved, string resting, string waiting, IEnumerable<SimulatedAgent> agents)
    {
        var stages = agents.Select(agent => agent.Rest?.Stage).ToList();
        fields.Number(approved, stages.Count(stage => stage == RestStage.Approved) + fields.Quirks.CountsOff);
        fields.Number(resting, stages.Count(stage => stage == RestStage.Begun) + fields.Quirks.CountsOff);
        fields.Number(waiting, stages.Count(stage => stage == RestStage.Waiting) + fields.Quirks.CountsOff);
    }

    private static void Begin(string name, RestTurn rest, Ask ask, Fields fields)
    {
        if (fields.Quirks.DummyBeginTimes) fields.Number(name, DummyBegin);
        else fields.Time(name, rest.At, ask);
    }
}
