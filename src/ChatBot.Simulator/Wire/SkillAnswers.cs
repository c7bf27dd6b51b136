namespace ChatBot.Simulator;

/// <summary>Queues: names, lengths, statistics; and the old head counts of a VDN.</summary>
internal static class SkillAnswers
{
    private const int MostIds = 1000;

    public static void Names(Ask ask, Fields fields) => fields.Rows(ask.Vdn.Skills, skill =>
    {
        fields.Number("id", skill.Id);
        fields.Number("mediaType", skill.MediaType);
        fields.Text("name", skill.Name);
    });

    public static void Queues(Ask ask, Fields fields) => fields.Rows(Asked(ask, 10000), skill =>
    {
        fields.Number("skillId", skill.Id);
        fields.Number("queueSize", skill.Calls.Count);
        fields.Number("queueTime", skill.Calls.Count == 0 ? 0 : ask.Seconds(skill.Calls[0]));
        fields.Number("loggedOnAgents", skill.Agents.Count(agent => agent.Code != Cti.SignedOut));
        fields.Number("availAgents", skill.Agents.Count(agent => agent.Code == Cti.Idle));
        fields.Text("skillDescrip", skill.Name);
        fields.Text("callId", skill.Calls.Count == 0 ? null : $"{skill.Id}-{skill.Calls[0].ToUnixTimeMilliseconds()}");
        fields.Number("maxQueueSize", 100);
    });

    public static void OldFigures(Ask ask, Fields fields) =>
        fields.Rows(Asked(ask, 2000), skill => Figure(ask, fields, skill, "agentSetbusyNums"));

    public static void Figures(Ask ask, Fields fields) => fields.Rows(Asked(ask, 10000), skill =>
    {
        Figure(ask, fields, skill, "agentSetBusyNums");
        fields.Number("allCallCount", skill.Figures.Arrived5);
        fields.Number("cnnedIn20sCallCount", skill.Figures.AnsweredWithin20Seconds5);
    });

    public static void OldHeadCounts(Ask ask, Fields fields) => fields.Object(() =>
    {
        var codes = ask.Vdn.People.Select(agent => agent.Code).ToList();
        fields.Number("busyagent", codes.Count(code => code == Cti.Busy));
        fields.Number("talkingnum", codes.Count(Cti.OnContact));
        fields.Number("Idleagent", codes.Count(code => code == Cti.Idle));
        fields.Number("totalloginagent", codes.Count(code => code != Cti.SignedOut));
    });

    private static IEnumerable<SimulatedSkill> Asked(Ask ask, int most)
    {
        foreach (var id in ask.Ids("skillIds", MostIds, most))
        {
            if (ask.Vdn.TryFind(id, out var skill)) yield return skill!;
        }
    }

    private static void Figure(Ask ask, Fields fields, SimulatedSkill skill, string setBusy)
    {
        int Of(params ReadOnlySpan<int> codes)
        {
            var count = 0;
            foreach (var agent in skill.Agents) count += codes.Contains(agent.Code) ? 1 : 0;
            return count;
        }

        var figures = skill.Figures;
        fields.Number("skillId", skill.Id);
        fields.Number("agentLoginNums", skill.Agents.Count - Of(Cti.SignedOut));
        fields.Number("agentTalkingNums", Of(Cti.Talking));
        fields.Number("agentIdleNums", Of(Cti.Idle));
        fields.Number("agentAvailableNums", Of(Cti.Idle));
        fields.Number(setBusy, Of(Cti.Busy));
        fields.Number("agentRestNums", Of(Cti.Resting));
        fields.Number("agentMaxIdleTimeIn5", figures.LongestIdle5);
        fields.Number("agentWorkNums", Of(Cti.WrapUp, Cti.Adjusting));
        fields.Number("agentStudyNums", Of(Cti.Learning));
        fields.Number("agentOccupyNums", Of(Cti.Occupied, Cti.Answering));
        fields.Number("agentPreOccupyNums", Of(Cti.PreOccupied));
        var inProgress = Of(Cti.Answering, Cti.Talking);
        fields.Number("totalCallNums", figures.Handled + inProgress);
        fields.Number("processingCallNums", inProgress);
        var waited = skill.Calls.Count == 0 ? 0 : ask.Seconds(skill.Calls[0]);
        fields.Number("maxCallWaitTimesIn5", Math.Max(figures.LongestWait5, waited));
        fields.Number("callWaitNums", skill.Calls.Count);
        fields.Number("evenCallTimeIn5", figures.MeanTalk5);
        fields.Number("evenWaitTimeIn5", figures.MeanWait5);
    }
}
