using Refit;

namespace ChatBot.Monitoring.Wire;

/// <summary>CC-CMS 8.13 and before. Every body is wrapped: <c>{"queryParam":{…}}</c>.</summary>
internal interface IClassicApi
{
    /// <summary>Signed-in agents of a skill queue: ccId, vdn, skillId.</summary>
    [Post("/rest/cmsapp/v1/openapi/agentgroup/agentbyconfigedskill")]
    Task<Answer<AgentRow>> AgentsOfSkill([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>One agent: ccId, vdn, agentId.</summary>
    [Post("/rest/cmsapp/v1/openapi/agentgroup/agentbyworkno")]
    Task<Answer<AgentRow>> Agent([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>Rest overview of a VDN: ccId, vdn.</summary>
    [Post("/rest/cmsapp/v1/openapi/agentgroup/agentrestinfo")]
    Task<Answer<RestOverview>> Rest([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>Head counts of a VDN: ccId, vdn. The data comes in <c>resultDesc</c>.</summary>
    [Post("/rest/cmsapp/v1/openapi/querymonitor/systemstate")]
    Task<Answer<CountsRow>> Counts([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>Figures of skill queues: ccId, vdn, skillIds (at most 1000).</summary>
    [Post("/rest/cmsapp/v1/openapi/realindex/skill/stateinfo")]
    Task<Answer<QueueRow>> Queues([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);
}
