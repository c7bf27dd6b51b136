namespace ChatBot.Simulator;

/// <summary>How an interface is asked and answers.</summary>
internal enum Style
{
    /// <summary>Old: wrapped in <c>queryParam</c>, answered in <c>resultDatas</c> alone.</summary>
    Classic,

    /// <summary>New: flat.</summary>
    Flat,

    /// <summary>New, where table and sample disagree: both are taken.</summary>
    FlatOrWrapped,
}

/// <summary>One path of the centre.</summary>
/// <param name="NewPlatform">Not on CTI 3.6.</param>
internal sealed record Interface(string Path, Style Style, Action<Ask, Fields> Answer, bool NewPlatform = false, bool InDesc = false)
{
    private const string Root = "/rest/cmsapp/v1/openapi/";

    private static readonly Interface[] All =
    [
        new("agentgroup/agentbyconfigedskill", Style.Classic, AgentAnswers.OldList),
        new("agentgroup/agentbyworkno", Style.Classic, AgentAnswers.OldOne),
        new("agentgroup/agentrestinfo", Style.Classic, RestAnswers.Old),
        new("querymonitor/systemstate", Style.Classic, SkillAnswers.OldHeadCounts, InDesc: true),
        new("realindex/skill/stateinfo", Style.Classic, SkillAnswers.OldFigures),

        new("skill/agentbyconfigedskill", Style.FlatOrWrapped, AgentAnswers.List),
        new("agent/agentbyworkno", Style.Flat, AgentAnswers.One),
        new("vdn/totalagentabstractex3", Style.Flat, VdnAnswers.Everybody),
        new("vdn/queryagentstaticconfinfo", Style.Flat, VdnAnswers.Roster),
        new("vdn/totalagentstate", Style.Flat, VdnAnswers.States, NewPlatform: true),
        new("vdn/queryagentreststate", Style.Flat, RestAnswers.Paged),
        new("agentgroup/agentrestinfos", Style.FlatOrWrapped, RestAnswers.New),
        new("agentgroup/agentstatusinfobyagentids", Style.Flat, VdnAnswers.Some),
        new("configures/skills", Style.FlatOrWrapped, SkillAnswers.Names),
        new("skill/totalskillstatusex3", Style.Flat, SkillAnswers.Queues, NewPlatform: true),
        new("skill/stateinfo", Style.FlatOrWrapped, SkillAnswers.Figures, NewPlatform: true),
    ];

    /// <summary>By full path. The lower-case agents-of-a-skill call and its new twin differ only by folder.</summary>
    public static Dictionary<string, Interface> Of(CentreEdition edition) =>
        All.Where(one => edition == CentreEdition.Both || edition == CentreEdition.Classic == (one.Style == Style.Classic))
            .ToDictionary(one => Root + one.Path, StringComparer.Ordinal);
}
