using Refit;

namespace ChatBot.Monitoring.Wire;

/// <summary>CC-CMS 8.14 and later. Bodies are flat, see <see cref="BodyForm"/>.</summary>
internal interface ICurrentApi
{
    /// <summary>Signed-in agents of a skill queue: ccId, vdn, skillId.</summary>
    [Post("/rest/cmsapp/v1/openapi/skill/agentbyconfigedskill")]
    Task<Answer<AgentRow>> AgentsOfSkill([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>One agent: ccId, vdn, agentId.</summary>
    [Post("/rest/cmsapp/v1/openapi/agent/agentbyworkno")]
    Task<Answer<AgentRow>> Agent([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>All agents of a VDN without names: ccId, vdn, limit 1–1000, offset.</summary>
    [Post("/rest/cmsapp/v1/openapi/vdn/totalagentabstractex3")]
    Task<Answer<AgentRow>> AgentsOfVdn([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>Names of all agents of a VDN: ccId, vdn, limit 1–100, offset.</summary>
    [Post("/rest/cmsapp/v1/openapi/vdn/queryagentstaticconfinfo")]
    Task<Answer<AgentRow>> Roster([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>Rest state of a VDN: ccId, vdn, limit 1–1000, offset.</summary>
    [Post("/rest/cmsapp/v1/openapi/vdn/queryagentreststate")]
    Task<Answer<RestOverview>> Rest([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>Names of the skill queues of a VDN: ccId, vdn.</summary>
    [Post("/rest/cmsapp/v1/openapi/configures/skills")]
    Task<Answer<QueueRow>> SkillNames([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>Queue length and longest wait: ccId, vdn, skillIds (at most 1000). Not on CTI 3.6.</summary>
    [Post("/rest/cmsapp/v1/openapi/skill/totalskillstatusex3")]
    Task<Answer<QueueRow>> Queues([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);

    /// <summary>Queue statistics: ccId, vdn, skillIds (at most 1000). Not on CTI 3.6.</summary>
    [Post("/rest/cmsapp/v1/openapi/skill/stateinfo")]
    Task<Answer<QueueRow>> Statistics([Body] Query query, [Property(Resilience.Vdn)] int vdn, CancellationToken stop);
}
